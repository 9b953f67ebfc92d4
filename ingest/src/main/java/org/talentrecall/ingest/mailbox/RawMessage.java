package org.talentrecall.ingest.mailbox;

/**
 * One message as it lies in its container. The array is not copied; nobody changes it.
 *
 * @param content all bytes, or only the beginning when it is larger than the limit or refused
 * @param whole whether {@code content} is all of it
 * @param refused whether a server would not give the rest
 * @param cursor where to go on behind it
 * @param last whether the container is known to end with it
 */
@SuppressWarnings("ArrayRecordComponent")
record RawMessage(byte[] content, boolean whole, boolean refused, String cursor, boolean last) {
    RawMessage(byte[] content, boolean whole, String cursor, boolean last) {
        this(content, whole, false, cursor, last);
    }
}
