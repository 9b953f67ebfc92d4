package org.talentrecall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A question goes out in the night's workbook and comes back answered: in the folder, by mail, late, twice, and wrong. */
class ReviewIT {
    private static final String NIGHT = SampleHome.NIGHT.toString();

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void ask() {
        Path mails = folder.resolve("answers");
        home = SampleHome.onNode(
                folder.resolve("home"),
                all -> SampleHome.small() + "      - {name: answers, kind: eml, path: \""
                        + mails.toString().replace('\\', '/') + "\"}\n");
        try {
            Files.createDirectories(mails);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        Recalled night = Recalled.with(home, "nightly", "--date", NIGHT);
        assertThat(night.code()).as(night.err()).isIn(0, 3);
    }

    private JsonNode reason() {
        for (JsonNode question : SampleHome.report(home).path("review")) {
            if (question.path("kind").asString().equals("REASON")) {
                return question;
            }
        }
        throw new AssertionError("The sample asks for no reason");
    }

    /** The night's workbook with something written into the row of a question. */
    private byte[] filled(String question, String saved, Consumer<Row> answer) throws IOException {
        byte[] asked = Files.readAllBytes(home.resolve("data/reports/" + NIGHT + "/review.xlsx"));
        return FilledReview.of(asked, question, saved, answer);
    }

    private void drop(String file, byte[] workbook) throws IOException {
        Files.createDirectories(home.resolve("data/review"));
        Files.write(home.resolve("data/review").resolve(file), workbook);
    }

    private void mail(String file, String from, String date, byte[] workbook) throws IOException {
        String message =
                """
                From: =?UTF-8?B?5ZGo5pWP?= <%s>
                To: recall@yuantu.example.com
                Subject: Re: review
                Date: %s
                Message-ID: <%s@yuantu.example.com>
                In-Reply-To: <night-%s@talent-recall>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="b"

                --b
                Content-Type: text/plain; charset=utf-8

                filled
                --b
                Content-Type: application/vnd.openxmlformats-officedocument.spreadsheetml.sheet; name="review.xlsx"
                Content-Disposition: attachment; filename="review.xlsx"
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(from, date, file, NIGHT, Base64.getMimeEncoder().encodeToString(workbook));
        Path mails = folder.resolve("answers");
        try (OutputStream out = Files.newOutputStream(mails.resolve(file + ".eml"))) {
            out.write(message.replace("\n", "\r\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private String dossier(String person) {
        Recalled dossier = Recalled.with(home, "dossier", person);
        assertThat(dossier.code()).as(dossier.err()).isZero();
        return dossier.out();
    }

    private Recalled ingest() {
        return Recalled.with(home, "ingest");
    }

    @Test
    void an_answer_dropped_into_the_folder_stands_in_the_dossier_and_is_not_asked_again() throws IOException {
        JsonNode question = reason();
        String person = question.path("candidateId").asString();
        assertThat(dossier(person)).contains("已录入").doesNotContain("文化不符");
        drop(
                "review.xlsx",
                filled(question.path("id").asString(), "2026-11-24T08:30:00Z", FilledReview.because("文化不符", "周敏")));

        assertThat(ingest().code()).isZero();

        assertThat(dossier(person)).contains("文化不符", "周敏", "2026-11-24", "已更正", "已归档", "review.xlsx");
        Recalled again = Recalled.with(home, "nightly", "--date", "2026-11-25");
        assertThat(again.code()).as(again.err()).isIn(0, 3);
        Recalled open = Recalled.with(home, "review", "--json");
        assertThat(open.out()).doesNotContain(question.path("id").asString());
        assertThat(Recalled.with(home, "audit", "--json").out()).contains("REVIEW");
        assertThat(Recalled.with(home, "audit", "verify").code()).isZero();
    }

    @Test
    void answers_stay_when_the_file_is_cleared_away() throws IOException {
        JsonNode question = reason();
        drop(
                "review.xlsx",
                filled(question.path("id").asString(), "2026-11-24T08:30:00Z", FilledReview.because("文化不符", "周敏")));
        assertThat(ingest().code()).isZero();
        Files.delete(home.resolve("data/review/review.xlsx"));

        assertThat(ingest().code()).isZero();

        assertThat(dossier(question.path("candidateId").asString())).contains("文化不符");
        Recalled again = Recalled.with(home, "nightly", "--date", "2026-11-25");
        assertThat(again.code()).as(again.err()).isIn(0, 3);
        assertThat(again.out() + again.err()).doesNotContain("holds no workbook");
    }

    @Test
    void a_later_answer_by_mail_wins_and_both_can_be_seen() throws IOException {
        JsonNode question = reason();
        String person = question.path("candidateId").asString();
        String id = question.path("id").asString();
        drop("review.xlsx", filled(id, "2026-11-24T08:30:00Z", FilledReview.because("文化不符", "周敏")));
        mail(
                "answer",
                "zhoumin@yuantu.example.com",
                "Wed, 25 Nov 2026 09:00:00 +0800",
                filled(id, "2026-11-24T08:30:00Z", FilledReview.because("薪资不符", "")));

        assertThat(ingest().code()).isZero();

        assertThat(dossier(person)).contains("薪资不符", "文化不符", "周敏", "2026-11-25");
        JsonNode json =
                Recalled.with(home, "dossier", person, "--format", "json").json();
        assertThat(json.toString()).contains("SALARY").doesNotContain("\"code\":\"CULTURE\"");
    }

    @Test
    void a_stranger_cannot_answer() throws IOException {
        JsonNode question = reason();
        mail(
                "forged",
                "somebody@elsewhere.example.org",
                "Wed, 25 Nov 2026 09:00:00 +0800",
                filled(question.path("id").asString(), "2026-11-24T08:30:00Z", FilledReview.because("诚信问题", "周敏")));

        assertThat(ingest().code()).isEqualTo(3);

        assertThat(dossier(question.path("candidateId").asString())).doesNotContain("诚信问题");
    }

    @Test
    void a_wrong_answer_comes_back_with_its_cell() throws IOException {
        JsonNode question = reason();
        drop(
                "review.xlsx",
                filled(question.path("id").asString(), "2026-11-24T08:30:00Z", FilledReview.because("看情况", "周敏")));

        assertThat(ingest().code()).isEqualTo(3);

        assertThat(Recalled.with(home, "rejected", "--json").out()).contains("UNKNOWN_ANSWER", "F2");
        assertThat(dossier(question.path("candidateId").asString())).contains("已录入");
    }
}
