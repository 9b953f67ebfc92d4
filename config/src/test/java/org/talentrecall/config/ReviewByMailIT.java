package org.talentrecall.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.activation.DataHandler;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The night's mail goes out through a server, and its workbook comes back filled through the mailbox. */
class ReviewByMailIT {
    private static final String HR = "zhoumin@yuantu.example.com";
    private static final String RECALL = "recall@yuantu.example.com";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(new ServerSetup[] {
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
                new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            })
            .withConfiguration(GreenMailConfiguration.aConfig()
                    .withUser(HR, "zhoumin", "secret")
                    .withUser(RECALL, "recall", "secret"));

    @TempDir
    private Path folder;

    private Path home() {
        return SampleHome.onNode(
                folder.resolve("home"),
                all -> SampleHome.small()
                        + "      - {name: recall-mail, kind: imap, host: 127.0.0.1, port: "
                        + SERVER.getImap().getPort()
                        + ", security: none, user: recall, password: secret}\n"
                        + "  mail: {host: 127.0.0.1, port: " + SERVER.getSmtp().getPort()
                        + ", security: NONE, from: " + RECALL + ", to: [" + HR + "]}\n");
    }

    /** What HR's mail program shows: the night's mail and the workbook for answers in it. */
    private static MimeMessage received() throws Exception {
        for (MimeMessage message : SERVER.getReceivedMessages()) {
            if (message.getAllRecipients()[0].toString().equals(HR)) {
                return message;
            }
        }
        throw new AssertionError("No mail for " + HR);
    }

    private static byte[] workbook(Message message) throws Exception {
        Multipart whole = (Multipart) message.getContent();
        for (int i = 0; i < whole.getCount(); i++) {
            BodyPart part = whole.getBodyPart(i);
            if (part.getFileName() != null && part.getFileName().contains("review")) {
                return part.getInputStream().readAllBytes();
            }
        }
        throw new AssertionError("The mail has no workbook for answers");
    }

    private static void reply(MimeMessage to, String id, String sent, byte[] workbook) throws Exception {
        MimeMessage reply = new MimeMessage(to.getSession()) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@yuantu.example.com>");
            }
        };
        reply.setFrom(new InternetAddress(HR, "周敏", "UTF-8"));
        reply.setRecipient(Message.RecipientType.TO, new InternetAddress(RECALL));
        reply.setSubject("Re: " + to.getSubject(), "UTF-8");
        reply.setHeader("In-Reply-To", to.getMessageID());
        reply.setSentDate(Date.from(Instant.parse(sent)));
        MimeBodyPart words = new MimeBodyPart();
        words.setText("填好了，见附件。", "UTF-8");
        MimeBodyPart attached = new MimeBodyPart();
        attached.setDataHandler(new DataHandler(new ByteArrayDataSource(workbook, XLSX)));
        attached.setFileName("talent-recall-review.xlsx");
        reply.setContent(new MimeMultipart(words, attached));
        reply.saveChanges();
        SERVER.getUserManager().getUser("recall").deliver(reply);
    }

    private static List<JsonNode> answers(Path home, String person, String question) {
        Recalled dossier = Recalled.with(home, "dossier", person, "--format", "json");
        assertThat(dossier.code()).as(dossier.err()).isZero();
        List<JsonNode> found = new ArrayList<>();
        collect(dossier.json(), question, found);
        return found;
    }

    private static void collect(JsonNode node, String question, List<JsonNode> found) {
        if (node.path("question").asString("").equals(question) && node.has("by")) {
            found.add(node);
        }
        node.forEach(child -> collect(child, question, found));
    }

    private static void ingest(Path home) {
        Recalled ingest = Recalled.with(home, "ingest");
        assertThat(ingest.code()).as(ingest.err() + ingest.out()).isZero();
    }

    @Test
    void the_nights_workbook_mailed_back_becomes_answers_and_a_second_copy_wins_visibly() throws Exception {
        Path home = home();
        Recalled night = Recalled.with(home, "nightly", "--date", SampleHome.NIGHT.toString());
        assertThat(night.code()).as(night.err()).isIn(0, 3);
        JsonNode question = SampleHome.report(home)
                .path("review")
                .valueStream()
                .filter(one -> one.path("kind").asString().equals("REASON"))
                .findFirst()
                .orElseThrow();
        String id = question.path("id").asString();
        String person = question.path("candidateId").asString();
        MimeMessage mail = received();

        reply(
                mail,
                "first",
                "2026-11-24T01:00:00Z",
                FilledReview.of(workbook(mail), id, "2026-11-23T23:00:00Z", FilledReview.because("文化不符", "周敏")));
        ingest(home);
        assertThat(answers(home, person, id)).singleElement().satisfies(answer -> {
            assertThat(answer.path("kind").asString()).isEqualTo("REASON");
            assertThat(answer.path("by").asString()).isEqualTo("周敏");
            assertThat(answer.path("at").asString()).isEqualTo("2026-11-24T01:00:00Z");
        });
        assertThat(Recalled.with(home, "dossier", person).out()).contains("文化不符", "已归档");

        reply(
                mail,
                "second",
                "2026-11-24T03:00:00Z",
                FilledReview.of(workbook(mail), id, "2026-11-23T23:00:00Z", FilledReview.because("薪资不符", "")));
        ingest(home);
        ingest(home);
        assertThat(answers(home, person, id))
                .extracting(answer -> answer.path("at").asString())
                .containsExactlyInAnyOrder("2026-11-24T01:00:00Z", "2026-11-24T03:00:00Z");
        assertThat(Recalled.with(home, "dossier", person, "--format", "json").out())
                .contains("\"SALARY\"")
                .doesNotContain("\"code\":\"CULTURE\"", "\"code\" : \"CULTURE\"");
        assertThat(Recalled.with(home, "dossier", person).out()).contains("薪资不符", "文化不符");
        assertThat(Recalled.with(home, "audit", "--json").out().split("\"REVIEW\"", -1))
                .as("each answer is in the audit once")
                .hasSize(3);
    }
}
