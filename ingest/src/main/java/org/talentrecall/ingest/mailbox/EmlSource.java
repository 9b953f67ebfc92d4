package org.talentrecall.ingest.mailbox;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.source.SourceFiles;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceUnreadable;

/** A folder of saved messages, with its folders below; every file is taken for a message and rejected when it is none. */
record EmlSource(SourceId id, Path path, @Nullable String folderHint, long messageLimit) implements MailSource {
    @Override
    public List<MessageFile> containers(Consumer<SourceProblem> problems) throws SourceUnreadable {
        return SourceFiles.below(id, path, problems).stream()
                .map(found -> new MessageFile(
                        id,
                        found.path(),
                        id.value() + '/' + found.path(),
                        found.file(),
                        found.fingerprint(),
                        messageLimit))
                .toList();
    }
}
