package org.talentrecall.scoring.mail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.junit5.GreenMailExtension;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.scoring.report.Rendering;
import org.talentrecall.scoring.report.ReportFiles;
import org.talentrecall.scoring.report.SampleNight;

class ReportMailTest {
    @RegisterExtension
    static final GreenMailExtension SERVER = new GreenMailExtension(ServerSetup.SMTP.dynamicPort());

    @TempDir
    Path folder;

    private ReportFiles files = new ReportFiles(Path.of("."), null);

    @BeforeEach
    void write() throws IOException {
        files = new ReportFiles(folder.resolve("reports"), null);
        files.write(new Rendering(Locale.SIMPLIFIED_CHINESE).of(SampleNight.night()));
    }

    private ReportMail mail(@Nullable String host, int port, long largest) {
        MailSettings settings = new MailSettings(
                host,
                port,
                null,
                null,
                MailSettings.Security.NONE,
                "recall@example.com",
                List.of("hr@example.com", "boss@example.com"),
                Duration.ofSeconds(5),
                largest);
        return new ReportMail(settings, files, folder.resolve("outbox"), ZoneId.of("Asia/Shanghai"));
    }

    private ReportMail toServer(long largest) {
        return mail("127.0.0.1", SERVER.getSmtp().getPort(), largest);
    }

    @Test
    void sends_page_text_and_workbook_once() throws Exception {
        assertEquals(ReportMail.Delivery.SENT, toServer(10_000_000).deliver(SampleNight.NIGHT));
        assertEquals(ReportMail.Delivery.ALREADY_SENT, toServer(10_000_000).deliver(SampleNight.NIGHT));
        MimeMessage[] received = SERVER.getReceivedMessages();
        assertEquals(2, received.length, "one message, two recipients");
        MimeMessage message = received[0];
        assertEquals("召回日报 2026-11-23：建议联系 1 人", message.getSubject());
        assertEquals("<night-2026-11-23@talent-recall>", message.getMessageID());
        Multipart whole = (Multipart) message.getContent();
        assertEquals(3, whole.getCount());
        assertEquals("talent-recall-2026-11-23.xlsx", whole.getBodyPart(1).getFileName());
        assertEquals(
                "talent-recall-review-2026-11-23.xlsx", whole.getBodyPart(2).getFileName());
        Multipart alternatives = (Multipart) whole.getBodyPart(0).getContent();
        assertTrue(alternatives.getBodyPart(0).getContent().toString().contains("魏某"));
        assertTrue(alternatives.getBodyPart(1).getContent().toString().contains("新增3条生产线"));
        assertTrue(GreenMailUtil.getHeaders(message).contains("Auto-Submitted: auto-generated"));
    }

    @Test
    void lays_the_mail_into_the_outbox_without_a_server() throws IOException {
        assertEquals(
                ReportMail.Delivery.LAID_INTO_OUTBOX, mail(null, 0, 10_000_000).deliver(SampleNight.NIGHT));
        byte[] laid = Files.readAllBytes(folder.resolve("outbox/2026-11-23-report.eml"));
        assertArrayEquals(laid, Files.readAllBytes(folder.resolve("reports/2026-11-23/report.eml")));
        mail(null, 0, 10_000_000).deliver(SampleNight.NIGHT);
        assertArrayEquals(
                laid,
                Files.readAllBytes(folder.resolve("outbox/2026-11-23-report.eml")),
                "the same report gives the same message");
    }

    @Test
    void leaves_a_workbook_out_that_would_make_the_mail_too_large() throws Exception {
        toServer(1000).deliver(SampleNight.NIGHT);
        Multipart whole = (Multipart) SERVER.getReceivedMessages()[0].getContent();
        assertTrue(whole.getBodyPart(1).getContent().toString().contains("report.xlsx"));
    }

    @Test
    void says_in_one_sentence_that_the_server_is_away() {
        int closed = SERVER.getSmtp().getPort();
        SERVER.stop();
        MailFailure failure = assertThrows(
                MailFailure.class, () -> mail("127.0.0.1", closed, 10_000_000).deliver(SampleNight.NIGHT));
        assertTrue(failure.getMessage().contains("recall report --send"), failure.getMessage());
    }

    @Test
    void refuses_settings_that_cannot_work() {
        IllegalArgumentException failure = assertThrows(
                IllegalArgumentException.class,
                () -> new MailSettings(
                        "smtp.example.com",
                        null,
                        null,
                        null,
                        MailSettings.Security.STARTTLS,
                        "recall@example.com",
                        List.of(),
                        Duration.ofSeconds(1),
                        1));
        assertTrue(failure.getMessage().contains("recall.mail.to"), failure.getMessage());
    }
}
