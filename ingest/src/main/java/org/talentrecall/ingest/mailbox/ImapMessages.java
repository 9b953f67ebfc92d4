package org.talentrecall.ingest.mailbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.ingest.imap.ExaminedFolder;
import org.talentrecall.ingest.imap.FetchedMessage;
import org.talentrecall.ingest.mailbox.MailContainer.Messages;
import org.talentrecall.ingest.message.MessageReader;
import org.talentrecall.ingest.source.SourceUnreadable;

/**
 * The messages of a folder above the cursor, in the order of their UIDs.
 *
 * <p>Round trips are what costs, so heads (size, Message-ID) are asked for by the hundred and small messages by the group;
 * a large one comes alone and in pieces, so that a lost connection costs one piece. Memory holds one window of UIDs, one
 * batch of heads and one group of messages, whatever the folder's size.
 */
final class ImapMessages implements Messages {
    private static final Logger LOG = LoggerFactory.getLogger(ImapMessages.class);
    private static final int KEPT_OF_TOO_LARGE = 64 * 1024;
    /** UIDs asked for at once; they are not dense where messages were removed. */
    private static final long WINDOW = 50_000;

    private static final long LAST_UID = 0xFFFF_FFFFL;
    private static final int HEADS = 200;
    private static final int GROUP = 100;
    private static final long GROUP_BYTES = 4L << 20;
    private static final int PIECE = 1 << 20;

    private final ImapSource source;
    private final ExaminedFolder folder;
    private final Container start;
    private final long end;
    private long nextWindow;
    private long[] window = new long[0];
    private int at;
    private final Deque<Head> heads = new ArrayDeque<>();
    private final Deque<RawMessage> ready = new ArrayDeque<>();

    /** @param archived hashes of archived messages that bear its Message-ID */
    private record Head(long uid, long size, @Nullable Instant received, Set<ContentHash> archived) {
        boolean mayBeArchived() {
            return !archived.isEmpty();
        }
    }

    ImapMessages(ImapSource source, ExaminedFolder folder, Container start) {
        this.source = source;
        this.folder = folder;
        this.start = start;
        nextWindow = start.cursor().isEmpty() ? 1 : Long.parseLong(start.cursor()) + 1;
        end = folder.nextUid() > 0 ? folder.nextUid() - 1 : LAST_UID;
    }

    /** Messages up to the cursor that the server received on a day or later. */
    static ImapMessages again(ImapSource source, ExaminedFolder folder, Container progress, LocalDate day)
            throws SourceUnreadable {
        ImapMessages messages = new ImapMessages(source, folder, progress);
        messages.window = folder.uidsSince(day, messages.nextWindow - 1);
        messages.nextWindow = Long.MAX_VALUE;
        return messages;
    }

    @Override
    public Container start() {
        return start;
    }

    /** Whether there is a message above the cursor. */
    boolean any() throws SourceUnreadable {
        while (at == window.length && nextWindow <= end) {
            // Without UIDNEXT nobody knows how far UIDs go, and one question has to do.
            long last = end == LAST_UID ? end : Math.min(end, nextWindow + WINDOW - 1);
            window = folder.uids(nextWindow, last);
            at = 0;
            nextWindow = last + 1;
        }
        return at < window.length;
    }

    @Override
    public @Nullable RawMessage next() throws SourceUnreadable {
        while (ready.isEmpty()) {
            if (heads.isEmpty() && !askForHeads()) {
                return null;
            }
            if (!heads.isEmpty()) {
                fetchGroup();
            }
        }
        return ready.remove();
    }

    private boolean askForHeads() throws SourceUnreadable {
        if (!any()) {
            return false;
        }
        int last = Math.min(window.length, at + HEADS);
        List<FetchedMessage> fetched = folder.heads(Arrays.copyOfRange(window, at, last));
        Map<Long, String> ids = new HashMap<>();
        for (FetchedMessage head : fetched) {
            ids.put(head.uid(), MessageReader.id(head.content()));
        }
        Set<String> known = new HashSet<>(ids.values());
        known.remove("");
        Map<String, Set<ContentHash>> archived = source.archived().of(source.id(), known);
        for (FetchedMessage head : fetched) {
            heads.add(new Head(
                    head.uid(), head.size(), head.received(), archived.getOrDefault(ids.get(head.uid()), Set.of())));
        }
        at = last;
        return true;
    }

