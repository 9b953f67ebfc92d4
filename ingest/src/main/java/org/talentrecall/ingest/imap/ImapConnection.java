package org.talentrecall.ingest.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.ListInfo;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceUnreadable;

/**
 * A connection to an account that is made when it is first needed and made again, with growing pauses, when it is lost.
 * Whatever is asked is only asked: nothing in the account changes. Every failure is a {@link SourceUnreadable} whose
 * sentence says what to do and holds no secret. Not safe for use by several threads.
 */
public final class ImapConnection implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ImapConnection.class);
    private static final List<String> UNSELECTABLE = List.of("\\noselect", "\\nonexistent");

    private final ImapFailures failures;
    private final ImapAccount account;
    private final Backoff backoff;
    private @Nullable IMAPStore store;
    private boolean signedInBefore;

    public ImapConnection(SourceId source, ImapAccount account, Backoff backoff) {
        this.failures = new ImapFailures(source, account);
        this.account = account;
        this.backoff = backoff;
    }

    /** Something asked of the server; asked again after a lost connection. */
    @FunctionalInterface
    interface Question<T extends @Nullable Object> {
        T ask(IMAPStore store) throws MessagingException, SourceUnreadable;
    }

    /**
     * A folder as LIST names it.
     *
     * @param separator what parts levels in the name; 0 where folders lie in no folder
     */
    public record Listed(String name, char separator) {}

    /** The folders that a pattern names and that can hold messages, by name. */
    public List<Listed> folders(FolderPattern pattern) throws SourceUnreadable {
        return asked(connected -> {
            IMAPFolder root = (IMAPFolder) connected.getDefaultFolder();
            char separator = root.getSeparator();
            ListInfo[] infos = (ListInfo[]) root.doCommand(protocol -> protocol.list("", pattern.on(separator)));
            Map<String, Listed> found = new TreeMap<>();
            for (ListInfo info : infos == null ? new ListInfo[0] : infos) {
                if (info.canOpen && !unselectable(info)) {
                    found.put(info.name, new Listed(info.name, info.separator));
                }
            }
            return List.copyOf(found.values());
        });
    }

    private static boolean unselectable(ListInfo info) {
        for (String attribute : info.attrs == null ? new String[0] : info.attrs) {
            if (UNSELECTABLE.contains(attribute.toLowerCase(java.util.Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** Opens a folder for reading only (EXAMINE). */
    public ExaminedFolder examine(String name) throws SourceUnreadable {
        return new ExaminedFolder(this, name);
    }

    /** That no folder fits a pattern. */
    public SourceProblem missing(FolderPattern pattern) {
        return failures.missing(pattern.text());
    }

    ImapFailures failures() {
        return failures;
    }

    /** Asks until there is an answer, a failure that waiting does not heal, or no try left. */
    <T extends @Nullable Object> T asked(Question<T> question) throws SourceUnreadable {
        for (int failed = 1; ; failed++) {
            try {
                return question.ask(connected());
            } catch (MessagingException e) {
                ImapFailures.Failure failure = failures.explain(e, signedInBefore);
                drop();
                if (!failure.passes() || failed > backoff.tries()) {
                    LOG.debug("Source {} failed", failures.source(), e);
                    throw new SourceUnreadable(failure.problem());
                }
                LOG.info(
                        "Source {} lost its connection, for the {}. time in a row; it is made again",
                        failures.source(),
                        failed);
                pause(failed);
            }
        }
    }

    private void pause(int failed) throws SourceUnreadable {
        try {
            backoff.sleeper().sleep(backoff.pause(failed));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceUnreadable(failures.stopped());
        }
    }

    private IMAPStore connected() throws MessagingException, SourceUnreadable {
        if (store != null) {
            return store;
        }
        IMAPStore fresh;
        if (account.signIn() instanceof ImapAccount.ByToken byToken) {
            try {
                fresh = signedIn(token(byToken.tokens()));
            } catch (AuthenticationFailedException e) {
                // The server may have revoked the token before its time; a new one settles whether that was it.
                LOG.debug("Source {}: access token refused", failures.source(), e);
                byToken.tokens().forget();
                fresh = signedIn(token(byToken.tokens()));
            }
        } else {
            fresh = signedIn(password((ImapAccount.ByPassword) account.signIn()));
        }
        store = fresh;
        signedInBefore = true;
        return fresh;
    }

    private IMAPStore signedIn(String secret) throws MessagingException, SourceUnreadable {
        IMAPStore fresh = (IMAPStore) Session.getInstance(properties()).getStore(account.protocol());
        fresh.connect(account.host(), account.port(), account.user(), secret);
        // 163, 126 and QQ refuse clients that do not say who they are (RFC 2971).
        if (fresh.hasCapability("ID")) {
            Map<String, String> who = new LinkedHashMap<>();
            who.put("name", "Talent Recall");
            who.put("vendor", "talentrecall.org");
            fresh.id(who);
        }
        return fresh;
    }

    private String password(ImapAccount.ByPassword by) throws SourceUnreadable {
        try {
            return by.password().get();
        } catch (IOException e) {
            throw new SourceUnreadable(failures.unreadableFile("password-file", e));
        }
    }

    private String token(AccessTokens tokens) throws SourceUnreadable {
        try {
            return tokens.token();
        } catch (AccessTokens.NoToken e) {
            throw new SourceUnreadable(failures.noToken(e));
        }
    }

    private Properties properties() throws SourceUnreadable {
        Properties properties = new Properties();
        String prefix = "mail." + account.protocol() + '.';
        String millis = Long.toString(account.timeout().toMillis());
        properties.setProperty("mail.store.protocol", account.protocol());
        properties.setProperty(prefix + "connectiontimeout", millis);
        properties.setProperty(prefix + "timeout", millis);
        properties.setProperty(prefix + "writetimeout", millis);
        if (account.signIn() instanceof ImapAccount.ByToken) {
            properties.setProperty(prefix + "auth.mechanisms", "XOAUTH2");
            properties.setProperty(prefix + "auth.login.disable", "true");
            properties.setProperty(prefix + "auth.plain.disable", "true");
        }
        if (account.security() != ImapAccount.Security.NONE) {
            try {
                properties.put(prefix + "ssl.socketFactory", account.trust().sockets());
            } catch (IOException e) {
                throw new SourceUnreadable(failures.unreadableFile("ca-file", e));
            } catch (GeneralSecurityException e) {
                throw new SourceUnreadable(failures.noCertificates());
            }
            properties.setProperty(prefix + "socketFactory.fallback", "false");
            properties.setProperty(
                    prefix + "ssl.checkserveridentity",
                    Boolean.toString(account.trust().checksName()));
        }
        if (account.security() == ImapAccount.Security.STARTTLS) {
            properties.setProperty(prefix + "starttls.enable", "true");
            properties.setProperty(prefix + "starttls.required", "true");
        }
        return properties;
    }

    /** Lets go of a connection that is lost. */
    private void drop() {
        IMAPStore lost = store;
        store = null;
        if (lost != null) {
            signOff(lost);
        }
    }

    private void signOff(IMAPStore from) {
        try {
            from.close();
        } catch (MessagingException e) {
            // Nothing is written back to a server, so nothing is lost.
            LOG.debug("Source {} did not sign off", failures.source(), e);
        }
    }

    @Override
    public void close() {
        drop();
    }
}
