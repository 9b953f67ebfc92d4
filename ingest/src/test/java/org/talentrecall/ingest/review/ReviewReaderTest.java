package org.talentrecall.ingest.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.KnownRecord;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.record.Subject;
import org.talentrecall.archive.review.ReviewForm;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.source.NothingKept;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.spreadsheet.WorkbookFeed;

class ReviewReaderTest {
    private static final SourceId LOG = new SourceId("log");
    private static final Instant SAVED = Instant.parse("2026-11-24T08:30:00Z");

    @TempDir
    private Path folder;

    private final Set<RecordId> known = new HashSet<>();
    private final Map<RecordId, KnownRecord> given = new HashMap<>();
    private final List<SourceProblem> problems = new ArrayList<>();

    private ReviewForm form(int number) {
        RecordId record = RecordId.of(LOG, "row " + number);
        known.add(record);
        return new ReviewForm(
                "question" + number,
                Review.Kind.REASON,
                record,
                null,
                new NotHired(RejectionCode.UNKNOWN, null, "未录用", null, "产品经理", null),
                List.of());
    }

    private record Line(String form, String answer, String value, String by) {
        Line(ReviewForm form, String answer, String value, String by) {
            this(form.line(), answer, value, by);
        }
    }

    private void fill(String file, Line... lines) throws IOException {
        fill(file, SAVED, lines);
    }

