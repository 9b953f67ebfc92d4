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
import org.talentrecall.ingest.mailbox.MailContainer.Messages;
import org.talentrecall.ingest.message.Message;
import org.talentrecall.ingest.message.MessageReader;
import org.talentrecall.ingest.source.IntakeFeed;
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
    private @Nullable MailSource source;
    private @Nullable Open open;

    private static final class Open {
        final MailContainer container;
        final Messages messages;
        Container progress;

        Open(MailContainer container, Messages messages) {
            this.container = container;
            this.messages = messages;
            this.progress = messages.start();
        }
    }

    MailFeed(Intake intake, MessageReadings readings, List<MailSource> sources, Consumer<SourceProblem> problems) {
        this.intake = intake;
        this.keys = new MessageKeys(intake);
        this.readings = readings;
        this.sources = new ArrayDeque<>(sources);
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
        try {
            Messages messages = container.open(Optional.ofNullable(known.get(container.path())));
            open = messages == null ? null : new Open(container, messages);
        } catch (SourceUnreadable e) {
            problems.accept(e.problem());
        }
    }

    /** The next item of an open container; null when it has none any more and is closed. */
    private @Nullable IntakeItem item(Open from) throws IOException {
        RawMessage message;
        try {
            message = from.messages.next();
        } catch (SourceUnreadable e) {
            problems.accept(e.problem());
            closeContainer();
            return null;
        }
        boolean grows = from.container.grows();
        if (message == null) {
            closeContainer();
            boolean told = from.progress.complete() && from.progress.equals(known.get(from.container.path()));
            Container end = from.progress.advanced(from.progress.cursor(), 0, true);
            return told ? null : new IntakeItem(List.of(), end, grows);
        }
        List<Reading> read = read(from, message);
        from.progress = from.progress.advanced(message.cursor(), read.size(), message.last());
        if (message.last()) {
            closeContainer();
        }
        return new IntakeItem(read, from.progress, grows);
    }

    private List<Reading> read(Open from, RawMessage raw) throws IOException {
        MailSource in = java.util.Objects.requireNonNull(source);
        Message message = MessageReader.read(raw.content());
        MailContainer container = from.container;
        String key = keys.key(
                from.progress, false, container.rewritten(), message.id(), () -> ContentHash.of(raw.content()));
        String hint = container.folderHint() == null ? in.folderHint() : container.folderHint();
        MessagePlace place = new MessagePlace(in.id(), container.mailbox(), hint, key);
        if (raw.refused()) {
            return List.of(readings.refused(place, message, raw.content()));
        }
        return raw.whole()
                ? readings.of(place, message, raw.content())
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
