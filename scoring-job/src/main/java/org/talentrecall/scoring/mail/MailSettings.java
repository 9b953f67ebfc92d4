package org.talentrecall.scoring.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the report travels, {@code recall.mail}.
 *
 * @param host SMTP server; without one the mail is laid into {@code data/outbox/}
 * @param port null for 587, or 465 with TLS, or 25 without security
 * @param password better given as the environment variable {@code RECALL_MAIL_PASSWORD}
 * @param from the sender
 * @param to who receives the report
 * @param timeout for connecting, reading and writing each
 * @param largest a mail that would be larger leaves the workbook out and says where it lies, in bytes
 */
@ConfigurationProperties(prefix = "recall.mail", ignoreUnknownFields = false)
public record MailSettings(
        @Nullable String host,
        @Nullable Integer port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("STARTTLS") Security security,
        @DefaultValue("talent-recall@localhost") String from,
        @DefaultValue List<String> to,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("10000000") long largest) {
    private static final int SUBMISSION = 587;
    private static final int SUBMISSION_TLS = 465;
    private static final int PLAIN = 25;

    /** How the connection is protected. */
    public enum Security {
        /** TLS from the first byte. */
        TLS,
        /** Begins plain and must change to TLS before anything is said. */
        STARTTLS,
        /** None: only for a server on this machine. */
        NONE
    }

    public MailSettings {
        to = List.copyOf(to);
        check("from", from);
        to.forEach(address -> check("to", address));
        if (host != null && !host.isBlank() && to.isEmpty()) {
            throw new IllegalArgumentException(
                    "recall.mail.host is set but recall.mail.to names nobody; add the addresses that receive the report");
        }
    }

    /** Whether a server is set. */
    public boolean sends() {
        return host != null && !host.isBlank();
    }

    /** The port that counts. */
    public int portOrDefault() {
        if (port != null) {
            return port;
        }
        return switch (security) {
            case TLS -> SUBMISSION_TLS;
            case STARTTLS -> SUBMISSION;
            case NONE -> PLAIN;
        };
    }

    private static void check(String setting, String address) {
        try {
            new InternetAddress(address, true).validate();
        } catch (AddressException e) {
            throw new IllegalArgumentException(
                    "recall.mail." + setting + " has an entry that is no mail address; write it as hr@example.com", e);
        }
    }
}
