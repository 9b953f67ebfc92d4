package org.talentrecall.ingest.message;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.ingest.message.Message.Fault;
import org.talentrecall.ingest.message.Message.Mailbox;

/** Reads the bytes of one message. Never throws for what they hold; stateless, so safe for use by several threads. */
public final class MessageReader {
    private static final int HASH_DIGITS = 24;
    private static final int LONGEST_FROM_LINE = 500;

    private MessageReader() {}

    /** Reads a message within the usual limits. */
    public static Message read(byte[] raw) {
        return read(raw, MessageLimits.USUAL);
    }

    public static Message read(byte[] raw, MessageLimits limits) {
        MessageTree tree = MessageTree.read(MessageHead.bare(raw), limits);
        Headers headers = tree.root().headers;
        MessageBody body = MessageBody.of(tree.root(), limits.bodyBytes());
        Set<Fault> faults = tree.faults();
        if (!headers.likeMail()) {
            faults.add(Fault.NOT_A_MESSAGE);
        }
        Optional<HeaderDate> date = headers.date();
        String subject = headers.text("subject");
        Mailbox from = from(headers);
        String text = body.text();
        return new Message(
                headers.ids("message-id").stream().findFirst().orElseGet(() -> hash(headers, text)),
                subject,
                from,
                HeaderAddresses.parse(headers.first("to")),
                HeaderAddresses.parse(headers.first("cc")),
                date.map(known -> known.time().toInstant()).orElse(null),
                date.filter(HeaderDate::zoned)
                        .map(known -> known.time().getOffset())
                        .orElse(null),
                headers.ids("in-reply-to").stream().findFirst().orElse(null),
                headers.ids("references"),
                text,
                body.files(),
                headers.bulk(),
                List.copyOf(faults));
    }

    /** The Message-ID in a message's headers, or empty. */
    public static String id(byte[] headers) {
        return MessageTree.read(headers, MessageLimits.USUAL).root().headers.ids("message-id").stream()
                .findFirst()
                .orElse("");
    }

    /** The time in the line {@code From …} before a message in an mbox (RFC 4155, in UTC), or empty. */
    public static Optional<Instant> arrival(String fromLine) {
        String line = fromLine.substring(0, Math.min(fromLine.length(), LONGEST_FROM_LINE));
        return HeaderDate.parse(line).map(date -> date.time().toInstant());
    }

    private static @org.jspecify.annotations.Nullable Mailbox from(Headers headers) {
        for (String name : List.of("from", "sender", "reply-to", "return-path")) {
            List<Mailbox> mailboxes = HeaderAddresses.parse(headers.first(name));
            if (!mailboxes.isEmpty()) {
                return mailboxes.get(0);
            }
        }
        return null;
    }

    /** The same for copies of a message in several mailboxes, whose Received headers differ. */
    private static String hash(Headers headers, String text) {
        String identity = String.join(
                "\n", headers.text("from"), headers.text("to"), headers.text("date"), headers.text("subject"), text);
        return "sha256-"
                + ContentHash.of(identity.getBytes(StandardCharsets.UTF_8))
                        .value()
                        .substring(0, HASH_DIGITS);
    }
}
