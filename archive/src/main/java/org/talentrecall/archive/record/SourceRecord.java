package org.talentrecall.archive.record;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one place said, once. Never edited; a changed place gives a new version under the same id.
 *
 * @param naturalKey the place within its source, stable over runs: Message-ID and part, sheet and key columns, URL
 * @param content address of the raw bytes in the file store
 * @param saidAt when the source said it (Date header, feed entry date, date in the row), or null where it does not tell
 * @param parent the record this one is part of, for example the mail of an attachment
 * @param duplicateKey records with the same duplicate key say the same thing: the same message in two mailboxes. One of
 *     them is stored, the others are merged. Null when the record has no twin elsewhere.
 */
public record SourceRecord(
        RecordId id,
        SourceId source,
        RecordKind kind,
        String naturalKey,
        ContentHash content,
        @Nullable Instant saidAt,
        @Nullable RecordId parent,
        @Nullable String duplicateKey) {

    /** A record without parent and twin. */
    public static SourceRecord of(
            SourceId source, RecordKind kind, String naturalKey, ContentHash content, @Nullable Instant saidAt) {
        return new SourceRecord(RecordId.of(source, naturalKey), source, kind, naturalKey, content, saidAt, null, null);
    }
}
