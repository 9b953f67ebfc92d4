package org.talentrecall.ingest.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Correction;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.source.NothingKept;

class CorrectionReaderTest {
    private static final SourceId LOG = new SourceId("log");
    private static final SourceId REVIEW = new SourceId("data-review");
    private static final Instant SAVED = Instant.parse("2026-11-24T08:30:00Z");
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    /** 应聘岗位 stands under a header that only the settings explain. */
    private static final String LIST =
            "姓名,手机,代号,现公司\n顾小满,13800007101,测试工程师,测试甲公司\n" + ",13800007103,测试工程师,测试乙公司\n,13800007104,测试工程师,测试丙公司\n";

    @TempDir
    private Path folder;

    private final Set<RecordId> known = new HashSet<>();
    private List<RejectedSheets.Row> rows = List.of();

    private WorkbookRules rules() {
        SheetMapping told =
                new SheetMapping(null, SheetKind.CANDIDATES, java.util.Map.of(Field.POST, List.of("代号")), null);
        return new WorkbookRules(List.of(told), new RejectionClassifier(), ZONE, List.of(reader()));
    }

    private CorrectionReader reader() {
        return new CorrectionReader(known::contains, new RejectionClassifier(), ZONE);
    }

    private static WorkbookPlace place(SourceId source, Path file) throws IOException {
        return new WorkbookPlace(source, file.getFileName().toString(), ContentHash.of(Files.readAllBytes(file)));
    }

    /** All rejected rows of a file, as they are handed back. */
    private List<RejectedSheets.Sheet> rejected(SourceId source, Path file) throws Exception {
        Set<RecordId> ids = new HashSet<>();
        try (WorkbookScan scan = WorkbookScan.open(file, place(source, file), rules())) {
            for (WorkbookScan.Step step = scan.next(); step != null; step = scan.next()) {
                step.readings().stream()
                        .filter(reading -> reading.disposition() instanceof Disposition.Rejected)
                        .forEach(reading -> ids.add(reading.record().id()));
            }
        }
        return RejectedSheets.of(file, place(source, file), rules(), ids);
    }

    @BeforeEach
    void reject() throws Exception {
        Path list = Files.writeString(folder.resolve("候选人.csv"), LIST);
        List<RejectedSheets.Sheet> sheets = rejected(LOG, list);
        assertThat(sheets).hasSize(1);
        rows = sheets.get(0).rows();
        assertThat(rows).hasSize(2);
        rows.forEach(row -> known.add(row.record()));
    }

