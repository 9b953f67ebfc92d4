package org.talentrecall.ingest.mailbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.StoreClosedException;
import jakarta.mail.UIDFolder;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.source.SourceUnreadable;

/**
 * One folder of an IMAP account. Fingerprint: UIDVALIDITY; cursor: the last UID read (RFC 3501 2.3.1.1). A folder whose
 * UIDVALIDITY changed is read again from its beginning.
 */
record ImapFolder(ImapSource owner, String name) implements MailContainer {
    private static final Logger LOG = LoggerFactory.getLogger(ImapFolder.class);
    private static final int KEPT_OF_TOO_LARGE = 64 * 1024;

    @Override
    public String path() {
        return name;
    }

    @Override
    public String mailbox() {
        return owner.id().value() + '/' + name;
    }

    @Override
    public boolean grows() {
        return true;
    }

    @Override
    public @Nullable Messages open(Optional<Container> known) throws SourceUnreadable {
        try {
            Folder folder = owner.folder(name);
            String validity = Long.toString(((UIDFolder) folder).getUIDValidity());
            SourceId source = owner.id();
            Container start = known.map(
                            before -> before.fingerprint().equals(validity) ? before : before.again(validity))
                    .orElseGet(() -> Container.first(source, name, validity));
            OpenFolder messages = new OpenFolder(this, folder, start);
            if (start.complete() && messages.isEmpty()) {
                messages.close();
                return null;
            }
            return messages;
        } catch (MessagingException e) {
            throw owner.unreadable(e);
        }
    }

    /** UIDs above the cursor, fetched one by one; a lost connection is made again once for each message. */
    private static final class OpenFolder implements Messages {
        private final ImapFolder owner;
        private final Container start;
        private final Deque<Long> waiting = new ArrayDeque<>();
        private Folder folder;

        OpenFolder(ImapFolder owner, Folder folder, Container start) throws MessagingException {
            this.owner = owner;
            this.folder = folder;
            this.start = start;
            long last = start.cursor().isEmpty() ? 0 : Long.parseLong(start.cursor());
            waiting.addAll(above(folder, last));
        }

        private static java.util.SortedSet<Long> above(Folder folder, long last) throws MessagingException {
            UIDFolder uids = (UIDFolder) folder;
            TreeSet<Long> found = new TreeSet<>(Comparator.naturalOrder());
            Message[] messages = uids.getMessagesByUID(last + 1, UIDFolder.LASTUID);
            FetchProfile profile = new FetchProfile();
            profile.add(UIDFolder.FetchProfileItem.UID);
            folder.fetch(messages, profile);
            for (Message message : messages) {
                // "n:*" also gives the newest message when it lies below n.
                if (message != null && uids.getUID(message) > last) {
                    found.add(uids.getUID(message));
                }
            }
            return found;
        }

        boolean isEmpty() {
            return waiting.isEmpty();
        }

        @Override
        public Container start() {
            return start;
        }

        @Override
        public @Nullable RawMessage next() throws SourceUnreadable {
            while (!waiting.isEmpty()) {
                long uid = waiting.element();
                RawMessage message = fetch(uid);
                waiting.remove();
                if (message != null) {
                    return message;
                }
            }
            return null;
        }

        private @Nullable RawMessage fetch(long uid) throws SourceUnreadable {
            try {
                try {
                    return read(uid);
                } catch (FolderClosedException | StoreClosedException e) {
                    folder = owner.owner.folder(owner.name);
                    return read(uid);
                }
            } catch (MessagingException e) {
                throw owner.owner.unreadable(e);
            } catch (IOException e) {
                throw owner.owner.unreadable(new MessagingException("reading a message", e));
            }
        }

        /** Null for a message that was removed meanwhile. */
        private @Nullable RawMessage read(long uid) throws MessagingException, IOException {
            Message message = ((UIDFolder) folder).getMessageByUID(uid);
            if (message == null || message.isExpunged()) {
                return null;
            }
            IMAPMessage peeked = (IMAPMessage) message;
            peeked.setPeek(true);
            boolean whole = peeked.getSize() <= owner.owner.messageLimit();
            try (InputStream content = peeked.getMimeStream()) {
                byte[] bytes = content.readNBytes(whole ? Integer.MAX_VALUE : KEPT_OF_TOO_LARGE);
                return new RawMessage(bytes, whole, Long.toString(uid), false);
            }
        }

        @Override
        public void close() {
            try {
                if (folder.isOpen()) {
                    folder.close(false);
                }
            } catch (MessagingException e) {
                // A read-only folder has nothing to write back, so nothing is lost.
                LOG.debug("Folder of source {} did not close", owner.owner.id(), e);
            }
        }
    }
}
