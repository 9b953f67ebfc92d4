package org.talentrecall.archive.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.identity.PairLink;
import org.talentrecall.archive.identity.Sighting;
import org.talentrecall.archive.identity.WeighedResolver;
import org.talentrecall.archive.json.ArchiveJson;
import org.talentrecall.archive.linkage.Evidence;
import org.talentrecall.archive.linkage.Verdict;
import org.talentrecall.archive.record.RecordId;

/**
 * Gathers a {@link Neighbourhood}, one round of queries for each step away from the waiting records: over links that are
 * sure enough to join, former persons, human decisions that join, and between bare notes and those they may mean. One use
 * only.
 */
final class NeighbourhoodSearch {
    private static final double MERGE_BITS = Evidence.bits(Verdict.MERGE_FROM);

    private final Database database;
    private final RecordMemory memory;
    private final JudgementRows judgements;
    private final Set<RecordId> met = new LinkedHashSet<>();
    private final Map<String, Set<RecordId>> former = new TreeMap<>();
    private final Set<String> posts = new HashSet<>();
    /** Names and posts that so many records carry that a bare one could mean anybody. */
    private final Set<String> untelling = new HashSet<>();

    private final Set<String> bareFollowed = new HashSet<>();

    NeighbourhoodSearch(Database database, RecordMemory memory) {
        this.database = database;
        this.memory = memory;
        judgements = new JudgementRows(database);
    }

    Neighbourhood around(Collection<RecordId> touched) {
        Set<RecordId> frontier = new LinkedHashSet<>(touched);
        while (!frontier.isEmpty()) {
            met.addAll(frontier);
            Object ids = Database.array(frontier);
            Set<RecordId> next = new LinkedHashSet<>(formerCompanions(ids));
            next.addAll(linked(ids));
            next.addAll(judgements.joinedWith(frontier));
            next.addAll(answers(frontier));
            next.addAll(namesakes(frontier));
            next.removeAll(met);
            frontier = next;
        }
        return load();
    }

    private Set<RecordId> formerCompanions(Object frontier) {
        Set<String> persons = new HashSet<>(database.list(
                "select distinct person from person_record where record_id = any(?)",
                (row, index) -> row.getString(1),
                frontier));
        persons.removeAll(former.keySet());
        if (persons.isEmpty()) {
            return Set.of();
        }
        Set<RecordId> records = new LinkedHashSet<>();
        database.list(
                        "select person, record_id from person_record where person = any(?)",
                        (row, index) -> Map.entry(row.getString(1), new RecordId(row.getString(2))),
                        Database.array(persons))
                .forEach(entry -> {
                    former.computeIfAbsent(entry.getKey(), person -> new TreeSet<>())
                            .add(entry.getValue());
                    records.add(entry.getValue());
                });
        return records;
    }

    private Set<RecordId> linked(Object frontier) {
        Set<RecordId> ends = new LinkedHashSet<>();
        for (String sql : List.of(
                "select record_b from identity_link where record_a = any(?) and total >= ?",
                "select record_a from identity_link where record_b = any(?) and total >= ?")) {
            ends.addAll(database.list(sql, (row, index) -> new RecordId(row.getString(1)), frontier, MERGE_BITS));
        }
        return ends;
    }

    /** Answers of people about these records, and the records that these ones answer about. */
    private Set<RecordId> answers(Set<RecordId> frontier) {
        Set<String> named = new TreeSet<>();
        frontier.forEach(record -> named.add(KeyText.of(new IdentityKey(IdentityKey.Kind.RECORD, record.value()))));
        Set<RecordId> found = new LinkedHashSet<>(database.list(
                "select record_id from record_key where key_text = any(?)",
                (row, index) -> new RecordId(row.getString(1)),
                Database.array(named)));
        for (RecordId record : memory.stored(frontier)) {
            memory.keys(record).stream()
                    .filter(key -> key.kind() == IdentityKey.Kind.RECORD)
                    .forEach(key -> found.add(new RecordId(key.value())));
        }
        return found;
    }

