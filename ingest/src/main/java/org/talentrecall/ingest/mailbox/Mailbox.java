package org.talentrecall.ingest.mailbox;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.SourceId;

/**
 * A mail source as the operator configures it.
 *
 * @param folderHint what lies there in the operator's words, handed to the readers of notes; or null
 */
public record Mailbox(SourceId source, @Nullable String folderHint, Place place) {
    /** Where it lies. */
    public sealed interface Place {}

    /** On disk. */
    public record Files(Form form, Path path) implements Place {}

    /**
     * On a server.
     *
     * @param folders full names; none for INBOX
     */
    public record Account(ImapAccount account, List<String> folders) implements Place {
        public Account {
            folders = List.copyOf(folders);
        }
    }

    /** How messages lie on disk. */
    public enum Form {
        MBOX,
        MAILDIR,
        EML
    }
}
