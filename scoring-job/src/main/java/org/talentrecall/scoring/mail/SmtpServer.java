package org.talentrecall.scoring.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;

/** Hands a message to the SMTP server of the settings. */
final class SmtpServer {
    private final MailSettings settings;

    SmtpServer(MailSettings settings) {
        this.settings = settings;
    }

    void send(MimeMessage message) throws MessagingException {
        String protocol = settings.security() == MailSettings.Security.TLS ? "smtps" : "smtp";
        Session session = Session.getInstance(properties("mail." + protocol + "."));
        try (Transport transport = session.getTransport(protocol)) {
            transport.connect(settings.host(), settings.portOrDefault(), settings.user(), settings.password());
            transport.sendMessage(message, message.getAllRecipients());
        }
    }

    private Properties properties(String prefix) {
        Properties properties = new Properties();
        String millis = Long.toString(settings.timeout().toMillis());
        properties.setProperty(prefix + "connectiontimeout", millis);
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        properties.setProperty(prefix + "auth", Boolean.toString(settings.user() != null));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (settings.security() == MailSettings.Security.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return properties;
    }
}
