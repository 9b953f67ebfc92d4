package org.talentrecall.ingest.mailbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.document.Deadline;
import org.talentrecall.ingest.document.DocumentMeaning.Told;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.document.DocumentReader.Look;
import org.talentrecall.ingest.mailbox.MailMeaning.Said;
import org.talentrecall.ingest.message.AttachedFile;
import org.talentrecall.ingest.message.Message;

/**
 * Does for messages what depends on nothing but their bytes and the mailbox they lie in, on threads of its own: parses them,
 * takes the text out of their attached files, each within the time that the whole message has, and reads what all that says.
 * What depends on the archive or on other messages, and whatever changes something, is left for their turn.
 */
final class Preparation implements AutoCloseable {
    /** Larger messages are prepared at their turn, so that memory never holds two of them taken apart. */
    private static final int LARGE = 4 << 20;
    /** More would be children more, each with the memory of one, for a step that stores one message after the other. */
    private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

    private static final long STACK = 8L << 20;

    private final MessageReadings readings;
    private final DocumentReader documents;
    private final Duration time;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
        // As deep as the main thread's, so that it makes no difference which one reads an involved text.
        Thread started = new Thread(null, work, "mail-preparation", STACK);
        started.setDaemon(true);
        return started;
    });

    Preparation(MessageReadings readings, DocumentReader documents, Duration time) {
        this.readings = readings;
        this.documents = documents;
        this.time = time;
    }

    /**
     * Has a message prepared behind those that were begun before it.
     *
     * @param place where it lies, but for its key
     * @param wanted tells by when it was sent whether a message will be read; others are parsed and no more
     */
    ComingMessage begin(RawMessage raw, MessagePlace place, Predicate<@Nullable Instant> wanted) {
        FutureTask<Prepared> task = new FutureTask<>(() -> prepared(raw, place, wanted));
        if (raw.content().length < LARGE) {
            threads.execute(task);
        }
        return new ComingMessage(raw, task);
    }

    /** Begins nothing any more; what is being prepared just now ends within its time, and nobody asks for it. */
    @Override
    public void close() {
        threads.shutdown();
    }

    private Prepared prepared(RawMessage raw, MessagePlace place, Predicate<@Nullable Instant> wanted) {
        long begun = System.nanoTime();
        Deadline end = Deadline.in(time);
        Look look = null;
        Message message = null;
        if (raw.loose() == null) {
            message = readings.parsed(raw.content(), end).dated(raw.arrived());
        } else if (raw.fault() == null && raw.whole()) {
            look = documents.look(raw.content(), end);
            message = opened(raw.content(), look.type(), end);
            message = message == null ? null : message.dated(raw.arrived());
            if (message == null && wanted.test(null)) {
                look = FileReadings.look(documents, raw.content(), "", look, end);
            }
        }
        Duration took = since(begun);
        boolean read = message != null && raw.whole() && !raw.refused() && wanted.test(message.sentAt());
        List<Prepared.File> files = read ? files(place, Objects.requireNonNull(message), end) : List.of();
        Said said = read ? readings.saidAhead(place, Objects.requireNonNull(message), files) : null;
        Told told = raw.loose() == null || look == null || message != null
                ? null
                : readings.told(look, raw.loose().namer());
        return new Prepared(message, look, told, files, said, took);
    }

    /** The message that a loose file is, or null when it is something else. */
    private @Nullable Message opened(byte[] content, String type, Deadline end) {
        if (DocumentReader.isOutlook(type)) {
            byte[] mime = documents.message(content, type, end).bytes();
            Message message = mime == null ? null : readings.parsed(mime, end);
            return message != null && FileReadings.sent(message) ? message : null;
        }
        return FileReadings.isMail(content, type) && content.length <= readings.bytesAtMost()
                ? readings.parsed(content, end)
                : null;
    }

    /** What comes when the time is over is left for the reading, which refuses it. */
    private List<Prepared.File> files(MessagePlace place, Message message, Deadline end) {
        List<Prepared.File> looks = new ArrayList<>();
        for (AttachedFile file : message.attachments()) {
            if (end.passed()) {
                break;
            }
            long begun = System.nanoTime();
            Look look = documents.look(file.content(), end);
            Told told = null;
            Duration took = since(begun);
            if (file.refused() == null && FileReadings.leftOut(file) == null) {
                look = FileReadings.look(documents, file.content(), file.declaredType(), look, end);
                took = since(begun);
                told = readings.told(look, place.namer(message.id(), FilePlace.Attached.name(file)));
            }
            looks.add(new Prepared.File(look, told, took));
        }
        return looks;
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
