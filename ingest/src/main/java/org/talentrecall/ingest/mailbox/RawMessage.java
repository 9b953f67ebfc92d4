package org.talentrecall.ingest.mailbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.document.DocumentReading;

/**
 * One message, or one file that may be anything, as it lies in its container. The array is not copied; nobody changes it.
 *
 * @param content all bytes, or only the beginning when it is larger than the limit or refused
 * @param whole whether {@code content} is all of it
 * @param refused whether a server would not give the rest
 * @param cursor where to go on behind it
 * @param last whether the container is known to end with it
 * @param folder folder within the container, where it has such; null elsewhere
 * @param loose where it was found, for a file that may be no message at all; null for what must be one
 * @param fault why there is no content to read, for a loose file that could not be had; null when there is
 * @param arrived when it came to where it lies, as its container tells; the time of a message that does not say its own
 */
@SuppressWarnings("ArrayRecordComponent")
record RawMessage(
        byte[] content,
        boolean whole,
        boolean refused,
        String cursor,
        boolean last,
        @Nullable String folder,
        FilePlace.@Nullable Loose loose,
        DocumentReading.@Nullable Why fault,
        @Nullable Instant arrived) {
    RawMessage(byte[] content, boolean whole, String cursor, boolean last) {
        this(content, whole, false, cursor, last);
    }

    RawMessage(byte[] content, boolean whole, boolean refused, String cursor, boolean last) {
        this(content, whole, refused, cursor, last, null, null, null, null);
    }

    /** A message in a folder of a file that has folders. */
    static RawMessage within(String folder, byte[] content, boolean whole, String cursor) {
        return new RawMessage(content, whole, false, cursor, false, folder, null, null, null);
    }

    /** A loose file, whole or the beginning of it. */
    static RawMessage file(
            FilePlace.@Nullable Loose place, byte[] content, boolean whole, String cursor, boolean last) {
        return new RawMessage(
                content, whole, false, cursor, last, null, place, null, place == null ? null : place.modified());
    }

    /** A loose file that cannot be read. */
    static RawMessage fault(
            FilePlace.Loose place, byte[] content, DocumentReading.Why why, String cursor, boolean last) {
        return new RawMessage(content, true, false, cursor, last, null, place, why, place.modified());
    }

    /** The same message, come to where it lies at a time. */
    RawMessage arrived(@Nullable Instant time) {
        return new RawMessage(content, whole, refused, cursor, last, folder, loose, fault, time);
    }
}
