package org.talentrecall.ingest.document;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
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
