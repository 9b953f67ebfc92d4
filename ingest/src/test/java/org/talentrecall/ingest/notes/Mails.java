package org.talentrecall.ingest.notes;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Mails of a fictional company whose domain is corp.example.com. */
final class Mails {
    private static final String OWN = "@corp.example.com";

    private Mails() {}

    static MailText mail(String from, String to, String subject, String own) {
        return mail(from, to, subject, own, "", List.of());
    }

    /** @param from as {@code Name <address>} or a bare address */
    static MailText mail(
            String from,
            String to,
            String subject,
            String own,
            String quoted,
            List<MailText.AttachmentNote> attachments) {
        return new MailText(
                "id@example.com",
                "box",
                null,
                subject,
                address(from),
                List.of(address(to)),
                List.of(),
                Instant.parse("2025-06-12T02:20:51Z"),
                ZoneId.of("Asia/Shanghai"),
                own,
                quoted,
                quoted.isEmpty() ? 0 : (int) own.lines().count() + 2,
                "",
                null,
                List.of(),
                attachments,
                false);
    }

    static MailText bulk(String from, String subject, String own) {
        MailText mail = mail(from, "hr" + OWN, subject, own);
        return new MailText(
                mail.messageId(),
                mail.mailbox(),
                null,
                subject,
                mail.from(),
                mail.to(),
                mail.cc(),
                mail.sentAt(),
                mail.zone(),
                own,
                "",
                0,
                "",
                null,
                List.of(),
                List.of(),
                true);
    }

    static List<MailText.AttachmentNote> pdf(String name) {
        return List.of(new MailText.AttachmentNote(name, "application/pdf"));
    }

    private static MailText.Address address(String written) {
        int open = written.indexOf('<');
        String mail = (open < 0 ? written : written.substring(open + 1, written.length() - 1)).toLowerCase(Locale.ROOT);
        @Nullable String name = open < 0 ? null : written.substring(0, open).strip();
        return new MailText.Address(name, mail, mail.endsWith(OWN));
    }
}
