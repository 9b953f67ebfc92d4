package org.talentrecall.ingest.mailbox;

import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.document.PlaceNamer;

/**
 * Where a message was found, and what its records are called.
 *
 * @param mailbox as locators call it
 * @param key the beginning of its records' natural keys: the Message-ID, for a second copy in the same source with
 *     {@code ~2}, for a message within a message behind the outer one's part
 */
record MessagePlace(
        SourceId source, String mailbox, @Nullable String folderHint, String key) {
    PlaceNamer namer(String messageId, @Nullable String attachment) {
        return (page, line) -> new Locator.Mail(mailbox, messageId, attachment, page, line);
    }

    MessagePlace within(String partKey, String innerId) {
        return new MessagePlace(source, mailbox, folderHint, partKey + '/' + innerId);
    }
}
