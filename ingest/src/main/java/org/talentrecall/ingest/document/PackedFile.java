package org.talentrecall.ingest.document;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import org.talentrecall.ingest.child.ChildAnswer;
import org.talentrecall.ingest.child.ChildProcesses;
import org.talentrecall.ingest.document.DocumentReading.Why;

/**
 * A packed file, unpacked into a temporary folder that goes when this is closed.
 *
 * @param entries in their order
 * @param fault why there are none, or why those behind the last are missing; null when all came out
 */
public record PackedFile(
        Path folder, List<PackedEntry> entries, @Nullable Why fault) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PackedFile.class);

    public PackedFile {
        entries = List.copyOf(entries);
    }

    /**
     * What a child tells that it has unpacked into a folder.
     *
     * @param time that each file may be waited for, as long as {@code end} has not come
     */
    static PackedFile of(ChildProcesses.Conversation conversation, Path folder, Deadline end, Duration time) {
        List<PackedEntry> unpacked = new ArrayList<>();
        Why fault = null;
        ChildAnswer answer = conversation.next(end.left(time));
        while (answer instanceof ChildAnswer.Value value) {
            PackedEntry entry = PackedEntry.read(value.bytes(), folder);
            fault = entry.name().isEmpty() ? entry.fault() : fault;
            if (!entry.name().isEmpty()) {
                unpacked.add(entry);
            }
            answer = conversation.next(end.left(time));
        }
        return new PackedFile(
                folder, unpacked, answer instanceof ChildAnswer.End ? fault : DocumentReader.reason(answer));
    }

    @Override
    public void close() {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            LOG.warn(
                    "A temporary folder could not be removed and stays ({})",
                    e.getClass().getSimpleName());
        }
    }
}
