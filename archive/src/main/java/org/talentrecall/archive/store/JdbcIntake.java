package org.talentrecall.archive.store;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
    private final Twins twins;

    JdbcIntake(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
        containers = new ContainerRows(database);
        records = new RecordRows(database);
        publication = new Publication(database);
        twins = new Twins(database);
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
    public void accept(ImportId importId, List<Reading> readings, Container progress, boolean appended) {
        acceptAll(importId, List.of(new IntakeItem(readings, progress, appended)));
    }

    @Override
    public void acceptAll(ImportId importId, List<IntakeItem> items) {
        // Packing needs no connection; it is done before one is taken.
        List<Batch> batches = Batch.of(items);
        database.inTransaction(() -> batches.forEach(batch -> {
            containers.save(batch.lastItems());
            if (!batch.incoming().isEmpty()) {
                take(importId, batch.incoming());
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
            withdrawEach(importId, () -> records.living(ContainerRows.id(gone), WITHDRAWN_AT_ONCE));
            containers.delete(gone);
        });
    }

    private void take(ImportId importId, Map<RecordId, Incoming> incoming) {
        Instant now = clock.instant();
        Map<RecordId, RecordRows.Known> known = records.find(incoming.keySet());
        List<Incoming> fresh = new ArrayList<>();
        List<Incoming> changed = new ArrayList<>();
        List<Incoming> seenAgain = new ArrayList<>();
        List<RecordId> retracted = new ArrayList<>();
        List<RecordRows.Known> left = new ArrayList<>();
        Set<String> settle = new HashSet<>();
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
        publication.retract(retracted);
        records.insert(fresh, importId, now);
        records.replace(changed, known, importId, now);
        records.seen(seenAgain);
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
        settle(stored, settle);
    }

    /** Publishes new stored records, and settles twins: who is promoted is published, who is demoted retracted. */
    private void settle(Map<RecordId, ReadingBody> stored, Set<String> duplicateHashes) {
        Twins.Settled settled = twins.settle(duplicateHashes);
        Map<RecordId, ReadingBody> publish = new LinkedHashMap<>(stored);
        publish.keySet().removeAll(settled.demoted());
        Set<RecordId> unloaded = new HashSet<>(settled.promoted());
        unloaded.removeAll(publish.keySet());
        if (!unloaded.isEmpty()) {
            publish.putAll(records.bodies(unloaded));
        }
        Set<RecordId> retract = new HashSet<>(settled.demoted());
        retract.removeAll(stored.keySet());
        publication.retract(retract);
        publication.publish(publish);
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
            records.withdraw(some, importId, clock.instant());
            settle(new HashMap<>(), duplicateHashes);
            some = search.get();
        }
    }

    private static void addIfPresent(Set<String> hashes, @Nullable String hash) {
        if (hash != null) {
            hashes.add(hash);
        }
    }
}
