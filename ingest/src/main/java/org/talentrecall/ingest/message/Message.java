package org.talentrecall.ingest.message;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message, decoded.
 *
 * @param id Message-ID without angle brackets, or {@code sha256-} and 24 digits over sender, date, subject and body where
 *     the message has none
 * @param subject on one line, empty when there is none
 * @param sentAt from Date, else from the newest Received header
 * @param zone the sender's offset, where Date gives one
 * @param body readable text, quotes marked by {@code >}; empty when the message has none
 * @param bulk whether a header says that it went to many or was written by a machine
 * @param faults what was wrong with the message's form; what could be read was read
 */
public record Message(
        String id,
        String subject,
        @Nullable Mailbox from,
        List<Mailbox> to,
        List<Mailbox> cc,
        @Nullable Instant sentAt,
        @Nullable ZoneOffset zone,
        @Nullable String inReplyTo,
        List<String> references,
        String body,
        List<AttachedFile> attachments,
        boolean bulk,
        List<Fault> faults) {
    public Message {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
        faults = List.copyOf(faults);
    }

    /** The same message with another body and other files, as when what was wrapped up in one has come out. */
    public Message with(String otherBody, List<AttachedFile> files) {
        return new Message(
                id, subject, from, to, cc, sentAt, zone, inReplyTo, references, otherBody, files, bulk, faults);
    }

    /** The same message, said at a time known from where it lies, unless it tells its own. */
    public Message dated(@Nullable Instant arrived) {
        return sentAt != null || arrived == null
                ? this
                : new Message(
                        id,
                        subject,
                        from,
                        to,
                        cc,
                        arrived,
                        zone,
                        inReplyTo,
                        references,
                        body,
                        attachments,
                        bulk,
                        faults);
    }

    /**
     * A name and an address.
     *
     * @param address lower case; empty when the header gives a name only
     */
    public record Mailbox(@Nullable String name, String address) {}

    /** What may be wrong with a message's form. */
    public enum Fault {
        NOT_A_MESSAGE("It has no headers that a mail must have: it is not a mail, or its beginning is lost."),
        TOO_DEEP("Its parts are nested deeper than any mail program does: the parts below were left out."),
        TOO_MANY_PARTS("It has more parts than the limit: the parts behind were left out."),
        HEADERS_TOO_LONG("It has headers beyond the limit: those were left out."),
        CUT_OFF("It ends in the middle of a part: ask the sender for it again if something is missing.");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        /** What is wrong and what it means. */
        public String sentence() {
            return sentence;
        }
    }
}
