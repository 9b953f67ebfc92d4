package org.talentrecall.ingest.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.archive.record.Subject;
import org.talentrecall.ingest.calendar.CalendarReading;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.Since;
import org.talentrecall.ingest.source.SourceFiles;
import org.talentrecall.ingest.source.SourceFiles.Found;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.source.SourceUnreadable;

/**
 * Documents that lie in folders, each a container and a record of its own. A file that is gone keeps its record: the archive
 * loses nothing when a source does.
 */
public final class DocumentFeed implements IntakeFeed {
    private static final int KEPT_OF_TOO_LARGE = 64 * 1024;

    private final Intake intake;
    private final RawStore raw;
    private final DocumentReader documents;
    private final DocumentMeaning meaning;
    private final long sizeLimit;
    private final @Nullable Since since;
    private final Consumer<SourceProblem> problems;
    private final Deque<Folder> folders;
    private final Deque<Found> files = new ArrayDeque<>();
    private final Map<String, Container> known = new HashMap<>();
    private @Nullable SourceId source;

    /** A folder of documents, or one document. */
    public record Folder(SourceId source, Path path) {}

    /**
     * @param sizeLimit bytes of a file that are read; of larger ones only the beginning is kept
     * @param since files changed from then on are read again; null to read what is new
     * @param problems told of folders and files that cannot be read
     */
    public DocumentFeed(
            Intake intake,
            RawStore raw,
            DocumentReader documents,
            DocumentMeaning meaning,
            long sizeLimit,
            List<Folder> folders,
            @Nullable Since since,
            Consumer<SourceProblem> problems) {
        this.intake = intake;
        this.raw = raw;
        this.documents = documents;
        this.meaning = meaning;
        this.sizeLimit = sizeLimit;
        this.folders = new ArrayDeque<>(folders);
        this.since = since;
        this.problems = problems;
    }

    @Override
    public @Nullable IntakeItem next() throws IOException {
        while (true) {
            Found found = files.poll();
            if (found != null && source != null) {
                IntakeItem item = item(source, found);
                if (item != null) {
                    return item;
                }
            } else if (!nextFolder()) {
                return null;
            }
        }
    }

    private boolean nextFolder() {
        Folder folder = folders.poll();
        if (folder == null) {
            return false;
        }
        source = folder.source();
        known.clear();
        intake.containers(folder.source()).forEach(container -> known.put(container.path(), container));
        try {
            files.addAll(SourceFiles.below(folder.source(), folder.path(), problems));
        } catch (SourceUnreadable e) {
            problems.accept(e.problem());
        }
        return true;
    }

    /** Null when the file is as it was, or cannot be read. */
    private @Nullable IntakeItem item(SourceId in, Found found) throws IOException {
        Container before = known.get(found.path());
        boolean same =
                before != null && before.complete() && before.fingerprint().equals(found.fingerprint());
        if (same && (since == null || !since.includes(Instant.ofEpochMilli(found.modified())))) {
            return null;
        }
        byte[] content;
        try {
            content = content(found);
        } catch (IOException e) {
            problems.accept(SourceFiles.problem(in, found.file(), e));
            return null;
        }
        Container start = before == null
                ? Container.first(in, found.path(), found.fingerprint())
                : before.again(found.fingerprint());
        List<Reading> readings = reading(in, found, content);
        return new IntakeItem(readings, start.advanced("1", readings.size(), true), false);
    }

    private byte[] content(Found found) throws IOException {
        if (found.size() <= sizeLimit) {
            return Files.readAllBytes(found.file());
        }
        try (var input = Files.newInputStream(found.file())) {
            return input.readNBytes(KEPT_OF_TOO_LARGE);
        }
    }

    /** One reading for each candidate whom a calendar file speaks of. */
    private List<Reading> calendars(SourceRecord record, byte[] content) {
        PlaceNamer places =
                (page, line) -> new Locator.Document(record.source().value() + '/' + record.naturalKey(), page, line);
        CalendarReading reading = meaning.calendar(content, places);
        if (reading instanceof CalendarReading.LeftOut left) {
            return List.of(Reading.suppressed(record, left.reason()));
        }
        if (reading instanceof CalendarReading.Rejected fault) {
            return List.of(Reading.rejected(record, fault.code(), fault.sentence()));
        }
        List<Reading> readings = new ArrayList<>();
        for (List<StatedFact> facts : ((CalendarReading.Interviews) reading).persons()) {
            String key = readings.isEmpty() ? record.naturalKey() : record.naturalKey() + '#' + (readings.size() + 1);
            SourceRecord one = new SourceRecord(
                    RecordId.of(record.source(), key),
                    record.source(),
                    record.kind(),
                    key,
                    record.content(),
                    record.saidAt(),
                    readings.isEmpty() ? null : record.id(),
                    record.duplicateKey() + '#' + (readings.size() + 1));
            readings.add(Reading.stored(one, Subject.PERSON, facts, List.of()));
        }
        return readings;
    }

    private List<Reading> reading(SourceId in, Found found, byte[] content) throws IOException {
        ContentHash hash = raw.put(content);
        SourceRecord record = new SourceRecord(
                RecordId.of(in, found.path()),
                in,
                RecordKind.DOCUMENT,
                found.path(),
                hash,
                Instant.ofEpochMilli(found.modified()),
                null,
                "file:" + hash);
        if (found.size() > sizeLimit) {
            DocumentReading.Why tooLarge = DocumentReading.Why.TOO_LARGE;
            return List.of(Reading.rejected(record, tooLarge.name(), tooLarge.sentence()));
        }
        if (documents.type(content).equals("text/calendar")) {
            return calendars(record, content);
        }
        DocumentReading reading = documents.read(content);
        if (reading instanceof DocumentReading.Unread unread) {
            return List.of(Reading.rejected(record, unread.code().name(), unread.sentence()));
        }
        DocumentReading.Read read = (DocumentReading.Read) reading;
        PlaceNamer places = (page, line) -> new Locator.Document(in.value() + '/' + found.path(), page, line);
        DocumentMeaning.Told told = meaning.read(read.text(), places);
        if (told instanceof DocumentMeaning.AboutNobody nobody) {
            return List.of(
                    nobody.open()
                            ? Reading.rejected(record, nobody.code(), nobody.sentence())
                            : Reading.suppressed(record, nobody.code(), nobody.sentence()));
        }
        return List.of(Reading.stored(record, Subject.PERSON, ((DocumentMeaning.AboutOne) told).facts(), List.of()));
    }

    @Override
    public void close() {
        files.clear();
    }
}
