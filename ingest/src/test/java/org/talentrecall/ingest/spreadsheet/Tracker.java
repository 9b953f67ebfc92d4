package org.talentrecall.ingest.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.ingest.document.DocumentMeaning;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.resume.ResumeReader;
import org.talentrecall.ingest.resume.ResumeReading;
import org.talentrecall.ingest.spreadsheet.file.Passwords;

/** A list as somebody of HR keeps it, written cell by cell, and what is read from it. */
final class Tracker {
    private static final RejectionClassifier CLASSIFIER = new RejectionClassifier();

    private static final ResumeReader RESUMES = new ResumeReader(Vocabulary.standard());
    private static final DocumentMeaning FORMS = (text, places) -> {
        ResumeReading reading = RESUMES.read(text, places);
        ResumeReading.Kind kind = reading.kind();
        return kind == ResumeReading.Kind.RESUME
                ? new DocumentMeaning.AboutOne(reading.facts())
                : new DocumentMeaning.AboutNobody(kind.code(), kind.sentence(), kind.isOpen());
    };

    private final XSSFWorkbook workbook = new XSSFWorkbook();
    private final CellStyle day;
    private XSSFSheet sheet;
    private int next;

    Tracker() {
        day = workbook.createCellStyle();
        day.setDataFormat(workbook.getCreationHelper().createDataFormat().getFormat("yyyy/m/d"));
        workbook.getProperties()
                .getCoreProperties()
                .setModified(java.util.Optional.of(Date.from(LocalDate.of(2025, 10, 31)
                        .atStartOfDay(ZoneId.of("UTC"))
                        .toInstant())));
    }

    XSSFWorkbook workbook() {
        return workbook;
    }

    XSSFSheet current() {
        return sheet;
    }

    Tracker sheet(String name) {
        sheet = workbook.createSheet(name);
        next = 0;
        return this;
    }

    Tracker hiddenSheet(String name) {
        sheet(name);
        workbook.setSheetHidden(workbook.getSheetIndex(sheet), true);
        return this;
    }

    /** Leaves rows empty. */
    Tracker gap(int rows) {
        next += rows;
        return this;
    }

    /** Cells from column A; null leaves one empty; "=…" is a formula, LocalDate a date cell. */
    Tracker row(Object... cells) {
        Row row = sheet.createRow(next++);
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null) {
                fill(row.createCell(i), cells[i]);
            }
        }
        return this;
    }

    private void fill(Cell cell, Object value) {
        if (value instanceof Number number) {
            cell.setCellValue(number.doubleValue());
        } else if (value instanceof LocalDate date) {
            cell.setCellValue(date);
            cell.setCellStyle(day);
        } else if (value instanceof Boolean flag) {
            cell.setCellValue(flag);
        } else if (value.toString().startsWith("=")) {
            cell.setCellFormula(value.toString().substring(1));
            workbook.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(cell);
        } else {
            cell.setCellValue(value.toString());
        }
    }

    Tracker merge(String range) {
        sheet.addMergedRegion(CellRangeAddress.valueOf(range));
        return this;
    }

    Tracker hideLastRow() {
        sheet.getRow(next - 1).setZeroHeight(true);
        return this;
    }

    Path write(Path folder, String name) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        workbook.close();
        return file;
    }

    /** All of a file as it is read. */
    static Told read(Path file, SheetMapping... mappings) throws IOException {
        return read(file, List.of(), mappings);
    }

    static Told read(Path file, List<OwnWorkbook.Reader> own, SheetMapping... mappings) throws IOException {
        String name = String.valueOf(file.getFileName());
        WorkbookPlace place =
                new WorkbookPlace(new SourceId("lists"), name, ContentHash.of(name.getBytes(StandardCharsets.UTF_8)));
        WorkbookRules rules = new WorkbookRules(
                List.of(mappings), CLASSIFIER, ZoneId.of("Asia/Shanghai"), own, Passwords.NONE, FORMS);
        try (WorkbookScan scan = WorkbookScan.open(file, place, rules)) {
            List<WorkbookScan.Step> steps = steps(scan);
            for (int known = 0; known < steps.size(); known += Math.max(1, steps.size() / 3)) {
                try (WorkbookScan later = WorkbookScan.open(file, place, rules)) {
                    later.passOver(steps.get(known).sheet(), steps.get(known).row());
                    assertThat(steps(later)).isEqualTo(steps.subList(known + 1, steps.size()));
                    assertThat(later.preview()).isEqualTo(scan.preview());
                }
            }
            return new Told(lines(steps), scan.preview());
        } catch (org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook why) {
            throw new UncheckedIOException(new IOException(why));
        }
    }

    private static List<WorkbookScan.Step> steps(WorkbookScan scan) throws IOException {
        List<WorkbookScan.Step> steps = new ArrayList<>();
        for (WorkbookScan.Step step = scan.next(); step != null; step = scan.next()) {
            steps.add(step);
        }
        return steps;
    }

    private static List<Line> lines(List<WorkbookScan.Step> steps) {
        List<Line> lines = new ArrayList<>();
        int sheet = -1;
        int row = 0;
        for (WorkbookScan.Step step : steps) {
            if (step.sheet() < sheet || step.sheet() == sheet && step.row() <= row) {
                throw new IllegalStateException("places do not grow: " + step);
            }
            sheet = step.sheet();
            row = step.row();
            for (Reading reading : step.readings()) {
                lines.add(new Line(step.sheet(), step.row(), reading));
            }
        }
        return lines;
    }

    /** One reading with its place. */
    record Line(int sheet, int row, Reading reading) {
        String code() {
            Disposition disposition = reading.disposition();
            if (disposition instanceof Disposition.Rejected rejected) {
                return rejected.code();
            }
            return disposition instanceof Disposition.Suppressed suppressed ? suppressed.code() : disposition.word();
        }
    }

    /** What was read. */
    record Told(List<Line> lines, MappingPreview preview) {
        /** The facts of a row as {@code B Contact[kind=PHONE, …]}, without what is null. */
        List<String> facts(int sheet, int row) {
            return lines.stream()
                    .filter(line -> line.sheet() == sheet && line.row() == row)
                    .flatMap(line -> line.reading().facts().stream())
                    .map(Told::shown)
                    .toList();
        }

        List<String> facts(int row) {
            return facts(0, row);
        }

        private static String shown(StatedFact stated) {
            String column = ((Locator.Cell) stated.locator()).column();
            String fact = stated.fact().toString();
            return column + " "
                    + fact.replaceAll("\\w+=null, ", "")
                            .replaceAll(", \\w+=null", "")
                            .replaceAll(", asWritten=[^\\]]*", "");
        }

        /** {@code row CODE} for everything that is not stored. */
        List<String> notStored() {
            return lines.stream()
                    .filter(line -> !(line.reading().disposition() instanceof Disposition.Stored))
                    .map(line -> line.sheet() + ":" + line.row() + " " + line.code())
                    .toList();
        }

        List<String> stored() {
            return lines.stream()
                    .filter(line -> line.reading().disposition() instanceof Disposition.Stored)
                    .map(line -> line.sheet() + ":" + line.row())
                    .toList();
        }

        String sentence(String code) {
            return lines.stream()
                    .filter(line -> line.code().equals(code))
                    .map(line -> ((Disposition.Rejected) line.reading().disposition()).sentence())
                    .findFirst()
                    .orElseThrow();
        }
    }
}
