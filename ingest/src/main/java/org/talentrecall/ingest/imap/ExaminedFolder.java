package org.talentrecall.ingest.imap;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.eclipse.angus.mail.imap.protocol.BODY;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.INTERNALDATE;
import org.eclipse.angus.mail.imap.protocol.RFC822SIZE;
import org.eclipse.angus.mail.imap.protocol.UID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceUnreadable;

/**
 * A folder opened by EXAMINE. Messages are asked for by UID and by BODY.PEEK, so no flag changes; many at once, because a
 * round trip costs more than most messages. Survives lost connections; a folder that was rebuilt meanwhile (another
 * UIDVALIDITY) ends with a sentence, because its UIDs now mean other messages.
 */
public final class ExaminedFolder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ExaminedFolder.class);
    private static final DateTimeFormatter SEARCHED_DAY = DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);

    private final ImapConnection connection;
    private final String name;
    private final long validity;
    private final long nextUid;
    private @Nullable IMAPFolder open;
    private @Nullable IMAPStore openIn;

    /** A command with its answer. */
    @FunctionalInterface
    private interface Command<T extends @Nullable Object> {
        T run(IMAPProtocol protocol) throws ProtocolException;
    }

    ExaminedFolder(ImapConnection connection, String name) throws SourceUnreadable {
        this.connection = connection;
        this.name = name;
        long[] stated = connection.asked(store -> {
            IMAPFolder folder = opened(store, 0);
            return new long[] {folder.getUIDValidity(), folder.getUIDNext()};
        });
        this.validity = stated[0];
        this.nextUid = stated[1];
    }

    /** UIDVALIDITY (RFC 3501 2.3.1.1): UIDs of another validity mean nothing. */
    public long validity() {
        return validity;
    }

    /** A UID above those of all messages when the folder was opened, or -1 when the server does not say. */
    public long nextUid() {
        return nextUid;
    }

    /** The UIDs that are in use from one to another, ascending. */
    public long[] uids(long from, long to) throws SourceUnreadable {
        return searched("UID " + from + ':' + to, from, to);
    }

    /** The UIDs up to {@code to} of messages that the server received on a day or later, ascending. */
    public long[] uidsSince(LocalDate day, long to) throws SourceUnreadable {
        return searched("UID 1:" + to + " SINCE " + SEARCHED_DAY.format(day), 1, to);
    }

    /** That the folder has another UIDVALIDITY than a moment ago. */
    public SourceProblem rebuilt() {
        return connection.failures().rebuilt(name);
    }

    private long[] searched(String criteria, long from, long to) throws SourceUnreadable {
        return asked(protocol -> {
            Response[] responses = protocol.command("UID SEARCH " + criteria, null);
            LongStream.Builder found = LongStream.builder();
            for (Response response : responses) {
                if (response instanceof IMAPResponse answer && answer.keyEquals("SEARCH")) {
                    for (long uid = answer.readLong(); uid >= 0; uid = answer.readLong()) {
                        found.add(uid);
                    }
                }
            }
            finish(protocol, responses);
            // "n:m" also gives the newest message when it lies outside, on some servers.
            return found.build()
                    .filter(uid -> uid >= from && uid <= to)
                    .distinct()
                    .sorted()
                    .toArray();
        });
    }

    /** Size, time of receipt and Message-ID header of each message that is still there, by UID. */
    public List<FetchedMessage> heads(long[] uids) throws SourceUnreadable {
        List<FetchedMessage> heads =
                fetched(uids, "UID RFC822.SIZE INTERNALDATE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID)]");
        if (heads == null) {
            throw new SourceUnreadable(connection.failures().refusedFolder(name));
        }
        return heads;
    }

    /** All headers of each message that is still there, or null when the server refuses them. */
    public @Nullable List<FetchedMessage> headers(long[] uids) throws SourceUnreadable {
        return fetched(uids, "UID BODY.PEEK[HEADER]");
    }

    /** Each message that is still there, or null when the server refuses one of them. */
    public @Nullable List<FetchedMessage> messages(long[] uids) throws SourceUnreadable {
        return fetched(uids, "UID BODY.PEEK[]");
    }

    /**
     * Part of a message. Shorter than asked for, or empty, behind its end; null when the message is gone or refused.
     */
    public byte @Nullable [] piece(long uid, long offset, int length) throws SourceUnreadable {
        List<FetchedMessage> found = fetched(new long[] {uid}, "UID BODY.PEEK[]<" + offset + '.' + length + '>');
        return found == null || found.isEmpty() ? null : found.get(0).content();
    }

    private @Nullable List<FetchedMessage> fetched(long[] uids, String items) throws SourceUnreadable {
        String command = "UID FETCH " + set(uids) + " (" + items + ')';
        return this.<@Nullable List<FetchedMessage>>asked(protocol -> {
            Response[] responses = protocol.command(command, null);
            if (responses[responses.length - 1].isNO()) {
                return null;
            }
            finish(protocol, responses);
            Map<Long, FetchedMessage> found = new TreeMap<>();
            for (Response response : responses) {
                if (response instanceof FetchResponse fetch) {
                    FetchedMessage message = message(fetch);
                    if (message != null) {
                        found.put(message.uid(), message);
                    }
                }
            }
            found.keySet().removeIf(uid -> Arrays.binarySearch(uids, uid) < 0);
            return List.copyOf(found.values());
        });
    }

    /** Null for what the server tells of its own accord, such as changed flags. */
    private static @Nullable FetchedMessage message(FetchResponse response) {
        UID uid = response.getItem(UID.class);
        BODY body = response.getItem(BODY.class);
        if (uid == null || body == null) {
            return null;
        }
        RFC822SIZE size = response.getItem(RFC822SIZE.class);
        byte[] content =
                body.getByteArray() == null ? new byte[0] : body.getByteArray().getNewBytes();
        INTERNALDATE date = response.getItem(INTERNALDATE.class);
        Date received = date == null ? null : date.getDate();
        return new FetchedMessage(
                uid.uid, size == null ? -1 : size.size, received == null ? null : received.toInstant(), content);
    }

    private static void finish(IMAPProtocol protocol, Response[] responses) throws ProtocolException {
        // Angus would keep an object for every message it hears of by FETCH, for as long as the folder is open.
        protocol.notifyResponseHandlers(Arrays.stream(responses)
                .filter(response -> !(response instanceof FetchResponse))
                .toArray(Response[]::new));
        protocol.handleResult(responses[responses.length - 1]);
    }

    /** Runs of neighbours as {@code first:last}. */
    private static String set(long[] uids) {
        StringBuilder set = new StringBuilder();
        for (int i = 0; i < uids.length; i++) {
            int last = i;
            while (last + 1 < uids.length && uids[last + 1] == uids[last] + 1) {
                last++;
            }
            set.append(set.length() == 0 ? "" : ",").append(uids[i]);
            if (last > i) {
                set.append(':').append(uids[last]);
            }
            i = last;
        }
        return set.toString();
    }

    @SuppressWarnings("unchecked")
    private <T extends @Nullable Object> T asked(Command<T> command) throws SourceUnreadable {
        return connection.asked(store -> (T) opened(store, validity).doCommand(command::run));
    }

    /** @param expected the UIDVALIDITY it must have, or 0 */
    private IMAPFolder opened(IMAPStore store, long expected) throws MessagingException, SourceUnreadable {
        if (open != null && openIn == store && open.isOpen()) {
            return open;
        }
        IMAPFolder folder = (IMAPFolder) store.getFolder(name);
        folder.open(Folder.READ_ONLY);
        if (expected != 0 && folder.getUIDValidity() != expected) {
            throw new SourceUnreadable(connection.failures().rebuilt(name));
        }
        open = folder;
        openIn = store;
        return folder;
    }

    @Override
    public void close() {
        IMAPFolder closing = open;
        open = null;
        if (closing == null || !closing.isOpen()) {
            return;
        }
        try {
            closing.close(false);
        } catch (MessagingException e) {
            // A read-only folder has nothing to write back, so nothing is lost.
            LOG.debug(
                    "A folder of source {} did not close", connection.failures().source(), e);
        }
    }
}
