package org.talentrecall.ingest.mailbox;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.message.Message;

/**
 * Where a message was found, and what its records are called.
 *
 * @param mailbox as locators call it
 * @param key the beginning of its records' natural keys: the Message-ID, for a second copy in the same source with
 *     {@code ~2}, for a message within a message behind the outer one's part
 * @param carriers who sent the messages it lies in, the outermost first; an empty word for one that does not say
 */
record MessagePlace(
        SourceId source, String mailbox, @Nullable String folderHint, String key, List<String> carriers) {
    MessagePlace {
        carriers = List.copyOf(carriers);
    }

    /** A message that lies in no other. */
    MessagePlace(SourceId source, String mailbox, @Nullable String folderHint, String key) {
        this(source, mailbox, folderHint, key, List.of());
    }

    PlaceNamer namer(String messageId, @Nullable String attachment) {
        return (page, line) -> new Locator.Mail(mailbox, messageId, attachment, page, line);
    }

    /** @param outer the message in which the other one lies */
    MessagePlace within(String partKey, String innerId, Message outer) {
        return new MessagePlace(source, mailbox, folderHint, partKey + '/' + innerId, senders(outer));
    }

    /** Who sent what lies in this message, the outermost first: anybody can put words into another's mouth by attaching them. */
    List<String> senders(Message message) {
        List<String> senders = new ArrayList<>(carriers);
        senders.add(message.from() == null ? "" : message.from().address());
        return senders;
    }
}
