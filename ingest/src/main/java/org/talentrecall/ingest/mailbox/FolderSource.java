package org.talentrecall.ingest.mailbox;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.source.SourceFiles;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceUnreadable;

/**
 * A folder of anything, or one file: saved messages, documents, packed files, whole mailboxes. What each file is, its
 * content tells. A file that is gone keeps its records: the archive loses nothing when a source does.
 */
record FolderSource(
        SourceId id,
        Path path,
        Predicate<String> wanted,
        @Nullable String folderHint,
        long messageLimit,
        DocumentReader documents)
        implements MailSource {
    @Override
    public List<FolderFile> containers(Consumer<SourceProblem> problems) throws SourceUnreadable {
        return SourceFiles.below(id, path, problems).stream()
                .filter(found -> wanted.test(found.path()))
                .map(found -> new FolderFile(this, found))
                .toList();
    }
}
