package org.talentrecall.ingest.message;

/**
 * How much of one message is read. What lies beyond becomes a fault of the message, never an error.
 *
 * @param depth how many multiparts may lie within each other
 * @param parts how many parts
 * @param headers how many headers a part may have; those behind are left out
 * @param headerLength bytes of a header; longer ones are left out
 * @param bodyBytes a text part larger than this is an attached file, not the body
 */
public record MessageLimits(int depth, int parts, int headers, int headerLength, int bodyBytes) {
    /** More than any mail program makes. */
    public static final MessageLimits USUAL = new MessageLimits(25, 300, 2000, 1 << 18, 2 << 20);

    public MessageLimits {
        if (depth < 1 || parts < 1 || headers < 1 || headerLength < 1 || bodyBytes < 1) {
            throw new IllegalArgumentException("Limits of messages must be above zero");
        }
    }
}
