package org.talentrecall.ingest.imap;

import java.io.IOException;
import java.time.Duration;

/**
 * How to reach an account.
 *
 * @param trust which certificates are accepted; of no account without TLS
 * @param timeout for connecting and for each answer
 */
public record ImapAccount(
        String host,
        int port,
        Security security,
        String user,
        SignIn signIn,
        CertificateTrust trust,
        Duration timeout) {
    /** How the connection is kept secret. */
    public enum Security {
        /** TLS from the first byte (imaps, port 993). */
        TLS,
        /** TLS after a plain greeting (port 143); a server that does not offer it is not signed in to. */
        STARTTLS,
        /** None: only for a server on the same machine. */
        NONE
    }

    /** How the account's owner is proven. */
    public sealed interface SignIn {}

    /** By a password, an app password or an authorisation code. */
    public record ByPassword(HiddenValue password) implements SignIn {}

    /** By OAuth 2 (XOAUTH2), as Microsoft 365 and Google want it. */
    public record ByToken(AccessTokens tokens) implements SignIn {}

    /** A secret that is looked up whenever it is needed, so that a changed secret file is seen. */
    @FunctionalInterface
    public interface HiddenValue {
        String get() throws IOException;
    }

    String protocol() {
        return security == Security.TLS ? "imaps" : "imap";
    }
}
