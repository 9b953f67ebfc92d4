package org.talentrecall.ingest.notes;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message as people read it: decoded, HTML turned into text, the writer's own words parted from what they quote.
 *
 * @param messageId without angle brackets; {@code sha256-…} of the content where the message has none
 * @param mailbox name of the source, with the folder where it has several
 * @param folderHint what the operator says lies in this mailbox, such as {@code interview-notes}; or null
 * @param subject decoded, on one line; empty when there is none
 * @param from null when no header tells
 * @param sentAt from the Date header, else from the newest Received header; null when neither can be read
 * @param zone the sender's offset where the Date header gives one, else null; tells the day that "today" meant
 * @param own what the writer wrote, without quotes and signature. Line n of it is line n of the body: lines left out in
 *     between (replies within a quote) are blank
 * @param quoted the text replied to or forwarded, without {@code >} marks, with its header lines; empty when none
 * @param quotedFrom the body's line, from 1, at which the quoted text begins; 0 when nothing is quoted
 * @param signature the writer's signature; empty when none is recognised
 * @param inReplyTo Message-ID without angle brackets, or null
 * @param references Message-IDs without angle brackets, oldest first
 * @param bulk whether a header says that it went to many or was written by a machine (List-Id, Auto-Submitted…)
 */
public record MailText(
        String messageId,
        String mailbox,
        @Nullable String folderHint,
        String subject,
        @Nullable Address from,
        List<Address> to,
        List<Address> cc,
        @Nullable Instant sentAt,
        @Nullable ZoneId zone,
        String own,
        String quoted,
        int quotedFrom,
        String signature,
        @Nullable String inReplyTo,
        List<String> references,
        List<AttachmentNote> attachments,
        boolean bulk) {
    public MailText {
        to = List.copyOf(to);
        cc = List.copyOf(cc);
        references = List.copyOf(references);
        attachments = List.copyOf(attachments);
    }

    /**
     * @param name the display name, or null
     * @param mail lower case
     * @param ours whether it belongs to the company (setting {@code recall.ingest.own-domains})
     */
    public record Address(@Nullable String name, String mail, boolean ours) {}

    /**
     * @param name the file name as the mail gives it, decoded; null when it gives none
     * @param type the media type found from the content; what the mail declares for parts that machines read
     * @param text of a report of delivery, or the head of an attached message; null for all others
     */
    public record AttachmentNote(
            @Nullable String name, String type, @Nullable String text) {
        /** A file for people. */
        public AttachmentNote(@Nullable String name, String type) {
            this(name, type, null);
        }
    }
}
