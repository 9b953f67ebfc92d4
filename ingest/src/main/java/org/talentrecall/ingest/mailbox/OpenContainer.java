package org.talentrecall.ingest.mailbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.ingest.mailbox.MailContainer.Messages;
import org.talentrecall.ingest.source.SourceUnreadable;

/**
 * A container that is being read, or will be next. Messages are taken out of it some time before their turn, so that they
 * can be prepared meanwhile; what goes wrong in that is kept until its turn too. It is closed as soon as its last message is
 * taken out, so that of one source only one is open at a time.
 */
final class OpenContainer {
    final MailContainer container;
    /** Whether its messages were read before and are read again on purpose. */
    final boolean again;

    final Allowance allowance;
    /** How far it has been read, whatever was taken out of it. */
    Container progress;

    private final Function<RawMessage, MessagePlace> places;
    private final Predicate<@Nullable Instant> wanted;
    private final Deque<ComingMessage> coming = new ArrayDeque<>();
    private @Nullable Messages messages;
    private @Nullable Exception fault;
    private boolean toldItsEnd;

    /**
     * @param places where its messages lie, but for their keys
     * @param wanted tells by when it was sent whether a message will be read
     */
    OpenContainer(
            MailContainer container,
            Messages messages,
            boolean again,
            Container progress,
            Allowance allowance,
            Function<RawMessage, MessagePlace> places,
            Predicate<@Nullable Instant> wanted) {
        this.container = container;
        this.messages = messages;
        this.again = again;
        this.progress = progress;
        this.allowance = allowance;
        this.places = places;
        this.wanted = wanted;
    }

    /** Takes the next message out and has it prepared, if there is one. */
    void takeOut(Preparation preparation) {
        RawMessage raw = taken();
        if (raw == null) {
            close();
            return;
        }
        coming.add(preparation.begin(raw, places.apply(raw), wanted));
        toldItsEnd = raw.last();
        // What lies behind the cursor is new, and not to be read again.
        boolean all = again
                && container.grows()
                && !container.choosesDays()
                && raw.cursor().equals(progress.cursor());
        if (toldItsEnd || all) {
            close();
        }
    }

    private @Nullable RawMessage taken() {
        try {
            return messages == null ? null : messages.next();
        } catch (SourceUnreadable | RuntimeException e) {
            // Not swallowed: whoever reads on meets it behind the messages that came before it.
            fault = e;
            return null;
        }
    }

    /** Whether there may be messages that are not taken out yet. */
    boolean hasMore() {
        return messages != null;
    }

    /** Whether a message is to be read, by when it was sent. */
    boolean wants(@Nullable Instant time) {
        return wanted.test(time);
    }

    /** How many messages wait for their turn. */
    int waiting() {
        return coming.size();
    }

    /** Bytes of the messages that wait for their turn. */
    long waitingBytes() {
        return coming.stream().mapToLong(one -> one.raw().content().length).sum();
    }

    /** The message whose turn it is; null when none has been taken out. */
    @Nullable
    ComingMessage next() {
        return coming.poll();
    }

    /** What kept it from being read to its end; null when nothing did. */
    @Nullable
    Exception fault() {
        return fault;
    }

    /** Whether its last message was known to be the last, so that the end need not be told once more. */
    boolean toldItsEnd() {
        return toldItsEnd;
    }

    /** Gives up what has not had its turn. */
    void abandon() {
        coming.forEach(ComingMessage::abandon);
        coming.clear();
        close();
    }

    private void close() {
        if (messages != null) {
            Messages open = messages;
            messages = null;
            open.close();
        }
    }
}
