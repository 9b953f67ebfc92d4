package org.talentrecall.archive.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.ContentHash;

/**
 * A record that the archive holds.
 *
 * @param container the path of the container it was last met in
 * @param scan that container's scan then
 * @param content the hash of its raw bytes
 * @param saidAt when it was said, as far as its source told
 */
public record KnownRecord(
        String container,
        int scan,
        ContentHash content,
        @Nullable Instant saidAt) {}
