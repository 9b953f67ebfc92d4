package org.talentrecall.ingest.mailbox;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.AskingRecord;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.KnownRecord;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.ingest.document.Deadline;
import org.talentrecall.ingest.message.Message;
import org.talentrecall.ingest.notes.MailReader;
import org.talentrecall.ingest.notes.MailReading;
import org.talentrecall.ingest.source.IntakeFeed;

/**
 * Messages whose kind the rules could not tell and of which somebody has told it since, has told otherwise, or has taken it
 * back: read again from their raw bytes by the answers that there are. The cursors of their containers stay.
 */
final class AnsweredMails implements IntakeFeed {
    private static final String BODY = "#body";
    private static final String READ_OTHERWISE = "READ_OTHERWISE";

    private final Intake intake;
    private final RawStore raw;
    private final MessageReadings readings;
    private final MessageKeys keys;
    private final Deque<Whole> waiting = new ArrayDeque<>();

    /** @param wanted of which sources */
    AnsweredMails(Intake intake, RawStore raw, MessageReadings readings, Predicate<SourceId> wanted) {
        this.intake = intake;
        this.raw = raw;
        this.readings = readings;
        this.keys = new MessageKeys(intake);
        Map<RecordId, String> answers = intake.answers(MailReader.WHICH_KIND);
        readings.telling(answers);
        List<RecordId> told = answers.entrySet().stream()
                .filter(answer -> isKind(answer.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        Map<RecordId, AskingRecord> read = new LinkedHashMap<>();
        intake.asking(MailReader.WHICH_KIND, told).forEach(one -> read.put(one.id(), one));
        List<AskingRecord> changed = intake.reanswered(MailReader.WHICH_KIND);
        // What asks although it was answered, or is answered no more, has been read so already.
        Set<RecordId> asks = ids(intake.asking(MailReader.WHICH_KIND, ids(changed)));
        changed.stream().filter(one -> !asks.contains(one.id())).forEach(one -> read.put(one.id(), one));
        waiting.addAll(whole(List.copyOf(read.values()), wanted));
    }

    private static Set<RecordId> ids(List<AskingRecord> records) {
        return records.stream().map(AskingRecord::id).collect(Collectors.toSet());
    }

    /** Words of one's own say something to people and nothing to the reader. */
    private static boolean isKind(String answer) {
        return Stream.of(MailReading.Kind.values())
                .anyMatch(kind -> kind.name().equals(answer) && kind != MailReading.Kind.UNCLEAR);
    }

    /**
     * The outermost message that holds some that asked.
     *
     * @param key the beginning of its records' natural keys
     * @param asking all records within it that asked
     */
    private record Whole(
            SourceId source,
            String key,
            String mailbox,
            String container,
            ContentHash content,
            List<AskingRecord> asking) {}

    private Collection<Whole> whole(List<AskingRecord> asking, Predicate<SourceId> wanted) {
        Map<RecordId, Whole> messages = new LinkedHashMap<>();
        for (AskingRecord record : asking) {
            int end = record.naturalKey().lastIndexOf(BODY);
            if (end < 0 || !wanted.test(record.source()) || !(record.place() instanceof Locator.Mail mail)) {
                continue;
            }
            String key = record.naturalKey().substring(0, end);
            Whole own = new Whole(
                    record.source(), key, mail.mailbox(), record.container(), record.content(), new ArrayList<>());
            Whole outer = outermost(own);
            messages.computeIfAbsent(MessageKeys.body(outer.source(), outer.key()), id -> outer)
                    .asking()
                    .add(record);
        }
        return messages.values();
    }

    /** What lies within a message is read with it, for who sent the outer one decides what counts in the inner one. */
    private Whole outermost(Whole inner) {
        for (int hash = inner.key().indexOf('#'); hash > 0; hash = inner.key().indexOf('#', hash + 1)) {
            String key = inner.key().substring(0, hash);
            RecordId body = MessageKeys.body(inner.source(), key);
            KnownRecord outer = intake.known(List.of(body)).get(body);
            if (outer != null) {
                return new Whole(
                        inner.source(), key, inner.mailbox(), outer.container(), outer.content(), new ArrayList<>());
            }
        }
        return inner;
    }

    @Override
    public @Nullable IntakeItem next() throws IOException {
        for (Whole next = waiting.poll(); next != null; next = waiting.poll()) {
            Optional<Container> container = intake.container(next.source(), next.container());
            byte[] bytes = container.isEmpty() ? null : bytes(next.content());
            if (container.isPresent() && bytes != null) {
                return item(next, bytes, container.get());
            }
        }
        return null;
    }

    /** Null when somebody has cleared the store: then it stays as it is until the mail is met again. */
    private byte @Nullable [] bytes(ContentHash content) throws IOException {
        try (InputStream in = raw.open(content)) {
            return in.readAllBytes();
        } catch (FileNotFoundException e) {
            return null;
        }
    }

    private IntakeItem item(Whole next, byte[] bytes, Container container) throws IOException {
        Allowance allowance = readings.allowance();
        RecordId body = MessageKeys.body(next.source(), next.key());
        KnownRecord before = intake.known(List.of(body)).get(body);
        // When a message came that does not say its time was told by where it lies.
        Message message =
                readings.kept(bytes, Deadline.in(readings.time())).dated(before == null ? null : before.saidAt());
        MessagePlace place = new MessagePlace(next.source(), next.mailbox(), null, next.key());
        List<Reading> read = new ArrayList<>(readings.of(place, message, bytes, Prepared.nothing(message), allowance));
        Set<RecordId> ids = read.stream().map(reading -> reading.record().id()).collect(Collectors.toSet());
        // Read as another kind, a mail may speak of fewer people.
        next.asking().stream().filter(asked -> !ids.contains(asked.id())).forEach(asked -> {
            SourceRecord record = new SourceRecord(
                    asked.id(),
                    asked.source(),
                    RecordKind.MAIL,
                    asked.naturalKey(),
                    asked.content(),
                    message.sentAt(),
                    null,
                    null);
            read.add(Reading.suppressed(record, READ_OTHERWISE));
        });
        Container now = container.advanced(container.cursor(), keys.uncounted(read, container), container.complete());
        keys.give(read, now);
        return new IntakeItem(read, now, true);
    }

    @Override
    public void close() {
        waiting.clear();
    }
}
