package org.talentrecall.scoring.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.scoring.report.ReportFiles;

/**
 * Mails a night's report. The message is always written beside the report as {@code report.eml}; it is then sent, or laid
 * into the outbox. A message that went out already is not sent again: the file {@code report.sent} beside it keeps its
 * hash.
 */
public final class ReportMail {
    private static final String MESSAGE = "report.eml";
    private static final String SENT = "report.sent";

    private final MailSettings settings;
    private final ReportFiles reports;
    private final Path outbox;
    private final ReportMessage message;

    public ReportMail(MailSettings settings, ReportFiles reports, Path outbox, ZoneId zone) {
        this.settings = settings;
        this.reports = reports;
        this.outbox = outbox;
        this.message = new ReportMessage(settings, zone);
    }

    /** What became of the mail. */
    public enum Delivery {
        SENT,
        /** No server is set; the message lies in the outbox. */
        LAID_INTO_OUTBOX,
        /** The same message had gone out before. */
        ALREADY_SENT
    }

    /**
     * Delivers a night's mail.
     *
     * @throws MailFailure when the server does not take it
     * @throws IOException when the night's report is missing or the message cannot be written
     */
    public Delivery deliver(LocalDate night) throws IOException {
        ReportFiles.Written written = reports.read(night);
        MimeMessage mail = make(written);
        byte[] bytes = bytes(mail);
        ReportFiles.put(written.folder().resolve(MESSAGE), bytes);
        if (!settings.sends()) {
            Files.createDirectories(outbox);
            ReportFiles.put(outbox.resolve(night + "-report.eml"), bytes);
            return Delivery.LAID_INTO_OUTBOX;
        }
        Path marker = written.folder().resolve(SENT);
        String hash = ContentHash.of(bytes).value();
        if (Files.exists(marker) && Files.readString(marker).strip().equals(hash)) {
            return Delivery.ALREADY_SENT;
        }
        send(mail);
        ReportFiles.put(marker, (hash + "\n").getBytes(StandardCharsets.UTF_8));
        return Delivery.SENT;
    }

    private void send(MimeMessage mail) {
        try {
            new SmtpServer(settings).send(mail);
        } catch (MessagingException e) {
            throw new MailFailure(
                    "The mail server " + settings.host() + ":" + settings.portOrDefault() + " did not take the report ("
                            + e.getClass().getSimpleName()
                            + "); check recall.mail, then run: recall report --send",
                    e);
        }
    }

    private MimeMessage make(ReportFiles.Written written) throws IOException {
        try {
            return message.make(written);
        } catch (MessagingException e) {
            throw new IOException("The report's mail could not be made", e);
        }
    }

    private static byte[] bytes(MimeMessage mail) throws IOException {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            mail.writeTo(bytes);
            return bytes.toByteArray();
        } catch (MessagingException e) {
            throw new IOException("The report's mail could not be written", e);
        }
    }
}
