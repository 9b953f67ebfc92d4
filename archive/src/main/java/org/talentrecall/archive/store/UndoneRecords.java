package org.talentrecall.archive.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.record.RecordId;

/** Takes an import's versions of records away, a thousand records at a time. One use only. */
final class UndoneRecords {
    private static final int AT_ONCE = 1000;

    private final Database database;
    private final Settlement settlement;
    private final RecordRows records;
    private final Publication publication;
    private final DoubtRows doubts;
    private final Touches touches;
    private final long importId;
    private final Map<String, Long> uncounted = new HashMap<>();
    private long removed;
    private long restored;
    private long superseded;

    UndoneRecords(Database database, Settlement settlement, Touches touches, ImportId importId) {
        this.database = database;
        this.settlement = settlement;
        this.touches = touches;
        this.importId = importId.value();
        records = new RecordRows(database);
        publication = new Publication(database);
        doubts = new DoubtRows(database, records);
    }

    private record Version(
            RecordId record,
            int number,
            long importId,
            Standing outcome,
            @Nullable String duplicateKey) {
        boolean withdrawn() {
            return outcome == Standing.WITHDRAWN;
        }
    }

    private record Place(String container, int scan) {}

    long removed() {
        return removed;
    }

    long restored() {
        return restored;
    }

    long superseded() {
        return superseded;
    }

    /** How many records left the count of a container's present scan. */
    Map<String, Long> uncounted() {
        return uncounted;
    }

    void takeBack() {
        List<RecordId> page = page();
        while (!page.isEmpty()) {
            takeBack(page);
            page = page();
        }
        restoreMoved();
        database.update("delete from record_before where import_id = ?", importId);
    }

    private List<RecordId> page() {
        return database.list(
                "select distinct record_id from record_version where import_id = ? order by record_id limit ?",
                (row, index) -> new RecordId(row.getString(1)),
                importId,
                AT_ONCE);
    }

    /** What is to become of the records of one page. */
    private static final class Fates {
        final Set<RecordId> remove = new LinkedHashSet<>();
        /** The version that stands again. */
        final Map<RecordId, Version> restore = new LinkedHashMap<>();
        /** The later import that has met the import's version again. */
        final Map<Version, Long> pass = new LinkedHashMap<>();

        final Set<String> duplicateHashes = new HashSet<>();
    }

    private void takeBack(List<RecordId> page) {
        Map<RecordId, RecordRows.Known> known = records.find(page);
        touches.load(known.values().stream().map(RecordRows.Known::container).toList());
        Fates fates = new Fates();
        Map<String, Place> places = places(page);
        doubts.takenBack(known.keySet());
        versions(page).forEach((id, versions) -> decide(known.get(id), versions, places, fates));
        publication.retract(
                fates.remove.stream().filter(id -> isStored(known.get(id))).toList());
        publication.retract(fates.restore.keySet().stream()
                .filter(id -> isStored(known.get(id)))
                .toList());
        passBeginnings(page, fates.pass.keySet());
        pass(fates.pass);
        database.update(
                "delete from record_version where import_id = ? and record_id = any(?)",
                importId,
                Database.array(page));
        remove(fates.remove);
        restore(fates.restore);
        Map<RecordId, ReadingBody> stored = bodiesOfStored(fates.restore.keySet());
        settlement.settle(stored, fates.duplicateHashes);
    }

    private static boolean isStored(RecordRows.@Nullable Known known) {
        return known != null && known.standing() == Standing.STORED;
    }

