package org.talentrecall.ingest.mailbox;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.source.SourceFiles;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceUnreadable;

/**
 * One mbox file, or a folder of them as mail programs keep it. In a folder, files that do not begin like an mbox (indexes,
 * filter rules) are passed over.
 *
 * @param messageLimit bytes a message may have
 */
record MboxSource(SourceId id, Path path, @Nullable String folderHint, long messageLimit) implements MailSource {
    @Override
    public List<MboxFile> containers(Consumer<SourceProblem> problems) throws SourceUnreadable {
        boolean single = !Files.isDirectory(path);
        return SourceFiles.below(id, path, problems).stream()
                .map(found -> new MboxFile(
                        id, found, single ? id.value() : id.value() + '/' + found.path(), !single, messageLimit))
                .toList();
    }
}
