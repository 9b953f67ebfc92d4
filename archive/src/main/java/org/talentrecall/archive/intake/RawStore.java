package org.talentrecall.archive.intake;

import java.io.IOException;
import java.io.InputStream;
import org.talentrecall.archive.record.ContentHash;

/**
 * Raw bytes by their hash: compressed files under {@code data/raw/}. Putting the same bytes twice stores them once. Safe
 * for use by several threads and processes.
 */
public interface RawStore {
    /** Streams the content to disk; the file appears only when it is whole. */
    ContentHash put(InputStream content) throws IOException;

    default ContentHash put(byte[] content) throws IOException {
        return put(new java.io.ByteArrayInputStream(content));
    }

    /**
     * Opens stored content; the caller closes it.
     *
     * @throws java.io.FileNotFoundException when nothing is stored under the hash
     */
    InputStream open(ContentHash hash) throws IOException;
}