    private void decide(
            RecordRows.@Nullable Known known, List<Version> versions, Map<String, Place> places, Fates fates) {
        if (known == null) {
            return;
        }
        Version top = versions.get(versions.size() - 1);
        Optional<Version> before = versions.stream()
                .filter(version -> version.importId() != importId)
                .reduce((first, second) -> second);
        if (top.importId() != importId) {
            superseded++;
            Optional<Long> between = metBetween(versions, places);
            if (between.isPresent()) {
                fates.pass.put(lastOwn(versions), between.get());
                return;
            }
            boolean everRead =
                    versions.stream().anyMatch(version -> version.importId() != importId && !version.withdrawn());
            if (!everRead) {
                fates.remove.add(known.id());
            }
            return;
        }
        Optional<Long> again = top.withdrawn()
                ? touches.readAgainBy(known.container(), Long.MAX_VALUE)
                : touches.metAgainBy(known.container(), known.scan());
        if (again.isPresent()) {
            superseded++;
            fates.pass.put(top, again.get());
            return;
        }
        if (known.duplicateHash() != null) {
            fates.duplicateHashes.add(known.duplicateHash());
        }
        uncount(known);
        if (before.isEmpty()) {
            removed++;
            fates.remove.add(known.id());
        } else {
            restored++;
            fates.restore.put(known.id(), before.get());
            String hash = duplicateHash(before.get());
            if (hash != null) {
                fates.duplicateHashes.add(hash);
            }
        }
    }

    private Version lastOwn(List<Version> versions) {
        return versions.stream()
                .filter(version -> version.importId() == importId)
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** The import that met this one's version again before the next one changed it. */
    private Optional<Long> metBetween(List<Version> versions, Map<String, Place> places) {
        Version own = lastOwn(versions);
        Version next = versions.get(versions.indexOf(own) + 1);
        Place place = places.get(next.importId() + " " + own.record());
        if (place == null) {
            return Optional.empty();
        }
        return own.withdrawn()
                ? touches.readAgainBy(place.container(), next.importId())
                : touches.metAgainBy(place.container(), place.scan()).filter(by -> by < next.importId());
    }

    /** Where records of the page were before each import that changed them, by {@code import record}. */
    private Map<String, Place> places(Collection<RecordId> page) {
        Map<String, Place> places = new HashMap<>();
        database.list(
                        "select import_id, record_id, container_id, scan from record_before where record_id = any(?)",
                        (row, index) -> Map.entry(
                                row.getLong(1) + " " + row.getString(2), new Place(row.getString(3), row.getInt(4))),
                        Database.array(page))
                .forEach(entry -> places.put(entry.getKey(), entry.getValue()));
        return places;
    }

    private void uncount(RecordRows.Known known) {
        if (known.standing() != Standing.WITHDRAWN) {
            uncounted.merge(known.container() + ' ' + known.scan(), 1L, Long::sum);
        }
    }

    private Map<RecordId, List<Version>> versions(Collection<RecordId> page) {
        Map<RecordId, List<Version>> versions = new LinkedHashMap<>();
        database.list(
                        """
                        select record_id, version, import_id, outcome, duplicate_key from record_version
                        where record_id = any(?) order by record_id, version
                        """,
                        (row, index) -> new Version(
                                new RecordId(row.getString(1)),
                                row.getInt(2),
                                row.getLong(3),
                                Standing.valueOf(row.getString(4)),
                                row.getString(5)),
                        Database.array(page))
                .forEach(version -> versions.computeIfAbsent(version.record(), id -> new ArrayList<>())
                        .add(version));
        return versions;
    }

    private void pass(Map<Version, Long> to) {
        List<@Nullable Object[]> versions = new ArrayList<>();
        List<@Nullable Object[]> heads = new ArrayList<>();
        List<@Nullable Object[]> beginnings = new ArrayList<>();
        to.forEach((version, later) -> {
            String id = version.record().value();
            beginnings.add(new @Nullable Object[] {later, importId, id, later, id});
            versions.add(new @Nullable Object[] {later, id, version.number()});
            heads.add(new @Nullable Object[] {later, id, version.number()});
        });
        database.batch("update record_version set import_id = ? where record_id = ? and version = ?", versions);
        database.batch("update source_record set import_id = ? where id = ? and version = ?", heads);
        database.batch("""
                update record_before set import_id = ?
                where import_id = ? and record_id = ? and not exists (
                    select 1 from record_before b where b.import_id = ? and b.record_id = ?)
                """, beginnings);
    }

    /** What was before this import is now what was before the next one that changed the record. */
    private void passBeginnings(List<RecordId> page, Set<Version> passed) {
        Set<RecordId> concerned = new LinkedHashSet<>(page);
        passed.forEach(version -> concerned.remove(version.record()));
        Object ids = Database.array(concerned);
        database.update("""
                update record_before set
                    container_id = (select b.container_id from record_before b
                        where b.import_id = ? and b.record_id = record_before.record_id),
                    scan = (select b.scan from record_before b
                        where b.import_id = ? and b.record_id = record_before.record_id)
                where record_id = any(?) and import_id = (
                        select min(n.import_id) from record_before n
                        where n.record_id = record_before.record_id and n.import_id > ?)
                    and exists (select 1 from record_before b
                        where b.import_id = ? and b.record_id = record_before.record_id)
                """, importId, importId, ids, importId, importId);
    }

    private void remove(Set<RecordId> gone) {
        if (!gone.isEmpty()) {
            Object ids = Database.array(gone);
            database.update("delete from record_version where record_id = any(?)", ids);
            database.update("delete from source_record where id = any(?)", ids);
        }
    }

    private void restore(Map<RecordId, Version> again) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        again.forEach((id, version) -> rows.add(
                new @Nullable Object[] {version.number(), version.importId(), duplicateHash(version), id.value()}));
        database.batch("update source_record set version = ?, import_id = ?, duplicate_hash = ? where id = ?", rows);
        Object ids = Database.array(again.keySet());
        database.update("""
                update source_record set
                    standing = (select v.outcome from record_version v
                        where v.record_id = source_record.id and v.version = source_record.version),
                    subject = (select v.subject from record_version v
                        where v.record_id = source_record.id and v.version = source_record.version),
                    said_at = (select v.said_at from record_version v
                        where v.record_id = source_record.id and v.version = source_record.version),
                    merged_into = null
                where id = any(?)
                """, ids);
        putBack(ids);
    }

