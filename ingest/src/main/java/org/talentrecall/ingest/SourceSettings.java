package org.talentrecall.ingest;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.mailbox.ImapAccount;
import org.talentrecall.ingest.spreadsheet.SheetMapping;

/**
 * One entry of {@code recall.ingest.sources}.
 *
 * @param name names the source for ever: records keep it, so do not change it
 * @param path file or folder, relative to the home folder; for all kinds but imap
 * @param host for imap, as are the following
 * @param port 993 for tls and 143 otherwise unless given
 * @param password plain or better as {@code ${HR_MAIL_PASSWORD}}, which is taken from the environment
 * @param passwordFile a file that holds nothing but the password, instead of {@code password}
 * @param folders full names of folders; INBOX unless given
 * @param timeout for connecting and for each answer
 * @param folderHint what lies there: {@code applications}, {@code interview-notes}, {@code outreach}; helps to tell mails apart
 * @param sheets for workbook: what sheets and columns are, where their headers do not tell
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
        @DefaultValue List<String> folders,
        @DefaultValue("30s") Duration timeout,
        @Nullable String folderHint,
        @DefaultValue List<SheetMapping> sheets) {
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

    public SourceSettings {
        folders = List.copyOf(folders);
        sheets = List.copyOf(sheets);
        List<String> faults = faults(name, kind, path, host, port, user, password, passwordFile);
        if (!sheets.isEmpty() && kind != null && kind != Kind.WORKBOOK) {
            faults = new ArrayList<>(faults);
            faults.add("has sheets, which only kind workbook knows");
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

    /** The path, found from the home folder when it is relative. */
    public Path pathBelow(Path home) {
        return home.resolve(java.util.Objects.requireNonNull(path)).normalize();
    }

    private static List<String> faults(
            @Nullable String name,
            @Nullable Kind kind,
            @Nullable Path path,
            @Nullable String host,
            @Nullable Integer port,
            @Nullable String user,
            @Nullable Secret password,
            @Nullable Path passwordFile) {
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
            if (host != null || user != null || password != null || passwordFile != null) {
                faults.add("has settings that only kind imap knows (host, user, password)");
            }
            return faults;
        }
        if (host == null || user == null) {
            faults.add("needs host and user");
        }
        if ((password == null) == (passwordFile == null)) {
            faults.add("needs either password or password-file");
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
