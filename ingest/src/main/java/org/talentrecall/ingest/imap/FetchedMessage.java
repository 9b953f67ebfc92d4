package org.talentrecall.ingest.imap;

/**
 * What a server said of one message.
 *
 * @param size octets of the whole message as the server counts them, or -1 when it was not asked
 * @param content the part of the message that was asked for; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record FetchedMessage(long uid, long size, byte[] content) {}
