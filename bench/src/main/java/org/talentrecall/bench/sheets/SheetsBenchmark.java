package org.talentrecall.bench.sheets;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.spreadsheet.WorkbookScan;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;
import org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook;
import org.talentrecall.ingest.spreadsheet.file.WorkbookFile;
import org.talentrecall.ingest.spreadsheet.file.WorkbookRows;

/** Rows a second of an interview log of 200,000 rows and 12 columns, in 512 MB. */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class SheetsBenchmark {
    /** The program that wrote the workbook. */
    @Param({"POI", "FASTEXCEL", "LIBREOFFICE"})
    public String writer = "POI";

    private Path file = Path.of("");

    @Setup
    public void prepare() throws IOException {
        file = CandidateWorkbook.writtenBy(CandidateWorkbook.Writer.valueOf(writer));
    }

    /** Every cell's value, and no more. */
    @Benchmark
    @OperationsPerInvocation(CandidateWorkbook.ROWS)
    public void bareRead(Blackhole blackhole) throws IOException, UnreadableWorkbook {
        try (WorkbookRows rows = WorkbookFile.open(file)) {
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                blackhole.consume(row);
            }
        }
    }

    /** Every row's record and facts, as the step that stores them gets them. */
    @Benchmark
    @OperationsPerInvocation(CandidateWorkbook.ROWS)
    public void endToEnd(Blackhole blackhole) throws IOException, UnreadableWorkbook {
        WorkbookScan.Place place = new WorkbookScan.Place(
                new SourceId("bench"), "log.xlsx", ContentHash.of("bench".getBytes(StandardCharsets.UTF_8)));
        WorkbookScan.Rules rules =
                new WorkbookScan.Rules(List.of(), new RejectionClassifier(), ZoneId.of("Asia/Shanghai"));
        try (WorkbookScan scan = WorkbookScan.open(file, place, rules)) {
            for (WorkbookScan.Step step = scan.next(); step != null; step = scan.next()) {
                blackhole.consume(step);
            }
        }
    }
}
