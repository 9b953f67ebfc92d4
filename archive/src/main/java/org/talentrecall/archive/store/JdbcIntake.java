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
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Intake;
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
    public void accept(ImportId importId, List<Reading> readings, Container progress, boolean appended) {
        // Packing needs no connection; do it before one is taken.
        Map<RecordId, Incoming> incoming = new LinkedHashMap<>();
        readings.forEach(reading -> incoming.put(reading.record().id(), Incoming.of(reading)));
        database.inTransaction(() -> {
            containers.save(progress, appended);
            if (!incoming.isEmpty()) {
                take(importId, incoming, progress);
            }
            if (progress.complete() && !appended) {
                withdrawUnseen(importId, ContainerRows.id(progress), progress.scan());
            }
        });
    }

    @Override
    public void withdraw(ImportId importId, Container gone) {
        database.inTransaction(() -> {
            withdrawUnseen(importId, ContainerRows.id(gone), Integer.MAX_VALUE);
            containers.delete(gone);
        });
    }

    private void take(ImportId importId, Map<RecordId, Incoming> incoming, Container progress) {
        String container = ContainerRows.id(progress);
        Instant now = clock.instant();
        Map<RecordId, RecordRows.Known> known = records.find(incoming.keySet());
        List<Incoming> fresh = new ArrayList<>();
        List<Incoming> changed = new ArrayList<>();
        List<RecordId> seenAgain = new ArrayList<>();
        List<RecordId> retracted = new ArrayList<>();
        List<String> left = new ArrayList<>();
        Set<String> settle = new HashSet<>();
        for (Incoming next : incoming.values()) {
            RecordRows.Known before = known.get(next.id());
            if (before != null
                    && before.standing() != Standing.WITHDRAWN
                    && !before.container().equals(container)) {
                left.add(before.container());
            }
            if (before != null && before.hash().equals(next.hash())) {
                if (before.scan() != progress.scan() || !before.container().equals(container)) {
                    seenAgain.add(next.id());
                }
                continue;
            }
            addIfPresent(settle, next.duplicateHash());
            if (before == null) {
                fresh.add(next);
            } else {
                changed.add(next);
                addIfPresent(settle, before.duplicateHash());
                if (before.standing() == Standing.STORED) {
                    retracted.add(next.id());
                }
            }
        }
        publication.retract(retracted);
        records.insert(fresh, importId, container, progress.scan(), now);
        records.replace(changed, known, importId, container, progress.scan(), now);
        records.seen(seenAgain, container, progress.scan());
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

    private void withdrawUnseen(ImportId importId, String container, int scan) {
        List<RecordId> unseen = records.unseen(container, scan, WITHDRAWN_AT_ONCE);
        while (!unseen.isEmpty()) {
            Set<String> duplicateHashes = new HashSet<>();
            List<RecordId> published = new ArrayList<>();
            records.find(unseen).values().forEach(known -> {
                addIfPresent(duplicateHashes, known.duplicateHash());
                if (known.standing() == Standing.STORED) {
                    published.add(known.id());
                }
            });
            publication.retract(published);
            records.withdraw(unseen, importId, clock.instant());
            settle(new HashMap<>(), duplicateHashes);
            unseen = records.unseen(container, scan, WITHDRAWN_AT_ONCE);
        }
    }

    private static void addIfPresent(Set<String> hashes, @Nullable String hash) {
        if (hash != null) {
            hashes.add(hash);
        }
    }
}
