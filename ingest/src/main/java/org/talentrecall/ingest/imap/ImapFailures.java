package org.talentrecall.ingest.imap;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.iap.BadCommandException;
import org.eclipse.angus.mail.iap.CommandFailedException;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceProblem.Code;

/**
 * Puts what can go wrong with an account into sentences: what, where, what to do. The server's own words are left out;
 * some servers repeat what they were sent.
 */
record ImapFailures(SourceId source, ImapAccount account) {
    /** @param passes whether it may be gone in a moment, so that trying again makes sense */
    record Failure(boolean passes, SourceProblem problem) {}

    /** @param begun whether the server had been signed in to before */
    Failure explain(MessagingException failure, boolean begun) {
        if (failure instanceof AuthenticationFailedException) {
            return signIn(failure);
        }
        if (failure instanceof FolderNotFoundException missing) {
            String folder =
                    missing.getFolder() == null ? "" : missing.getFolder().getFullName();
            return lasting(missing(folder));
        }
        CertificateTrust.NotTrusted untrusted = cause(failure, CertificateTrust.NotTrusted.class);
        if (untrusted != null) {
            return lasting(problem(Code.REFUSED, untrusted(untrusted)));
        }
        SSLException tls = cause(failure, SSLException.class);
        if (tls != null && !begun && isNoTls(tls)) {
            return lasting(problem(
                    Code.UNREACHABLE,
                    place() + " does not speak TLS there: use security starttls, or the port for TLS (993)."));
        }
        if (String.valueOf(failure.getMessage()).contains("STARTTLS")) {
            return lasting(
                    problem(
                            Code.REFUSED,
                            place()
                                    + " does not offer STARTTLS, so no password was sent: use security tls and port 993, or ask its administrator."));
        }
        if (cause(failure, CommandFailedException.class) != null || cause(failure, BadCommandException.class) != null) {
            return lasting(
                    problem(
                            Code.REFUSED,
                            place()
                                    + " refuses to show a folder: allow IMAP clients in the mailbox's own settings (163, 126 and QQ ask for that), or correct the folders in recall.ingest.sources."));
        }
        if (cause(failure, UnknownHostException.class) != null) {
            return new Failure(
                    true,
                    problem(
                            Code.UNREACHABLE,
                            "no machine is called " + account.host()
                                    + ": correct the host in recall.ingest.sources, or check the network."));
        }
        String why = " (" + root(failure).getClass().getSimpleName() + ")";
        return new Failure(
                true,
                begun
                        ? problem(
                                Code.BROKEN_OFF,
                                "the connection to " + place() + " broke off and could not be made again" + why
                                        + "; the next run goes on behind the last message.")
                        : problem(
                                Code.UNREACHABLE,
                                "no connection to " + place() + why
                                        + ": check host, port, security and the firewall; the next run tries again."));
    }

    private Failure signIn(MessagingException failure) {
        String words = String.valueOf(failure.getMessage()).toUpperCase(Locale.ROOT);
        // RFC 5530: these say that the account is busy, not that it is refused.
        boolean busy = words.contains("[UNAVAILABLE]") || words.contains("[INUSE]") || words.contains("[LIMIT]");
        if (busy) {
            return new Failure(
                    true,
                    problem(
                            Code.UNREACHABLE,
                            place() + " lets nobody sign in for the moment; the next run tries again."));
        }
        boolean byToken = account.signIn() instanceof ImapAccount.ByToken;
        return lasting(
                problem(
                        Code.REFUSED,
                        place() + " refuses the sign-in: "
                                + (byToken
                                        ? "check user, client and scope, and that the mailbox allows IMAP with OAuth 2."
                                        : "check user and password (163, 126 and QQ want an authorisation code, Google an app password).")));
    }

    private String untrusted(CertificateTrust.NotTrusted untrusted) {
        boolean pinned = !account.trust().fingerprints().isEmpty();
        return "the certificate of " + place() + (pinned ? " is not the one that is set" : " is not trusted")
                + ": compare its SHA-256 " + untrusted.fingerprint()
                + " with the server's administrator, then set ca-file or certificate-sha256.";
    }

    private static boolean isNoTls(SSLException failure) {
        String words = String.valueOf(failure.getMessage());
        return words.contains("plaintext connection") || words.contains("Unsupported or unrecognized SSL message");
    }

    SourceProblem missing(String folder) {
        return problem(
                Code.MISSING,
                "no folder " + folder + " on " + account.host() + ": correct the folders in recall.ingest.sources.");
    }

    SourceProblem rebuilt(String folder) {
        return problem(
                Code.BROKEN_OFF,
                "the folder " + folder + " on " + account.host()
                        + " was rebuilt while it was read; the next run reads it from its beginning.");
    }

    SourceProblem refusedFolder(String folder) {
        return problem(
                Code.REFUSED,
                place() + " refuses to list the messages of the folder " + folder
                        + ": look whether a mail program can open it; the next run tries again.");
    }

    SourceProblem unreadableFile(String setting, IOException failure) {
        return problem(
                Code.FORBIDDEN,
                "its " + setting + " cannot be read (" + failure.getClass().getSimpleName()
                        + "): correct the path in recall.ingest.sources or the file's rights.");
    }

    SourceProblem noCertificates() {
        return problem(Code.FORBIDDEN, "its ca-file holds no certificate: give it one in PEM (BEGIN CERTIFICATE).");
    }

    SourceProblem noToken(AccessTokens.NoToken failure) {
        return problem(failure.refused() ? Code.REFUSED : Code.UNREACHABLE, String.valueOf(failure.getMessage()));
    }

    SourceProblem stopped() {
        return problem(Code.BROKEN_OFF, "the run was stopped; the next one goes on behind the last message.");
    }

    private String place() {
        return account.host() + " port " + account.port();
    }

    private SourceProblem problem(Code code, String sentence) {
        return new SourceProblem(source, code, "Source " + source + ": " + sentence);
    }

    private static Failure lasting(SourceProblem problem) {
        return new Failure(false, problem);
    }

    private static <T extends Throwable> @Nullable T cause(Throwable failure, Class<T> kind) {
        for (Throwable next = failure; next != null; next = next.getCause()) {
            if (kind.isInstance(next)) {
                return kind.cast(next);
            }
        }
        return null;
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root;
    }
}