    /** For each record the bare notes of its name and post; for each bare note all who carry them. */
    private Set<RecordId> namesakes(Set<RecordId> frontier) {
        Set<String> own = new TreeSet<>();
        for (RecordId record : memory.stored(frontier)) {
            memory.keys(record).stream()
                    .filter(key -> key.kind() == IdentityKey.Kind.NAME_POST)
                    .map(KeyText::of)
                    .filter(bareFollowed::add)
                    .forEach(own::add);
        }
        Set<RecordId> found = new LinkedHashSet<>();
        if (!own.isEmpty()) {
            Set<String> meant = new TreeSet<>();
            database.list(
                            "select key_text, record_id from bare_record where key_text = any(?)",
                            (row, index) -> Map.entry(row.getString(1), new RecordId(row.getString(2))),
                            Database.array(own))
                    .forEach(entry -> meant.add(entry.getKey()));
            meant.removeIf(key -> !posts.add(key));
            found.addAll(carriers(meant));
        }
        return found;
    }

    private Set<RecordId> carriers(Set<String> keys) {
        if (keys.isEmpty()) {
            return Set.of();
        }
        Object array = Database.array(keys);
        Set<String> wide = new TreeSet<>(database.list(
                "select key_text from record_key where key_text = any(?) group by key_text having count(*) > ?",
                (row, index) -> row.getString(1),
                array,
                WeighedResolver.TELLING_CARRIERS));
        untelling.addAll(wide);
        Set<String> telling = new TreeSet<>(keys);
        telling.removeAll(wide);
        Set<RecordId> found = new LinkedHashSet<>(database.list(
                "select record_id from record_key where key_text = any(?)",
                (row, index) -> new RecordId(row.getString(1)),
                Database.array(telling)));
        wide.removeAll(knownAsWide(keys, wide));
        // Not their many carriers, but the bare notes, which stand alone from now on.
        found.addAll(database.list(
                "select record_id from bare_record where key_text = any(?)",
                (row, index) -> new RecordId(row.getString(1)),
                Database.array(wide)));
        return found;
    }

    /** Remembers which are wide now; returns those that were known as such. */
    private Set<String> knownAsWide(Set<String> keys, Set<String> wide) {
        Object array = Database.array(keys);
        Set<String> known = new TreeSet<>(database.list(
                "select key_text from crowded_key where key_text = any(?)", (row, index) -> row.getString(1), array));
        database.update("delete from crowded_key where key_text = any(?)", array);
        List<@Nullable Object[]> rows = new ArrayList<>();
        wide.forEach(key -> rows.add(new @Nullable Object[] {key}));
        database.batch("insert into crowded_key (key_text) values (?)", rows);
        return known;
    }

    private Neighbourhood load() {
        Map<RecordId, Sighting> stored = new TreeMap<>(memory.sightings(met));
        Set<IdentityKey> meaningless = new HashSet<>();
        untelling.forEach(key -> meaningless.add(KeyText.parse(key)));
        if (!meaningless.isEmpty()) {
            stored.replaceAll((record, sighting) -> sighting.without(meaningless));
        }
        return new Neighbourhood(
                stored,
                memory.statements(met),
                memory.mentions(met),
                links(stored.keySet()),
                judgements.about(stored.keySet()),
                former);
    }

    private List<PairLink> links(Set<RecordId> records) {
        Map<String, RecordId> known = new HashMap<>();
        records.forEach(record -> known.put(record.value(), record));
        return database
                .list(
                        "select record_a, record_b, evidence from identity_link where record_a = any(?) and total >= ?",
                        (row, index) -> new PairLink(
                                new RecordId(row.getString(1)),
                                new RecordId(row.getString(2)),
                                ArchiveJson.read(row.getString(3), Evidence.class)),
                        Database.array(records),
                        MERGE_BITS)
                .stream()
                .filter(link -> known.containsKey(link.other().value()))
                .toList();
    }
}
