package org.talentrecall.bench.sheets;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The same interview log as different programs write it: they differ in shared and inline strings, in attributes and in
 * the order of things, and readers in what costs them time. Files are made once and kept in {@code target/material}.
 */
final class CandidateWorkbook {
    static final int ROWS = 200_000;
    /** For readers that hold a whole workbook in memory. */
    static final int FEW_ROWS = 20_000;

    private static final long SEED = 20261123;
    private static final String SHEET = "面试记录";
    private static final long LONGEST_CONVERSION_MINUTES = 10;

    private CandidateWorkbook() {}

    /** The file as this program writes it, made when it is not there yet. */
    static Path writtenBy(Writer writer, int rows) throws IOException {
        Path folder = Files.createDirectories(Path.of(System.getProperty("bench.material", "bench/target/material")));
        Path file = folder.resolve("interviews-" + writer + "-" + rows + "-" + SEED + ".xlsx");
        if (!Files.exists(file)) {
            Path fresh = Files.createTempFile(folder, "fresh", ".xlsx");
            writer.write(fresh, rows);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return file;
    }

    /** A program that writes workbooks. */
    enum Writer {
        POI {
            @Override
            void write(Path file, int rows) throws IOException {
                withPoi(file, rows);
            }
        },
        FASTEXCEL {
            @Override
            void write(Path file, int rows) throws IOException {
                withFastexcel(file, rows);
            }
        },
        LIBREOFFICE {
            @Override
            void write(Path file, int rows) throws IOException {
                withLibreOffice(file, rows);
            }
        };

        abstract void write(Path file, int rows) throws IOException;
    }

    private static void withPoi(Path file, int many) throws IOException {
        CandidateRows rows = new CandidateRows(SEED);
        try (SXSSFWorkbook workbook = new SXSSFWorkbook(null, 100, true, false);
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            CellStyle day = workbook.createCellStyle();
            day.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
            Sheet sheet = workbook.createSheet(SHEET);
            Row header = sheet.createRow(0);
            for (int i = 0; i < CandidateRows.HEADERS.size(); i++) {
                header.createCell(i).setCellValue(CandidateRows.HEADERS.get(i));
            }
            for (int number = 1; number <= many; number++) {
                CandidateRows.Candidate candidate = rows.next();
                Row row = sheet.createRow(number);
                for (int i = 0; i < candidate.texts().size(); i++) {
                    String text = candidate.texts().get(i);
                    if (i == CandidateRows.Candidate.DAY) {
                        Cell cell = row.createCell(i);
                        cell.setCellValue(candidate.interviewed());
                        cell.setCellStyle(day);
                    } else if (!text.isEmpty()) {
                        row.createCell(i).setCellValue(text);
                    }
                }
            }
            workbook.write(out);
        }
    }

    private static void withFastexcel(Path file, int many) throws IOException {
        CandidateRows rows = new CandidateRows(SEED);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(out, "bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(SHEET);
            for (int i = 0; i < CandidateRows.HEADERS.size(); i++) {
                sheet.value(0, i, CandidateRows.HEADERS.get(i));
            }
            for (int number = 1; number <= many; number++) {
                CandidateRows.Candidate candidate = rows.next();
                for (int i = 0; i < candidate.texts().size(); i++) {
                    String text = candidate.texts().get(i);
                    if (i == CandidateRows.Candidate.DAY) {
                        sheet.value(number, i, candidate.interviewed());
                        sheet.style(number, i).format("yyyy-mm-dd").set();
                    } else if (!text.isEmpty()) {
                        sheet.value(number, i, text);
                    }
                }
                if (number % 1_000 == 0) {
                    sheet.flush();
                }
            }
            sheet.finish();
        }
    }

    /** LibreOffice converts what POI wrote, and writes its own strings, styles and attributes. */
    private static void withLibreOffice(Path file, int rows) throws IOException {
        Path source = writtenBy(Writer.POI, rows);
        Path folder = Files.createTempDirectory(file.toAbsolutePath().getParent(), "libreoffice");
        Process process = new ProcessBuilder(
                        "soffice",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--headless",
                        "--convert-to",
                        "xlsx:Calc MS Excel 2007 XML",
                        "--outdir",
                        folder.toString(),
                        source.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        try {
            if (!process.waitFor(LONGEST_CONVERSION_MINUTES, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("LibreOffice did not convert the workbook; see " + folder.resolve("log"));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while LibreOffice converted the workbook", e);
        }
        Files.move(folder.resolve(source.getFileName()), file, StandardCopyOption.REPLACE_EXISTING);
        try (Stream<Path> left = Files.walk(folder)) {
            for (Path path : left.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
