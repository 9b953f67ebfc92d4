package org.talentrecall.ingest.mailbox;

import java.io.IOException;
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
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.document.DocumentReading;
import org.talentrecall.ingest.mailbox.MailContainer.Messages;
import org.talentrecall.ingest.message.Message;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.Since;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceUnreadable;

/**
 * New messages of several mail sources, one after the other. While one is read, the next few are taken out of their
 * containers and prepared on other threads; everything else, among it every look at a source and at the archive, happens on
 * the caller's thread and in order, so that the outcome is that of reading one by one.
 */
final class MailFeed implements IntakeFeed {
    private static final int AHEAD = 4;
    private static final long BYTES_AHEAD = 16L << 20;

    private final Intake intake;
    private final MessageReadings readings;
    private final Preparation preparation;
    private final Consumer<SourceProblem> problems;
    private final Deque<MailSource> sources;
    private final Deque<MailContainer> containers = new ArrayDeque<>();
    private final Map<String, Container> known = new HashMap<>();
    private final MessageKeys keys;
    private final @Nullable Since since;
    private @Nullable MailSource source;
    /** The one that is being read, and behind it those from which messages are taken out already. */
    private final Deque<OpenContainer> open = new ArrayDeque<>();
    /** Why the container behind those could not be opened. */
    private @Nullable Exception unopened;

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
        this.preparation = readings.preparation();
        this.sources = new ArrayDeque<>(sources);
        this.since = since;
        this.problems = problems;
    }

    @Override
    public @Nullable IntakeItem next() throws IOException {
        while (true) {
            OpenContainer from = open.peek();
            if (from == null || from.waiting() == 0 && from.hasMore()) {
                if (from == null && unopened != null) {
                    Exception fault = unopened;
                    unopened = null;
                    tell(fault);
                } else if (from == null && containers.isEmpty()) {
                    if (!nextSource()) {
                        return null;
                    }
                } else {
                    takeOut(0);
                }
                continue;
            }
            ComingMessage message = from.next();
            IntakeItem item = message == null ? ended(from) : item(from, message);
            if (item != null) {
                return item;
            }
        }
    }

    private boolean nextSource() {
        endSource();
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

    /**
     * Takes messages out of the containers until enough wait for their turn.
     *
     * @param held bytes of the message that is about to be read
     */
    private void takeOut(long held) {
        while (open.stream().mapToInt(OpenContainer::waiting).sum() < AHEAD
                && held + open.stream().mapToLong(OpenContainer::waitingBytes).sum() < BYTES_AHEAD) {
            OpenContainer last = open.peekLast();
            if (last != null && last.hasMore()) {
                last.takeOut(preparation);
            } else if (mayOpenNext()) {
                open(containers.remove());
            } else {
                return;
            }
        }
    }

    private boolean mayOpenNext() {
        if (containers.isEmpty() || unopened != null || open.isEmpty()) {
            return !containers.isEmpty() && unopened == null;
        }
        // What is to be read again of a container comes before the next one, and is known only at its end.
        return since == null
                && open.size() <= AHEAD
                && open.getLast().fault() == null
                && !containers.element().asksArchive();
    }

    private void open(MailContainer container) {
        Container before = known.get(container.path());
        try {
            Messages messages = container.open(Optional.ofNullable(before));
            if (messages != null) {
                open.add(new OpenContainer(
                        container,
                        messages,
                        false,
                        messages.start(),
                        readings.allowance(),
                        raw -> place(container, raw, ""),
                        any -> true));
            } else if (before != null) {
                openAgain(container, before);
            }
        } catch (SourceUnreadable | RuntimeException e) {
            // Told behind what the containers before it have to give.
            unopened = e;
        }
    }

    /** Begins to read again what earlier runs have read, if that is wanted. */
    private void openAgain(MailContainer container, Container progress) throws SourceUnreadable {
        Container before = known.get(container.path());
        // What this run has read from the beginning need not be read twice.
        if (since == null || before == null || before.scan() != progress.scan()) {
            return;
        }
        Messages messages = container.again(since, progress);
        if (messages != null) {
            open.add(new OpenContainer(
                    container,
                    messages,
                    true,
                    progress,
                    readings.allowance(),
                    raw -> place(container, raw, ""),
                    time -> container.choosesDays() || since.includes(time)));
        }
    }

    /** Lays a fault of a source before the operator; any other is not theirs to mend. */
    private void tell(Exception fault) {
        if (fault instanceof RuntimeException broken) {
            throw broken;
        }
        problems.accept(((SourceUnreadable) fault).problem());
    }

    private @Nullable IntakeItem ended(OpenContainer from) {
        open.remove();
        Exception fault = from.fault();
        if (fault != null) {
            tell(fault);
            return null;
        }
        if (from.again || from.toldItsEnd()) {
            return null;
        }
        boolean told = from.progress.complete() && from.progress.equals(known.get(from.container.path()));
        Container end = from.progress.advanced(from.progress.cursor(), 0, true);
        try {
            openAgain(from.container, end);
        } catch (SourceUnreadable e) {
            problems.accept(e.problem());
        }
        return told ? null : new IntakeItem(List.of(), end, from.container.grows());
    }

    private @Nullable IntakeItem item(OpenContainer from, ComingMessage coming) throws IOException {
        RawMessage raw = coming.raw();
        takeOut(raw.content().length);
        Prepared prepared = coming.ready();
        Message message = prepared.message();
        if (!from.wants(message == null ? null : message.sentAt())) {
            return null;
        }
        from.allowance.next();
        from.allowance.spend(prepared.took());
        List<Reading> read = read(from, prepared, raw);
        // Read again, it leaves the container's cursor where it is, and counts only what it had not counted.
        Container before = from.progress;
        from.progress = from.again
                ? before.advanced(before.cursor(), keys.uncounted(read, before), before.complete())
                : before.advanced(raw.cursor(), read.size(), raw.last());
        keys.give(read, from.progress);
        return new IntakeItem(read, from.progress, from.container.grows());
    }

    private List<Reading> read(OpenContainer from, Prepared prepared, RawMessage raw) throws IOException {
        Message message = prepared.message();
        FilePlace.Loose loose = raw.loose();
        if (message != null) {
            return message(from, message, raw, prepared);
        }
        if (loose == null) {
            throw new IllegalStateException("what is no loose file is a message");
        }
        DocumentReader.Look look = prepared.look();
        if (look == null) {
            DocumentReading.Why why = raw.fault() == null ? DocumentReading.Why.TOO_LARGE : raw.fault();
            return List.of(readings.refused(loose, raw.content(), why));
        }
        return readings.of(loose, raw.content(), look, prepared.told(), from.allowance);
    }

    private List<Reading> message(OpenContainer from, Message message, RawMessage raw, Prepared prepared)
            throws IOException {
        MailContainer container = from.container;
        String key = keys.key(
                from.progress, from.again, container.rewritten(), message.id(), () -> ContentHash.of(raw.content()));
        MessagePlace place = place(container, raw, key);
        if (raw.refused()) {
            return List.of(readings.refused(place, message, raw.content()));
        }
        return raw.whole()
                ? readings.of(place, message, raw.content(), prepared, from.allowance)
                : List.of(readings.tooLarge(place, message, raw.content()));
    }

    private MessagePlace place(MailContainer container, RawMessage raw, String key) {
        MailSource in = java.util.Objects.requireNonNull(source);
        String hint = container.folderHint() == null ? in.folderHint() : container.folderHint();
        String folder = raw.folder() == null || raw.folder().isEmpty() ? "" : '/' + raw.folder();
        return new MessagePlace(in.id(), container.mailbox() + folder, hint, key);
    }

    private void endSource() {
        open.forEach(OpenContainer::abandon);
        open.clear();
        unopened = null;
        containers.clear();
        if (source != null) {
            source.release();
            source = null;
        }
    }

    @Override
    public void close() {
        endSource();
        preparation.close();
    }
}
