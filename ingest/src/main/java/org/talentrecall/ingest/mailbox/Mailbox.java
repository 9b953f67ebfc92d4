package org.talentrecall.ingest.mailbox;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.imap.Backoff;
import org.talentrecall.ingest.imap.FolderPattern;
import org.talentrecall.ingest.imap.ImapAccount;

/**
 * A mail source as the operator configures it.
 *
 * @param folderHint what lies there in the operator's words, handed to the readers of notes; or null
 */
public record Mailbox(SourceId source, @Nullable String folderHint, Place place) {
    /** Where it lies. */
    public sealed interface Place {}

    /**
     * On disk.
     *
     * @param wanted tells by its path in the folder whether a file is looked at; for {@link Form#FOLDER}
     */
    public record Files(Form form, Path path, Predicate<String> wanted) implements Place {
        /** All files. */
        public Files(Form form, Path path) {
            this(form, path, file -> true);
        }
    }

    /**
     * On a server.
     *
     * @param folders which; none for INBOX
     * @param excluded folders that are left out although they are named by {@code folders}
     * @param hints what lies in some of them; the first that fits counts, before the source's own
     * @param backoff what to do about lost connections
     */
    public record Account(
            ImapAccount account,
            List<FolderPattern> folders,
            List<FolderPattern> excluded,
            List<FolderHint> hints,
            Backoff backoff)
            implements Place {
        public Account {
            folders = folders.isEmpty() ? List.of(new FolderPattern("INBOX")) : List.copyOf(folders);
            excluded = List.copyOf(excluded);
            hints = List.copyOf(hints);
        }
    }

    /** What lies in the folders that a pattern names, in the operator's words. */
    public record FolderHint(FolderPattern folders, String hint) {}

    /** How messages lie on disk. */
    public enum Form {
        MBOX,
        MAILDIR,
        /** Files of any kind, or one of them. */
        FOLDER
    }
}
