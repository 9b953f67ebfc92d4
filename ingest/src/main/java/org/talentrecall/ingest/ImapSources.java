package org.talentrecall.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.imap.AccessTokens;
import org.talentrecall.ingest.imap.Backoff;
import org.talentrecall.ingest.imap.CertificateTrust;
import org.talentrecall.ingest.imap.FolderPattern;
import org.talentrecall.ingest.imap.ImapAccount;
import org.talentrecall.ingest.imap.ImapAccount.HiddenValue;
import org.talentrecall.ingest.imap.ImapConnection;
import org.talentrecall.ingest.imap.RefreshToken;
import org.talentrecall.ingest.mailbox.Mailbox;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceUnreadable;

/** Sources of kind imap as the settings describe them. */
public final class ImapSources {
    private static final int TLS_PORT = 993;
    private static final int PORT = 143;

    private ImapSources() {}

    static Mailbox.Account account(SourceSettings source, Path home, Clock clock) {
        return new Mailbox.Account(
                reached(source, home, clock),
                patterns(source.folders()),
                patterns(source.exclude()),
                source.folderHints().stream()
                        .map(hint -> new Mailbox.FolderHint(new FolderPattern(hint.folders()), hint.hint()))
                        .toList(),
                Backoff.usual());
    }

    /**
     * Signs in once and looks for the folders, without waiting for a server that is away.
     *
     * @return what would keep a night from reading the source; empty when nothing would
     */
    public static Optional<SourceProblem> tried(SourceSettings source, Path home, Clock clock) {
        Mailbox.Account account = account(source, home, clock);
        try (ImapConnection connection = new ImapConnection(source.id(), account.account(), Backoff.none())) {
            for (FolderPattern pattern : account.folders()) {
                if (connection.folders(pattern).isEmpty()) {
                    return Optional.of(connection.missing(pattern));
                }
            }
            return Optional.empty();
        } catch (SourceUnreadable e) {
            return Optional.of(e.problem());
        }
    }

    private static List<FolderPattern> patterns(List<String> texts) {
        return texts.stream().map(FolderPattern::new).toList();
    }

    private static ImapAccount reached(SourceSettings source, Path home, Clock clock) {
        boolean tls = source.security() == ImapAccount.Security.TLS;
        Path caFile = source.caFile();
        return new ImapAccount(
                Objects.requireNonNull(source.host()),
                Objects.requireNonNullElse(source.port(), tls ? TLS_PORT : PORT),
                source.security(),
                Objects.requireNonNull(source.user()),
                signIn(source, home, clock),
                new CertificateTrust(caFile == null ? null : home.resolve(caFile), source.certificateSha256()),
                source.timeout());
    }

    private static ImapAccount.SignIn signIn(SourceSettings source, Path home, Clock clock) {
        OAuth2Settings oauth2 = source.oauth2();
        if (oauth2 == null) {
            return new ImapAccount.ByPassword(hidden(source.password(), source.passwordFile(), home));
        }
        Secret secret = oauth2.clientSecret();
        Path file = oauth2.refreshTokenFile();
        AccessTokens.Client client = new AccessTokens.Client(
                Objects.requireNonNull(oauth2.tokenUri()),
                Objects.requireNonNull(oauth2.clientId()),
                secret == null ? null : secret::value,
                oauth2.scope());
        RefreshToken refresh = file == null
                ? RefreshToken.of(Objects.requireNonNull(oauth2.refreshToken())::value)
                : RefreshToken.in(home.resolve(file));
        return new ImapAccount.ByToken(new AccessTokens(client, refresh, clock));
    }

    private static HiddenValue hidden(@Nullable Secret secret, @Nullable Path file, Path home) {
        if (secret != null) {
            return secret::value;
        }
        Path path = home.resolve(Objects.requireNonNull(file));
        return () -> Files.readString(path).strip();
    }
}
