package org.talentrecall.ingest.mailbox;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.document.DocumentReading;
import org.talentrecall.ingest.mailbox.MailContainer.Messages;
import org.talentrecall.ingest.message.Message;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.Since;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceUnreadable;

/** New messages of several mail sources, one after the other. */
final class MailFeed implements IntakeFeed {
    private final Intake intake;
    private final MessageReadings readings;
    private final Consumer<SourceProblem> problems;
    private final Deque<MailSource> sources;
    private final Deque<MailContainer> containers = new ArrayDeque<>();
    private final Map<String, Container> known = new HashMap<>();
    private final MessageKeys keys;
    private final @Nullable Since since;
    private @Nullable MailSource source;
    private @Nullable Open open;

    private static final class Open {
        final MailContainer container;
        final Messages messages;
        /** Whether its messages were read before and are read again on purpose. */
        final boolean again;

        final Allowance allowance;
        Container progress;

        Open(MailContainer container, Messages messages, boolean again, Container progress, Allowance allowance) {
            this.container = container;
            this.allowance = allowance;
            this.messages = messages;
            this.again = again;
            this.progress = progress;
        }
    }

    /** @param since what was read before is read again from then on; null to read only what is new */
    MailFeed(
            Intake intake,
            MessageReadings readings,
            List<MailSource> sources,
            @Nullable Since since,
            Consumer<SourceProblem> problems) {
        this.intake = intake;
        this.keys = new MessageKeys(intake);
        this.readings = readings;
        this.sources = new ArrayDeque<>(sources);
        this.since = since;
        this.problems = problems;
    }

    @Override
    public @Nullable IntakeItem next() throws IOException {
        while (true) {
            if (open != null) {
                IntakeItem item = item(open);
                if (item != null) {
                    return item;
                }
            } else if (!containers.isEmpty()) {
                open(containers.remove());
            } else if (!nextSource()) {
                return null;
            }
        }
    }

    private boolean nextSource() {
        close();
        source = sources.poll();
        if (source == null) {
            return false;
        }
        SourceId id = source.id();
        known.clear();
        intake.containers(id).forEach(container -> known.put(container.path(), container));
        try {
            containers.addAll(source.containers(problems));
        } catch (SourceUnreadable e) {
            problems.accept(e.problem());
        }
        return true;
    }

    private void open(MailContainer container) {
        Container before = known.get(container.path());
        try {
            Messages messages = container.open(Optional.ofNullable(before));
            if (messages != null) {
                open = new Open(container, messages, false, messages.start(), readings.allowance());
            } else if (before != null) {
                openAgain(container, before);
            }
        } catch (SourceUnreadable e) {
            problems.accept(e.problem());
        }
    }

    /** Begins to read again what earlier runs have read, if that is wanted. */
    private void openAgain(MailContainer container, Container progress) {
        Container before = known.get(container.path());
        // What this run has read from the beginning need not be read twice.
        if (since == null || before == null || before.scan() != progress.scan()) {
            return;
        }
        try {
            Messages messages = container.again(since, progress);
            open = messages == null ? null : new Open(container, messages, true, progress, readings.allowance());
        } catch (SourceUnreadable e) {
            problems.accept(e.problem());
        }
    }

    /** The next item of an open container; null when there is none for the moment or any more. */
    private @Nullable IntakeItem item(Open from) throws IOException {
        RawMessage message;
        try {
            message = from.messages.next();
        } catch (SourceUnreadable e) {
            problems.accept(e.problem());
            closeContainer();
            return null;
        }
        if (message == null) {
            closeContainer();
            return from.again ? null : ended(from);
        }
        return from.again ? itemAgain(from, message) : newItem(from, message);
    }

    private @Nullable IntakeItem ended(Open from) {
        boolean told = from.progress.complete() && from.progress.equals(known.get(from.container.path()));
        Container end = from.progress.advanced(from.progress.cursor(), 0, true);
        openAgain(from.container, end);
        return told ? null : new IntakeItem(List.of(), end, from.container.grows());
    }

    private IntakeItem newItem(Open from, RawMessage raw) throws IOException {
        List<Reading> read = read(from, opened(from, raw), raw);
        from.progress = from.progress.advanced(raw.cursor(), read.size(), raw.last());
        keys.give(read, from.progress);
        if (raw.last()) {
            closeContainer();
        }
        return new IntakeItem(read, from.progress, from.container.grows());
    }

    /** Leaves the container's cursor where it is, and counts only what it had not counted. */
    private @Nullable IntakeItem itemAgain(Open from, RawMessage raw) throws IOException {
        Container progress = from.progress;
        MailContainer container = from.container;
        if (raw.last()
                || container.grows() && !container.choosesDays() && raw.cursor().equals(progress.cursor())) {
            closeContainer();
        }
        Opened message = opened(from, raw);
        if (since != null && !container.choosesDays() && !since.includes(message.time())) {
            return null;
        }
        List<Reading> read = read(from, message, raw);
        from.progress = progress.advanced(progress.cursor(), keys.uncounted(read, progress), progress.complete());
        keys.give(read, from.progress);
        return new IntakeItem(read, from.progress, container.grows());
    }

    /**
     * What a raw message turned out to be.
     *
     * @param message null when it is none
     * @param type by content; only for loose files
     */
    private record Opened(@Nullable Message message, String type) {
        @Nullable
        Instant time() {
            return message == null ? null : message.sentAt();
        }
    }

    private Opened opened(Open from, RawMessage raw) {
        from.allowance.next();
        if (raw.loose() == null) {
            return new Opened(readings.parsed(raw.content(), from.allowance.end()), "");
        }
        if (raw.fault() != null || !raw.whole()) {
            return new Opened(null, "");
        }
        String type = readings.type(raw.content(), from.allowance.end());
        return new Opened(readings.opened(raw.content(), type, from.allowance.end()), type);
    }

    private List<Reading> read(Open from, Opened opened, RawMessage raw) throws IOException {
        Message message = opened.message();
        FilePlace.Loose loose = raw.loose();
        if (message != null) {
            return message(from, message, raw);
        }
        if (loose == null) {
            throw new IllegalStateException("what is no loose file is a message");
        }
        if (raw.fault() != null || !raw.whole()) {
            DocumentReading.Why why = raw.fault() == null ? DocumentReading.Why.TOO_LARGE : raw.fault();
            return List.of(readings.refused(loose, raw.content(), why));
        }
        return readings.of(loose, raw.content(), opened.type(), from.allowance);
    }

    private List<Reading> message(Open from, Message message, RawMessage raw) throws IOException {
        MailSource in = java.util.Objects.requireNonNull(source);
        MailContainer container = from.container;
        String key = keys.key(
                from.progress, from.again, container.rewritten(), message.id(), () -> ContentHash.of(raw.content()));
        String hint = container.folderHint() == null ? in.folderHint() : container.folderHint();
        String folder = raw.folder() == null || raw.folder().isEmpty() ? "" : '/' + raw.folder();
        MessagePlace place = new MessagePlace(in.id(), container.mailbox() + folder, hint, key);
        if (raw.refused()) {
            return List.of(readings.refused(place, message, raw.content()));
        }
        return raw.whole()
                ? readings.of(place, message, raw.content(), from.allowance)
                : List.of(readings.tooLarge(place, message, raw.content()));
    }

    private void closeContainer() {
        if (open != null) {
            open.messages.close();
            open = null;
        }
    }

    @Override
    public void close() {
        closeContainer();
        containers.clear();
        if (source != null) {
            source.release();
            source = null;
        }
    }
}
