package org.talentrecall.ingest.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.message.Message;
import org.talentrecall.ingest.message.OwnWords;
import org.talentrecall.ingest.notes.MailText;

/** Hands a message to the readers of notes. */
final class MailTexts {
    private MailTexts() {}

    static MailText of(MessagePlace place, Message message, List<MailText.AttachmentNote> attachments, OwnDomains own) {
        Message.Mailbox from = message.from();
        boolean ours = from != null && own.own(from.address());
        OwnWords words = OwnWords.of(message.body(), from != null && ours ? from.name() : null);
        return new MailText(
                message.id(),
                place.mailbox(),
                place.folderHint(),
                message.subject(),
                address(message.from(), own),
                addresses(message.to(), own),
                addresses(message.cc(), own),
                message.sentAt(),
                message.zone(),
                words.own(),
                words.quoted(),
                words.quotedFrom(),
                words.signature(),
                message.inReplyTo(),
                message.references(),
                attachments,
                message.bulk());
    }

    private static MailText.@Nullable Address address(Message.@Nullable Mailbox mailbox, OwnDomains own) {
        return mailbox == null
                ? null
                : new MailText.Address(mailbox.name(), mailbox.address(), own.own(mailbox.address()));
    }

    private static List<MailText.Address> addresses(List<Message.Mailbox> mailboxes, OwnDomains own) {
        return mailboxes.stream()
                .map(mailbox -> new MailText.Address(mailbox.name(), mailbox.address(), own.own(mailbox.address())))
                .toList();
    }
}
