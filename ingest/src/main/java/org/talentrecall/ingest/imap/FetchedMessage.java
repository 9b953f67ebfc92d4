package org.talentrecall.ingest.imap;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a server said of one message.
 *
 * @param size octets of the whole message as the server counts them, or -1 when it was not asked
 * @param received when the server received it (INTERNALDATE); null when it was not asked or does not say
 * @param content the part of the message that was asked for; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record FetchedMessage(long uid, long size, @Nullable Instant received, byte[] content) {}