    /** Records that the import met without a word of their own, somewhere unexpected. */
    private void restoreMoved() {
        List<String> movedOnly = database.list("""
                select b.record_id from record_before b join source_record r on r.id = b.record_id
                    join container c on c.id = r.container_id
                where b.import_id = ? and r.import_id < ? and (r.container_id <> b.container_id or r.scan <> b.scan)
                """, (row, index) -> row.getString(1), importId, importId);
        for (int at = 0; at < movedOnly.size(); at += AT_ONCE) {
            List<RecordId> some = movedOnly.subList(at, Math.min(movedOnly.size(), at + AT_ONCE)).stream()
                    .map(RecordId::new)
                    .toList();
            List<String> back = records.find(some).values().stream()
                    .filter(record -> touches.own().contains(record.container())
                            && touches.metAgainBy(record.container(), record.scan())
                                    .isEmpty())
                    .map(record -> {
                        uncount(record);
                        return record.id().value();
                    })
                    .toList();
            putBack(Database.array(back));
        }
    }

    private void putBack(Object ids) {
        database.update("""
                update source_record set
                    container_id = (select b.container_id from record_before b
                        where b.record_id = source_record.id and b.import_id = ?),
                    scan = (select b.scan from record_before b
                        where b.record_id = source_record.id and b.import_id = ?),
                    kind = (select b.kind from record_before b
                        where b.record_id = source_record.id and b.import_id = ?),
                    merged_into = case when standing = 'MERGED' then (select b.merged_into from record_before b
                        where b.record_id = source_record.id and b.import_id = ?) else null end
                where id = any(?) and exists (select 1 from record_before b
                    where b.record_id = source_record.id and b.import_id = ?)
                """, importId, importId, importId, importId, ids, importId);
    }

    private Map<RecordId, ReadingBody> bodiesOfStored(Set<RecordId> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Set<RecordId> stored = new HashSet<>();
        records.find(ids).values().stream().filter(UndoneRecords::isStored).forEach(record -> stored.add(record.id()));
        return stored.isEmpty() ? Map.of() : records.bodies(stored);
    }

    private static @Nullable String duplicateHash(Version version) {
        return DuplicateHash.of(version.record(), version.outcome(), version.duplicateKey());
    }
}
