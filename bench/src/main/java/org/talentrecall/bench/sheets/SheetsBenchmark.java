package org.talentrecall.bench.sheets;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
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
import org.talentrecall.ingest.spreadsheet.WorkbookPlace;
import org.talentrecall.ingest.spreadsheet.WorkbookRules;
import org.talentrecall.ingest.spreadsheet.WorkbookScan;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;
import org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook;
import org.talentrecall.ingest.spreadsheet.file.WorkbookFile;
import org.talentrecall.ingest.spreadsheet.file.WorkbookRows;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/**
 * Rows a second of an interview log of 200,000 rows and 12 columns, in 512 MB; for contrast other readers' bare reads of the
 * same workbook. POI's user model cannot hold it: it reads 20,000 rows of the kind in 2 GB.
 */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class SheetsBenchmark {
    /** The program that wrote the workbook. */
    @Param({"POI", "FASTEXCEL", "LIBREOFFICE"})
    public String writer = "POI";

    private Path file = Path.of("");
    private Path smaller = Path.of("");

    @Setup
    public void prepare() throws IOException {
        CandidateWorkbook.Writer by = CandidateWorkbook.Writer.valueOf(writer);
        file = CandidateWorkbook.writtenBy(by, CandidateWorkbook.ROWS);
        smaller = CandidateWorkbook.writtenBy(by, CandidateWorkbook.FEW_ROWS);
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
        try (WorkbookScan scan = open()) {
            for (WorkbookScan.Step step = scan.next(); step != null; step = scan.next()) {
                blackhole.consume(step);
            }
        }
    }

    private WorkbookScan open() throws IOException, UnreadableWorkbook {
        WorkbookPlace place = new WorkbookPlace(
                new SourceId("bench"), "log.xlsx", ContentHash.of("bench".getBytes(StandardCharsets.UTF_8)));
        WorkbookRules rules = new WorkbookRules(List.of(), new RejectionClassifier(), ZoneId.of("Asia/Shanghai"));
        return WorkbookScan.open(file, place, rules);
    }

    /** What an import that was killed behind the last row reads again. */
    @Benchmark
    @OperationsPerInvocation(CandidateWorkbook.ROWS)
    public void goneOnBehindTheLastRow(Blackhole blackhole) throws IOException, UnreadableWorkbook {
        try (WorkbookScan scan = open()) {
            scan.passOver(0, CandidateWorkbook.ROWS + 1);
            blackhole.consume(scan.next());
        }
    }

    /** Every cell's value by fastexcel-reader. */
    @Benchmark
    @OperationsPerInvocation(CandidateWorkbook.ROWS)
    public void fastexcelReader(Blackhole blackhole) throws IOException {
        try (ReadableWorkbook workbook = new ReadableWorkbook(file.toFile());
                Stream<Row> rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(blackhole::consume);
        }
    }

    /** Every cell's shown text by POI's event reader. */
    @Benchmark
    @OperationsPerInvocation(CandidateWorkbook.ROWS)
    public void poiEvents(Blackhole blackhole)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(opened);
            XMLReader parser = XMLHelper.newXMLReader();
            parser.setContentHandler(new XSSFSheetXMLHandler(
                    reader.getStylesTable(),
                    new ReadOnlySharedStringsTable(opened),
                    new Consumed(blackhole),
                    new DataFormatter(),
                    false));
            try (InputStream sheet = reader.getSheetsData().next()) {
                parser.parse(new InputSource(sheet));
            }
        }
    }

    /** Every cell's value of a tenth of the rows by POI's user model, in four times the memory. */
    @Benchmark
    @OperationsPerInvocation(CandidateWorkbook.FEW_ROWS)
    @Fork(jvmArgsAppend = {"-Xmx2g", "-XX:+UseSerialGC"})
    public void poiUserModel(Blackhole blackhole) throws IOException, OpenXML4JException {
        try (OPCPackage opened = OPCPackage.open(smaller.toFile(), PackageAccess.READ);
                XSSFWorkbook workbook = new XSSFWorkbook(opened)) {
            for (org.apache.poi.ss.usermodel.Row row : workbook.getSheetAt(0)) {
                for (Cell cell : row) {
                    blackhole.consume(
                            cell.getCellType() == CellType.NUMERIC
                                    ? (Object) cell.getNumericCellValue()
                                    : cell.getStringCellValue());
                }
            }
        }
    }

    private record Consumed(Blackhole blackhole) implements XSSFSheetXMLHandler.SheetContentsHandler {
        @Override
        public void startRow(int row) {
            // the cells are what is read
        }

        @Override
        public void endRow(int row) {
            // the cells are what is read
        }

        @Override
        public void cell(String reference, String shown, XSSFComment comment) {
            blackhole.consume(shown);
        }
    }
}
