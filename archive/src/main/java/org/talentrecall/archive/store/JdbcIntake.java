package org.talentrecall.archive.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.audit.Audit;
import org.talentrecall.archive.intake.AskingRecord;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.KnownRecord;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

final class JdbcIntake implements Intake {
    private static final int WITHDRAWN_AT_ONCE = 1000;

    private final Database database;
    private final Clock clock;
    private final ContainerRows containers;
    private final RecordRows records;
    private final Publication publication;
    private final Settlement settlement;
    private final ImportJournal journal;
    private final AnswersTaken answers;
    private final CorrectionsTaken corrections;
    private final DoubtRows doubts;

    JdbcIntake(Database database, Clock clock, Audit audit) {
        this.database = database;
        this.clock = clock;
        containers = new ContainerRows(database);
        records = new RecordRows(database);
        publication = new Publication(database);
        settlement = new Settlement(new Twins(database), records, publication);
        journal = new ImportJournal(database);
        answers = new AnswersTaken(database, audit);
        corrections = new CorrectionsTaken(audit);
        doubts = new DoubtRows(database, records);
    }

    @Override
    public Optional<Container> container(SourceId source, String path) {
        return containers.find(source, path);
    }

    @Override
    public List<Container> containers(SourceId source) {
        return containers.of(source);
    }

    @Override
    public Map<RecordId, Integer> lastScans(Collection<RecordId> ids) {
        return ids.isEmpty() ? Map.of() : records.lastScans(ids);
    }

    @Override
    public Map<RecordId, KnownRecord> known(Collection<RecordId> ids) {
        return ids.isEmpty() ? Map.of() : records.knownRecords(ids);
    }

    @Override
    public Set<RecordId> rejected(Collection<RecordId> ids) {
        return ids.isEmpty() ? Set.of() : records.readAsRejected(ids);
    }

    @Override
    public Map<RecordId, String> answers(String question) {
        return doubts.answers(question);
    }

    @Override
    public List<AskingRecord> reanswered(String question) {
        return doubts.reanswered(question);
    }

    @Override
    public List<AskingRecord> asking(String question, Collection<RecordId> ids) {
        return doubts.asking(question, ids);
    }

    @Override
    public void accept(ImportId importId, List<Reading> readings, Container progress, boolean appended) {
        acceptAll(importId, List.of(new IntakeItem(readings, progress, appended)));
    }

    @Override
    public void acceptAll(ImportId importId, List<IntakeItem> items) {
        // Packing needs no connection; it is done before one is taken.
        List<Batch> batches = Batch.of(items);
        database.inTransaction(() -> batches.forEach(batch -> {
            Map<String, ImportJournal.Met> met = journal.meet(importId, batch.lastItems());
            containers.save(batch.lastItems());
            if (!batch.incoming().isEmpty()) {
                take(importId, batch.incoming(), met);
            }
            List<String> whole = batch.wholeContainers();
            if (!whole.isEmpty()) {
                withdrawEach(importId, () -> records.unseen(whole, WITHDRAWN_AT_ONCE));
            }
        }));
    }

    @Override
    public void withdraw(ImportId importId, Container gone) {
        database.inTransaction(() -> {
            journal.note(importId, List.of(ContainerRows.id(gone)));
            withdrawEach(importId, () -> records.living(ContainerRows.id(gone), WITHDRAWN_AT_ONCE));
            containers.delete(gone);
        });
    }

    private void take(ImportId importId, Map<RecordId, Incoming> incoming, Map<String, ImportJournal.Met> met) {
        Instant now = clock.instant();
        Map<RecordId, RecordRows.Known> known = records.find(incoming.keySet());
        List<Incoming> fresh = new ArrayList<>();
        List<Incoming> changed = new ArrayList<>();
        List<Incoming> seenAgain = new ArrayList<>();
        List<RecordId> retracted = new ArrayList<>();
        List<RecordRows.Known> left = new ArrayList<>();
        Set<String> settle = new HashSet<>();
        doubts.read(known.keySet());
        for (Incoming next : incoming.values()) {
            RecordRows.Known before = known.get(next.id());
            if (before == null) {
                fresh.add(next);
                addIfPresent(settle, next.duplicateHash());
                continue;
            }
            boolean moved = !before.container().equals(next.container());
            if (moved && before.standing() != Standing.WITHDRAWN) {
                left.add(before);
            }
            if (before.hash().equals(next.hash())) {
                if (moved || before.scan() != next.scan()) {
                    seenAgain.add(next);
                }
                continue;
            }
            changed.add(next);
            addIfPresent(settle, next.duplicateHash());
            addIfPresent(settle, before.duplicateHash());
            if (before.standing() == Standing.STORED) {
                retracted.add(next.id());
            }
        }
        journal.records(importId, changed.stream().map(Incoming::id).toList());
        journal.records(importId, ImportJournal.unexpected(seenAgain, known, met));
        publication.retract(retracted);
        records.insert(fresh, importId, now);
        records.replace(changed, known, importId, now);
        records.seen(seenAgain);
        journal.note(
                importId,
                left.stream().map(RecordRows.Known::container).distinct().toList());
        containers.countMoved(left);
        publish(fresh, changed, settle);
    }

    private void publish(List<Incoming> fresh, List<Incoming> changed, Set<String> settle) {
        Map<RecordId, ReadingBody> stored = new LinkedHashMap<>();
        for (List<Incoming> some : List.of(fresh, changed)) {
            for (Incoming next : some) {
                if (next.outcome() == Standing.STORED) {
                    stored.put(
                            next.id(),
                            new ReadingBody(
                                    next.reading().facts(), next.reading().links()));
                }
            }
        }
        settlement.settle(stored, settle);
        answers.take(stored);
        doubts.changed(stored.values());
        corrections.take(fresh);
        corrections.take(changed);
    }

    /** Withdraws what the search finds, some at a time, until it finds nothing. */
    private void withdrawEach(ImportId importId, Supplier<List<RecordId>> search) {
        List<RecordId> some = search.get();
        while (!some.isEmpty()) {
            Set<String> duplicateHashes = new HashSet<>();
            List<RecordId> published = new ArrayList<>();
            records.find(some).values().forEach(known -> {
                addIfPresent(duplicateHashes, known.duplicateHash());
                if (known.standing() == Standing.STORED) {
                    published.add(known.id());
                }
            });
            publication.retract(published);
            journal.records(importId, some);
            records.withdraw(some, importId, clock.instant());
            settlement.settle(Map.of(), duplicateHashes);
            some = search.get();
        }
    }

    private static void addIfPresent(Set<String> hashes, @Nullable String hash) {
        if (hash != null) {
            hashes.add(hash);
        }
    }
}