    private void fill(String file, Instant saved, Line... lines) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook()) {
            Sheet sheet = workbook.createSheet("未录取原因");
            sheet.createRow(0).createCell(5).setCellValue("回答（请选择）");
            for (Line line : lines) {
                Row row = sheet.createRow(sheet.getLastRowNum() + 1);
                row.createCell(1).setCellValue("林某");
                row.createCell(5).setCellValue(line.answer());
                row.createCell(6).setCellValue(line.value());
                row.createCell(8).setCellValue(line.by());
                row.createCell(9).setCellValue(line.form());
            }
            workbook.createSheet("_talent_recall_review")
                    .createRow(0)
                    .createCell(0)
                    .setCellValue("1");
            workbook.getProperties().getCoreProperties().setModified(Optional.of(Date.from(saved)));
            try (OutputStream out = Files.newOutputStream(folder.resolve(file))) {
                workbook.write(out);
            }
        }
    }

    private List<Reading> read() throws IOException {
        List<Reading> readings = new ArrayList<>();
        try (WorkbookFeed feed = new WorkbookFeed(
                        NothingKept.INTAKE,
                        NothingKept.RAW,
                        new RejectionClassifier(),
                        ZoneId.of("Asia/Shanghai"),
                        List.of(new WorkbookFeed.Source(new SourceId("answers"), folder, List.of())),
                        null,
                        problems::add)
                .reading(
                        List.of(new ReviewReader(known::contains, record -> Optional.ofNullable(given.get(record)))))) {
            for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                readings.addAll(item.readings());
            }
        }
        return readings;
    }

    @Test
    void an_answer_is_a_record_of_the_person_asked_about_with_who_and_when() throws IOException {
        fill("review.xlsx", new Line(form(1), "岗位冻结", "", "周敏"));
        assertThat(read()).singleElement().satisfies(reading -> {
            assertThat(reading.subject()).isEqualTo(Subject.MENTION);
            assertThat(reading.links())
                    .containsExactly(new IdentityKey(
                            IdentityKey.Kind.RECORD, RecordId.of(LOG, "row 1").value()));
            assertThat(reading.record().saidAt()).isEqualTo(SAVED);
            assertThat(reading.facts()).hasSize(2);
            assertThat(reading.facts().get(0).fact()).isInstanceOfSatisfying(Review.class, review -> {
                assertThat(review.by()).isEqualTo("周敏");
                assertThat(review.at()).isEqualTo(SAVED);
            });
            assertThat(reading.facts().get(1).fact())
                    .isInstanceOfSatisfying(
                            NotHired.class, no -> assertThat(no.code()).isEqualTo(RejectionCode.HEADCOUNT_FROZEN));
            assertThat(reading.facts().get(0).locator().display()).isEqualTo("review.xlsx 未录取原因!F2");
        });
        assertThat(problems).isEmpty();
    }

    @Test
    void a_partly_filled_review_gives_what_was_filled() throws IOException {
        fill(
                "review.xlsx",
                new Line(form(1), "", "", ""),
                new Line(form(2), "薪资不符", "", "周敏"),
                new Line(form(3), "", "", ""),
                new Line(form(4), "不清楚", "", ""));
        assertThat(read())
                .hasSize(2)
                .allSatisfy(
                        reading -> assertThat(((Review) reading.facts().get(0).fact()).by())
                                .isEqualTo("周敏"));
    }

    @Test
    void refuses_a_row_with_its_cell_and_goes_on() throws IOException {
        fill("review.xlsx", new Line(form(1), "看情况", "", "周敏"), new Line(form(2), "经验不足", "ToB", "周敏"));
        List<Reading> readings = read();
        assertThat(readings.get(0).disposition()).isInstanceOfSatisfying(Disposition.Rejected.class, why -> {
            assertThat(why.code()).isEqualTo("UNKNOWN_ANSWER");
            assertThat(why.sentence()).contains("F2").contains("未录取原因");
        });
        assertThat(readings.get(1).disposition()).isInstanceOf(Disposition.Stored.class);
    }

    @Test
    void an_answer_about_what_is_no_longer_there_is_stale() throws IOException {
        fill("review.xlsx", new Line(form(1), "岗位冻结", "", "周敏"));
        known.clear();
        assertThat(read())
                .singleElement()
                .extracting(Reading::disposition)
                .isInstanceOfSatisfying(
                        Disposition.Rejected.class,
                        why -> assertThat(why.code()).isEqualTo("STALE_QUESTION"));
    }

    @Test
    void a_second_copy_of_the_same_answers_is_their_twin() throws IOException {
        fill("review.xlsx", new Line(form(1), "岗位冻结", "", "周敏"));
        fill("review (1).xlsx", new Line(form(1), "岗位冻结", "", "周敏"));
        fill("review (2).xlsx", new Line(form(1), "薪资不符", "", "周敏"));
        List<Reading> readings = read();
        assertThat(readings).extracting(reading -> reading.record().id()).doesNotHaveDuplicates();
        assertThat(readings)
                .extracting(reading -> reading.record().duplicateKey())
                .satisfies(keys -> assertThat(new HashSet<>(keys)).hasSize(2));
    }

    @Test
    void an_answer_given_again_later_is_no_twin_of_the_first() throws IOException {
        fill("1.xlsx", new Line(form(1), "岗位冻结", "", "周敏"));
        fill("2.xlsx", SAVED.plusSeconds(60), new Line(form(1), "薪资不符", "", "周敏"));
        fill("3.xlsx", SAVED.plusSeconds(120), new Line(form(1), "岗位冻结", "", "周敏"));
        assertThat(read())
                .extracting(reading -> reading.record().duplicateKey())
                .doesNotHaveDuplicates()
                .hasSize(3);
    }

    @Test
    void a_copied_row_is_told_about_and_counted() throws IOException {
        fill("review.xlsx", new Line(form(1), "岗位冻结", "", "周敏"), new Line(form(1), "薪资不符", "", "周敏"));
        List<Reading> readings = read();
        assertThat(readings).extracting(reading -> reading.record().id()).doesNotHaveDuplicates();
        assertThat(readings.get(0).disposition()).isInstanceOf(Disposition.Stored.class);
        assertThat(readings.get(1).disposition())
                .isInstanceOfSatisfying(
                        Disposition.Rejected.class,
                        why -> assertThat(why.code()).isEqualTo("ANSWERED_TWICE"));
    }

    private void keep(List<Reading> readings) {
        readings.forEach(reading -> given.put(
                reading.record().id(),
                new KnownRecord(
                        "review.xlsx",
                        1,
                        reading.record().content(),
                        reading.record().saidAt())));
    }

    private static Instant answeredAt(Reading reading) {
        return ((Review) reading.facts().get(0).fact()).at();
    }

    @Test
    void a_file_saved_again_keeps_the_time_of_answers_that_did_not_change() throws IOException {
        fill("review.xlsx", new Line(form(1), "岗位冻结", "", "周敏"), new Line(form(2), "", "", ""));
        List<Reading> first = read();
        keep(first);

        fill(
                "review.xlsx",
                SAVED.plusSeconds(86_400),
                new Line(form(1), "岗位冻结", "", "周敏"),
                new Line(form(2), "薪资不符", "", ""));
        List<Reading> again = read();
        assertThat(again.get(0)).isEqualTo(first.get(0));
        assertThat(answeredAt(again.get(1))).isEqualTo(SAVED.plusSeconds(86_400));
        keep(again);

        fill(
                "review.xlsx",
                SAVED.plusSeconds(172_800),
                new Line(form(1), "文化不符", "", "周敏"),
                new Line(form(2), "薪资不符", "", ""));
        List<Reading> changed = read();
        assertThat(answeredAt(changed.get(0))).isEqualTo(SAVED.plusSeconds(172_800));
        assertThat(answeredAt(changed.get(1))).isEqualTo(SAVED.plusSeconds(86_400));
    }

    @Test
    void an_answer_without_its_question_is_told_about() throws IOException {
        String whole = form(1).line();
        fill(
                "review.xlsx",
                new Line(form(2), "岗位冻结", "", "周敏"),
                new Line("", "薪资不符", "", ""),
                new Line(whole.substring(0, whole.length() / 2), "", "ToB", ""),
                new Line("{}", "文化不符", "", ""),
                new Line("", "", "", ""));
        List<Reading> readings = read();
        assertThat(readings).hasSize(4);
        assertThat(readings.subList(1, 4))
                .allSatisfy(reading -> assertThat(reading.disposition())
                        .isInstanceOfSatisfying(Disposition.Rejected.class, why -> {
                            assertThat(why.code()).isEqualTo("DAMAGED_FORM");
                            assertThat(why.sentence()).contains("未录取原因").containsPattern("cell J[345]");
                        }))
                .extracting(reading -> reading.record().id())
                .doesNotHaveDuplicates();
    }

    /** Whatever stands in the cells: every answered row is taken or refused with a sentence, and nothing is thrown. */
    @Test
    void every_cell_may_hold_anything() throws IOException {
        String[] junk = {
            "",
            " ",
            "null",
            "0",
            "1E308",
            "=1/0",
            "{",
            "{}",
            "[]",
            "{\"question\":null}",
            "岗位冻结",
            "x".repeat(32_000),
            "_x0000_",
            "a\nb\tc",
            "\uD800",
            "‮薪资",
            "𠮷".repeat(600),
            "'; drop table review; --",
            "<b>&amp;</b>"
        };
        List<Line> lines = new ArrayList<>();
        for (String one : junk) {
            String form = form(lines.size()).line();
            lines.add(new Line(form, one, "", "周敏"));
            lines.add(new Line(form(lines.size()).line(), "经验不足", one, ""));
            lines.add(new Line(form(lines.size()).line(), "岗位冻结", "", one));
            lines.add(new Line(one, "岗位冻结", one, one));
        }
        fill("review.xlsx", lines.toArray(Line[]::new));
        List<Reading> readings = read();
        assertThat(readings).hasSizeGreaterThan(junk.length * 3).allSatisfy(reading -> {
            if (reading.disposition() instanceof Disposition.Rejected why) {
                assertThat(why.code()).matches("[A-Z_]+");
                assertThat(why.sentence())
                        .containsPattern("[Rr]ow \\d+")
                        .endsWith(".")
                        .hasSizeLessThan(1000);
            } else {
                assertThat(reading.facts()).isNotEmpty();
            }
        });
        assertThat(problems).isEmpty();
    }
}
