package org.talentrecall.ingest.mailbox;

import java.io.IOException;
import java.time.Duration;
import java.util.Properties;

/**
 * How to reach an account.
 *
 * @param password asked for at each connection, so that a changed secret file is seen
 * @param timeout for connecting and for each answer
 */
public record ImapAccount(String host, int port, Security security, String user, Password password, Duration timeout) {
    /** How the connection is kept secret. */
    public enum Security {
        /** TLS from the first byte (imaps, port 993). */
        TLS,
        /** TLS after a plain greeting (port 143). */
        STARTTLS,
        /** None: only for a server on the same machine. */
        NONE
    }

    /** Where the password comes from. */
    @FunctionalInterface
    public interface Password {
        String get() throws IOException;
    }

    String protocol() {
        return security == Security.TLS ? "imaps" : "imap";
    }

    Properties properties() {
        Properties properties = new Properties();
        String prefix = "mail." + protocol() + '.';
        String millis = Long.toString(timeout.toMillis());
        properties.setProperty("mail.store.protocol", protocol());
        properties.setProperty(prefix + "connectiontimeout", millis);
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "partialfetch", "true");
        properties.setProperty(prefix + "fetchsize", Integer.toString(1 << 20));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (security == Security.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return properties;
    }
}
