package org.talentrecall.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.imap.AccessTokens;
import org.talentrecall.ingest.imap.CertificateTrust;
import org.talentrecall.ingest.imap.FolderPattern;
import org.talentrecall.ingest.imap.ImapAccount;
import org.talentrecall.ingest.spreadsheet.SheetMapping;
import org.talentrecall.ingest.spreadsheet.file.Passwords;

/**
 * One entry of {@code recall.ingest.sources}.
 *
 * @param name names the source for ever: records keep it, so do not change it
 * @param path file or folder, relative to the home folder; for all kinds but imap
 * @param host for imap, as are the following
 * @param port 993 for tls and 143 otherwise unless given
 * @param password plain or better as {@code ${HR_MAIL_PASSWORD}}, which is taken from the environment
 * @param passwordFile a file that holds nothing but the password, instead of {@code password}
 * @param oauth2 instead of a password, for Microsoft 365 and Google
 * @param caFile certificates (PEM) of the authorities that may sign the server's, instead of Java's own
 * @param certificateSha256 fingerprints of the server's certificate; without {@code ca-file} nothing else has to fit
 * @param folders names of folders, also as patterns ({@code 招聘/*}, {@code %}), levels parted by /; INBOX unless given
 * @param exclude folders that are left out of those, named in the same way
 * @param timeout for connecting and for each answer
 * @param folderHint what lies there: {@code applications}, {@code interview-notes}, {@code outreach}; helps to tell mails apart
 * @param folderHints what lies in single folders, before {@code folder-hint}; the first that fits counts
 * @param sheets for workbook: what sheets and columns are, where their headers do not tell
 * @param workbookPasswords for workbook: tried on protected workbooks; like {@code password} better from the environment
 */
public record SourceSettings(
        @Nullable String name,
        @Nullable Kind kind,
        @Nullable Path path,
        @Nullable String host,
        @Nullable Integer port,
        @DefaultValue("tls") ImapAccount.Security security,
        @Nullable String user,
        @Nullable Secret password,
        @Nullable Path passwordFile,
        @Nullable OAuth2Settings oauth2,
        @Nullable Path caFile,
        @DefaultValue List<String> certificateSha256,
        @DefaultValue List<String> folders,
        @DefaultValue List<String> exclude,
        @DefaultValue("30s") Duration timeout,
        @Nullable String folderHint,
        @DefaultValue List<FolderHint> folderHints,
        @DefaultValue List<SheetMapping> sheets,
        @DefaultValue List<Secret> workbookPasswords) {
    private static final int PORT_MOST = 65_535;

    /** What a source is. */
    public enum Kind {
        MBOX,
        MAILDIR,
        EML,
        IMAP,
        DOCUMENTS,
        WORKBOOK
    }

    /** What lies in the folders that a pattern names. */
    public record FolderHint(String folders, String hint) {}

    public SourceSettings {
        folders = List.copyOf(folders);
        exclude = List.copyOf(exclude);
        certificateSha256 = List.copyOf(certificateSha256);
        folderHints = List.copyOf(folderHints);
        sheets = List.copyOf(sheets);
        workbookPasswords = List.copyOf(workbookPasswords);
        boolean imapOnly = oauth2 != null
                || caFile != null
                || !certificateSha256.isEmpty()
                || !folders.isEmpty()
                || !exclude.isEmpty()
                || !folderHints.isEmpty();
        int secrets = (password == null ? 0 : 1) + (passwordFile == null ? 0 : 1) + (oauth2 == null ? 0 : 1);
        List<String> faults = faults(
                name, kind, path, host, port, user, imapOnly || host != null || user != null || secrets > 0, secrets);
        boolean trusts = caFile != null || !certificateSha256.isEmpty();
        faults.addAll(unusable(folders, exclude, folderHints, certificateSha256, oauth2));
        if (kind == Kind.IMAP && security == ImapAccount.Security.NONE && trusts) {
            faults.add("has certificates but security none, which shows no certificate");
        }
        boolean ofWorkbooks = !sheets.isEmpty() || !workbookPasswords.isEmpty();
        if (ofWorkbooks && kind != null && kind != Kind.WORKBOOK) {
            faults.add("has sheets or workbook-passwords, which only kind workbook knows");
        }
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("source " + (name == null ? "without a name" : name)
                    + " of recall.ingest.sources " + String.join(", and it ", faults));
        }
    }

    /** The source's name as the archive knows it. */
    public SourceId id() {
        return new SourceId(java.util.Objects.requireNonNull(name));
    }

    /** What is tried on protected workbooks. */
    public Passwords passwords() {
        return new Passwords(workbookPasswords.stream().map(Secret::value).toList());
    }

    /** The path, found from the home folder when it is relative. */
    public Path pathBelow(Path home) {
        return home.resolve(java.util.Objects.requireNonNull(path)).normalize();
    }

    /** What the parts of an account themselves refuse. */
    private static List<String> unusable(
            List<String> folders,
            List<String> exclude,
            List<FolderHint> hints,
            List<String> fingerprints,
            @Nullable OAuth2Settings oauth2) {
        List<String> faults = new ArrayList<>();
        try {
            folders.forEach(FolderPattern::checked);
            exclude.forEach(FolderPattern::checked);
            hints.forEach(hint -> FolderPattern.checked(hint.folders()));
            CertificateTrust.checked(fingerprints);
            if (oauth2 != null) {
                AccessTokens.Client.checked(java.util.Objects.requireNonNull(oauth2.tokenUri()));
            }
        } catch (IllegalArgumentException e) {
            faults.add("has " + e.getMessage());
        }
        return faults;
    }

    private static List<String> faults(
            @Nullable String name,
            @Nullable Kind kind,
            @Nullable Path path,
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String user,
            boolean imapSettings,
            int secrets) {
        List<String> faults = new ArrayList<>();
        if (name == null || !name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63}")) {
            faults.add("needs a name of letters, digits, dots and dashes");
        }
        if (kind == null) {
            faults.add("needs a kind: mbox, maildir, eml, imap, documents or workbook");
            return faults;
        }
        if (kind != Kind.IMAP) {
            if (path == null) {
                faults.add("needs a path");
            }
            if (imapSettings) {
                faults.add("has settings that only kind imap knows (host, user, password, oauth2, folders …)");
            }
            return faults;
        }
        if (host == null || user == null) {
            faults.add("needs host and user");
        }
        if (secrets != 1) {
            faults.add("needs one of password, password-file and oauth2");
        }
        if (port != null && (port < 1 || port > PORT_MOST)) {
            faults.add("has a port that is none");
        }
        if (path != null) {
            faults.add("has a path, which kind imap does not know");
        }
        return faults;
    }
}
