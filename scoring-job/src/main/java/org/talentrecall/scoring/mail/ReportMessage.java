package org.talentrecall.scoring.mail;

import jakarta.activation.DataHandler;
import jakarta.activation.FileDataSource;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Date;
import java.util.Properties;
import org.talentrecall.scoring.report.ReportFiles;
import org.talentrecall.scoring.report.ReportTexts;

/**
 * Makes the report's mail: plain text and page as alternatives, the workbooks attached. Equal reports give equal messages:
 * the Message-ID, the date and the boundaries derive from the night, so that an answer to the mail can be told by its
 * In-Reply-To.
 */
final class ReportMessage {
    private static final String CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int SENT_AT = 7;

    private final MailSettings settings;
    private final ZoneId zone;

    ReportMessage(MailSettings settings, ZoneId zone) {
        this.settings = settings;
        this.zone = zone;
    }

    /** The Message-ID of a night's mail, without angle brackets. */
    static String messageId(java.time.LocalDate night) {
        return "night-" + night + "@talent-recall";
    }

    MimeMessage make(ReportFiles.Written written) throws MessagingException, IOException {
        java.time.LocalDate night = written.report().date();
        MimeMultipart alternatives = multipart("alternative", "alternatives-" + night);
        alternatives.addBodyPart(part(written.text(), "plain"));
        alternatives.addBodyPart(part(written.page(), "html"));
        MimeBodyPart body = new MimeBodyPart();
        body.setContent(alternatives);
        MimeMultipart whole = multipart("mixed", "report-" + night);
        whole.addBodyPart(body);
        if (Files.size(written.workbook()) + written.page().length() < settings.largest()) {
            whole.addBodyPart(workbook(written.workbook(), "talent-recall-" + night + ".xlsx"));
        } else {
            whole.addBodyPart(part(written.workbook().toAbsolutePath().toString(), "plain"));
        }
        if (written.review() != null && Files.size(written.review()) < settings.largest()) {
            whole.addBodyPart(workbook(written.review(), "talent-recall-review-" + night + ".xlsx"));
        }
        MimeMessage message = new Identified(messageId(night));
        message.setFrom(new InternetAddress(settings.from()));
        for (String recipient : settings.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
        }
        message.setSubject(ReportTexts.subject(written.report()), "UTF-8");
        message.setSentDate(Date.from(night.atTime(SENT_AT, 0).atZone(zone).toInstant()));
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setHeader("Content-Language", written.report().language());
        message.setContent(whole);
        message.saveChanges();
        return message;
    }

    private static MimeBodyPart part(String text, String subtype) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(text, "UTF-8", subtype);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static MimeBodyPart workbook(Path file, String name) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new FileDataSource(file.toFile()) {
            @Override
            public String getContentType() {
                return CONTENT_TYPE;
            }
        }));
        part.setFileName(name);
        return part;
    }

    private static MimeMultipart multipart(String subtype, String boundary) throws MessagingException {
        ContentType type = new ContentType("multipart", subtype, null);
        type.setParameter("boundary", "=_" + boundary);
        return new FixedBoundary(type.toString());
    }

    /** A multipart whose boundary is ours instead of one made from the clock. */
    private static final class FixedBoundary extends MimeMultipart {
        FixedBoundary(String contentType) {
            this.contentType = contentType;
        }
    }

    /** A message that keeps its Message-ID when it is saved. */
    private static final class Identified extends MimeMessage {
        private final String id;

        Identified(String id) {
            super(Session.getInstance(new Properties()));
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + id + ">");
        }
    }
}