    /** The rows as the program hands them back: reason in F, form in G. */
    private Path back(String file, Consumer<Sheet> corrected) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("候选人");
            sheet.createRow(0).createCell(0).setCellValue("姓名");
            sheet.getRow(0).createCell(5).setCellValue("拒收原因");
            for (RejectedSheets.Row one : rows) {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                one.row()
                        .cells()
                        .forEach(cell -> row.createCell(cell.column().charAt(0) - 'A')
                                .setCellValue(cell.value().shown()));
                row.createCell(5).setCellValue(one.sentence());
                row.createCell(6).setCellValue(one.form().in("G").line());
            }
            workbook.createSheet(OwnWorkbook.MARK + CorrectionReader.KIND)
                    .createRow(0)
                    .createCell(0)
                    .setCellValue("1");
            corrected.accept(sheet);
            workbook.getProperties().getCoreProperties().setModified(Optional.of(Date.from(SAVED)));
            Path path = folder.resolve(file);
            try (OutputStream out = Files.newOutputStream(path)) {
                workbook.write(out);
            }
            return path;
        }
    }

    private List<Reading> read(Path file) throws IOException {
        List<Reading> readings = new ArrayList<>();
        try (WorkbookFeed feed = new WorkbookFeed(
                        NothingKept.INTAKE,
                        NothingKept.RAW,
                        new RejectionClassifier(),
                        ZONE,
                        List.of(new WorkbookFeed.Source(REVIEW, file, List.of())),
                        null,
                        problem -> {
                            throw new AssertionError(problem.sentence());
                        })
                .reading(List.of(reader()))) {
            for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                readings.addAll(item.readings());
            }
        }
        return readings;
    }

    private static Disposition.Rejected rejection(Reading reading) {
        return (Disposition.Rejected) reading.disposition();
    }

    @Test
    void a_corrected_row_is_read_as_its_table_was_and_stands_in_for_the_rejected_one() throws IOException {
        List<Reading> readings =
                read(back("back.xlsx", sheet -> sheet.getRow(1).createCell(0).setCellValue("贺知秋")));

        assertThat(readings).hasSize(1);
        Reading reading = readings.get(0);
        assertThat(reading.disposition()).isInstanceOf(Disposition.Stored.class);
        assertThat(Correction.read(reading.record().duplicateKey()))
                .contains(new Correction(rows.get(0).record(), SAVED));
        assertThat(reading.record().source()).isEqualTo(REVIEW);
        assertThat(reading.facts()).extracting(fact -> fact.fact()).hasAtLeastOneElementOfType(PersonName.class);
        assertThat(reading.facts())
                .filteredOn(fact -> fact.fact() instanceof Contact)
                .extracting(fact -> fact.locator())
                .containsExactly(new Locator.Cell("back.xlsx (候选人.csv 3)", "候选人", 2, "B"));
        assertThat(reading.facts().toString()).contains("测试工程师");
    }

    @Test
    void rows_left_as_they_were_or_emptied_say_nothing() throws IOException {
        assertThat(read(back("same.xlsx", sheet -> {}))).isEmpty();
        assertThat(read(back("reason.xlsx", sheet -> sheet.getRow(1).getCell(5).setCellValue("看过了"))))
                .isEmpty();
        assertThat(read(back("emptied.xlsx", sheet -> {
                    for (int column = 0; column < 4; column++) {
                        sheet.getRow(1).createCell(column).setCellValue("");
                    }
                })))
                .isEmpty();
    }

    @Test
    void a_row_that_is_wrong_still_is_rejected_in_place_of_the_first_and_can_be_handed_out_again() throws Exception {
        Path file = back("back.xlsx", sheet -> sheet.getRow(2).createCell(3).setCellValue("测试丁公司"));
        List<Reading> readings = read(file);

        assertThat(readings).hasSize(1);
        assertThat(rejection(readings.get(0)).code()).isEqualTo("NO_NAME");
        assertThat(rejection(readings.get(0)).sentence()).contains("back.xlsx", "候选人.csv 4");
        assertThat(Correction.read(readings.get(0).record().duplicateKey()))
                .contains(new Correction(rows.get(1).record(), SAVED));

        RejectedSheets.Sheet again = rejected(REVIEW, file).get(0);
        assertThat(again.heads()).hasSize(1);
        assertThat(again.heads().get(0).cells()).hasSize(1);
        rows = again.rows();
        assertThat(rows).hasSize(1);
        assertThat(rows.get(0).row().cells()).hasSize(3);
        assertThat(read(back("third.xlsx", sheet -> {}))).isEmpty();
        List<Reading> right =
                read(back("third.xlsx", sheet -> sheet.getRow(1).createCell(0).setCellValue("贺知秋")));
        assertThat(right).hasSize(1);
        assertThat(Correction.read(right.get(0).record().duplicateKey()))
                .isEqualTo(Correction.read(readings.get(0).record().duplicateKey()));
    }

    @Test
    void what_corrects_nothing_that_is_rejected_is_told_row_by_row() throws IOException {
        known.remove(rows.get(0).record());

        List<Reading> readings = read(back("late.xlsx", sheet -> {
            sheet.getRow(1).createCell(0).setCellValue("贺知秋");
            sheet.getRow(2).createCell(0).setCellValue("贺知夏");
        }));

        assertThat(readings).hasSize(2);
        assertThat(rejection(readings.get(0)).code()).isEqualTo("STALE_ROW");
        assertThat(rejection(readings.get(0)).sentence()).contains("Row 2", "候选人.csv 3");
        assertThat(readings.get(0).record().duplicateKey()).isNull();
        assertThat(readings.get(1).disposition()).isInstanceOf(Disposition.Stored.class);
    }

    @Test
    void copied_rows_and_moved_columns_are_not_guessed_at() throws IOException {
        List<Reading> copied = read(back("copied.xlsx", sheet -> {
            sheet.getRow(1).createCell(0).setCellValue("贺知秋");
            Row copy = sheet.createRow(3);
            sheet.getRow(1)
                    .forEach(cell -> copy.createCell(cell.getColumnIndex()).setCellValue(cell.getStringCellValue()));
            copy.getCell(0).setCellValue("贺知夏");
        }));
        assertThat(copied).hasSize(2);
        assertThat(copied.get(0).disposition()).isInstanceOf(Disposition.Stored.class);
        assertThat(rejection(copied.get(1)).code()).isEqualTo("CORRECTED_TWICE");
        assertThat(copied.get(1).record().id())
                .isNotEqualTo(copied.get(0).record().id());

        List<Reading> moved = read(back("moved.xlsx", sheet -> {
            Row row = sheet.getRow(1);
            row.createCell(7).setCellValue(row.getCell(6).getStringCellValue());
            row.removeCell(row.getCell(6));
        }));
        assertThat(moved).hasSize(1);
        assertThat(rejection(moved.get(0)).code()).isEqualTo("COLUMNS_MOVED");
    }

    @Test
    void a_form_comes_back_from_its_line_and_from_nothing_else() {
        RejectedForm form = rows.get(0).form();
        assertThat(RejectedForm.read(form.line())).contains(form);
        assertThat(RejectedForm.read("{\"record\":null}")).isEmpty();
        assertThat(RejectedForm.read("{}")).isEmpty();
        assertThat(RejectedForm.read("{")).isEmpty();
        assertThat(RejectedForm.read("顾小满")).isEmpty();
    }
}
