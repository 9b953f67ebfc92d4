package org.talentrecall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.review.ReviewForm;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.review.ReviewReader;
import org.talentrecall.ingest.source.NothingKept;
import org.talentrecall.ingest.spreadsheet.WorkbookFeed;
import org.talentrecall.scoring.report.RenderedReport;
import org.talentrecall.scoring.report.ReportFiles;

/** A review that was filled in with LibreOffice. Needs {@code soffice} and {@code python3-uno}: run with {@code -Poffice}. */
class ReviewInOfficeIT {
    @TempDir
    private Path folder;

    private static RenderedReport.Review question(int number, Review.Kind kind) {
        ReviewForm form = new ReviewForm(
                "question" + number,
                kind,
                RecordId.of(new SourceId("log"), "row " + number),
                null,
                new NotHired(RejectionCode.UNKNOWN, null, "未录用", null, "产品经理", null),
                List.of());
        return new RenderedReport.Review(
                "P-0000000000a" + number,
                "林某",
                kind.name(),
                "请补充未录取原因",
                new RenderedReport.Evidence("未录用", "log.xlsx 面试!F" + number),
                form.question(),
                form.line());
    }

    @Test
    void comes_back_with_its_answers_its_questions_and_its_lists() throws Exception {
        RenderedReport report = new RenderedReport(
                LocalDate.of(2026, 11, 23),
                Locale.SIMPLIFIED_CHINESE.toLanguageTag(),
                List.of(),
                List.of(),
                List.of(
                        question(1, Review.Kind.REASON),
                        question(2, Review.Kind.REASON),
                        question(3, Review.Kind.VERIFICATION)),
                List.of(),
                new RenderedReport.Reconciliation(List.of(), 0, 0, true));
        Path asked = Files.write(folder.resolve("asked.xlsx"), ReportFiles.review(report));
        Path answered = Files.createDirectories(folder.resolve("answers")).resolve("review.xlsx");
        fill(asked, answered, "未录取原因", "F3=经验不足", "G3=ToB", "H3=二面时说过", "I3=周敏");

        List<Reading> readings = read(answered.getParent());

        assertThat(readings).singleElement().satisfies(reading -> {
            assertThat(reading.facts().get(0).fact()).isInstanceOfSatisfying(Review.class, review -> {
                assertThat(review.question()).isEqualTo("question2");
                assertThat(review.by()).isEqualTo("周敏");
                assertThat(review.note()).isEqualTo("二面时说过");
            });
            assertThat(reading.facts().get(1).fact()).isInstanceOfSatisfying(NotHired.class, no -> {
                assertThat(no.code()).isEqualTo(RejectionCode.EXPERIENCE_GAP);
                assertThat(no.detail()).isEqualTo("ToB");
            });
        });
        try (InputStream in = Files.newInputStream(answered);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            assertThat(workbook.getSheet("未录取原因").getDataValidations()).isNotEmpty();
            assertThat(workbook.getSheet("未录取原因").isColumnHidden(9)).isTrue();
            assertThat(workbook.getSheet("未录取原因").getProtect()).isTrue();
        }
    }

    private void fill(Path source, Path target, String sheet, String... cells) throws Exception {
        Path script = folder.resolve("fill.py");
        try (InputStream in = ReviewInOfficeIT.class.getResourceAsStream("/office/fill.py")) {
            Files.copy(in, script, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>(
                List.of("/usr/bin/python3", script.toString(), source.toString(), target.toString(), sheet));
        command.addAll(List.of(cells));
        Path log = folder.resolve("office.log");
        Process office = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(office.waitFor()).as(Files.readString(log)).isZero();
    }

    private static List<Reading> read(Path answers) throws Exception {
        List<Reading> readings = new ArrayList<>();
        try (WorkbookFeed feed = new WorkbookFeed(
                        NothingKept.INTAKE,
                        NothingKept.RAW,
                        new RejectionClassifier(),
                        ZoneId.of("Asia/Shanghai"),
                        List.of(new WorkbookFeed.Source(new SourceId("answers"), answers, List.of())),
                        null,
                        problem -> {
                            throw new AssertionError(problem.sentence());
                        })
                .reading(List.of(new ReviewReader(record -> true, record -> Optional.empty())))) {
            for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                readings.addAll(item.readings());
            }
        }
        return readings;
    }
}