    private void fetchGroup() throws SourceUnreadable {
        List<Head> group = new ArrayList<>();
        long bytes = 0;
        do {
            Head head = heads.remove();
            group.add(head);
            bytes += head.size();
        } while (bytes <= GROUP_BYTES
                && group.size() < GROUP
                && !large(group.get(group.size() - 1))
                && !heads.isEmpty()
                && !large(heads.element()));
        Map<Long, byte[]> found = archivedOf(group);
        List<Head> missing =
                group.stream().filter(head -> !found.containsKey(head.uid())).toList();
        Map<Long, RawMessage> messages = new HashMap<>();
        found.forEach((uid, content) -> messages.put(uid, whole(uid, content)));
        if (missing.size() == 1) {
            fetchAlone(missing.get(0), messages);
        } else if (!missing.isEmpty()) {
            fetchTogether(missing, messages);
        }
        for (Head head : group) {
            RawMessage message = messages.get(head.uid());
            // One that is not there was removed meanwhile.
            if (message != null) {
                ready.add(message.arrived(head.received()));
            }
        }
    }

    private boolean large(Head head) {
        return head.size() > Math.min(PIECE, source.messageLimit());
    }

    /** Messages that need not be downloaded, by UID. */
    private Map<Long, byte[]> archivedOf(List<Head> group) throws SourceUnreadable {
        long[] uids =
                group.stream().filter(Head::mayBeArchived).mapToLong(Head::uid).toArray();
        List<FetchedMessage> headers = uids.length == 0 ? List.of() : folder.headers(uids);
        Map<Long, byte[]> found = new HashMap<>();
        for (FetchedMessage header : headers == null ? List.<FetchedMessage>of() : headers) {
            for (Head head : group) {
                if (head.uid() == header.uid()) {
                    byte[] archived = archived(head, header.content());
                    if (archived != null) {
                        found.put(head.uid(), archived);
                    }
                }
            }
        }
        return found;
    }

    private byte @Nullable [] archived(Head head, byte[] header) throws SourceUnreadable {
        try {
            return head.size() > source.messageLimit()
                    ? null
                    : source.archived().same(head.archived(), head.size(), header);
        } catch (IOException e) {
            LOG.warn("An archived message could not be read, so source {} gives it again", source.id(), e);
            return null;
        }
    }

    private void fetchTogether(List<Head> together, Map<Long, RawMessage> into) throws SourceUnreadable {
        List<FetchedMessage> fetched =
                folder.messages(together.stream().mapToLong(Head::uid).toArray());
        if (fetched == null) {
            for (Head head : together) {
                fetchAlone(head, into);
            }
            return;
        }
        for (FetchedMessage message : fetched) {
            into.put(message.uid(), limited(message.uid(), message.content()));
        }
    }

    private void fetchAlone(Head head, Map<Long, RawMessage> into) throws SourceUnreadable {
        boolean tooLarge = head.size() > source.messageLimit();
        ByteArrayOutputStream content =
                new ByteArrayOutputStream((int) Math.max(0, Math.min(head.size(), GROUP_BYTES)));
        int wanted = tooLarge ? KEPT_OF_TOO_LARGE : PIECE;
        while (true) {
            byte[] piece = folder.piece(head.uid(), content.size(), wanted);
            if (piece == null) {
                goneOrRefused(head, into);
                return;
            }
            content.write(piece, 0, piece.length);
            // Sizes that servers state are not always right, so it is the pieces that show the end.
            boolean ended = piece.length == 0 || piece.length < wanted && content.size() >= head.size();
            if (tooLarge || ended || content.size() > source.messageLimit()) {
                break;
            }
        }
        into.put(
                head.uid(),
                tooLarge
                        ? new RawMessage(content.toByteArray(), false, Long.toString(head.uid()), false)
                        : limited(head.uid(), content.toByteArray()));
    }

    private void goneOrRefused(Head head, Map<Long, RawMessage> into) throws SourceUnreadable {
        long[] uid = {head.uid()};
        List<FetchedMessage> still = folder.messages(uid);
        if (still != null) {
            still.forEach(message -> into.put(head.uid(), limited(message.uid(), message.content())));
            return;
        }
        List<FetchedMessage> headers = folder.headers(uid);
        byte[] beginning = headers == null || headers.isEmpty()
                ? new byte[0]
                : headers.get(0).content();
        into.put(head.uid(), new RawMessage(beginning, false, true, Long.toString(head.uid()), false));
    }

    private RawMessage limited(long uid, byte[] content) {
        return content.length > source.messageLimit()
                ? new RawMessage(Arrays.copyOf(content, KEPT_OF_TOO_LARGE), false, Long.toString(uid), false)
                : whole(uid, content);
    }

    private static RawMessage whole(long uid, byte[] content) {
        return new RawMessage(content, true, Long.toString(uid), false);
    }

    @Override
    public void close() {
        folder.close();
    }
}
