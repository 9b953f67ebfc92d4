package org.talentrecall.ingest.mailbox;

/**
 * One message as it lies in its container. The array is not copied; nobody changes it.
 *
 * @param content all bytes, or only the beginning when it is larger than the limit
 * @param whole whether {@code content} is all of it
 * @param cursor where to go on behind it
 * @param last whether the container is known to end with it
 */
@SuppressWarnings("ArrayRecordComponent")
record RawMessage(byte[] content, boolean whole, String cursor, boolean last) {}
