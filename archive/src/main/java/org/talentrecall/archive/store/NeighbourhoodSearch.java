package org.talentrecall.archive.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.DossierFold.Statement;
import org.talentrecall.archive.identity.CrowdedKeys;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.identity.Sighting;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.Subject;

/** Gathers a {@link Neighbourhood}, one round of queries for each step away from the waiting records. One use only. */
final class NeighbourhoodSearch {
    private final Database database;
    private final Set<RecordId> met = new LinkedHashSet<>();
    private final Map<RecordId, Set<String>> keysOf = new HashMap<>();
    private final Map<RecordId, String> nameOf = new HashMap<>();
    private final Map<String, Set<RecordId>> former = new TreeMap<>();
    private final Set<String> examined = new HashSet<>();
    private final Set<String> crowded = new TreeSet<>();
    /** Crowded keys that were so before: followed for one name at a time, as {@code key|name}. */
    private final Set<String> followed = new HashSet<>();

    private final Set<String> narrow = new HashSet<>();

    NeighbourhoodSearch(Database database) {
        this.database = database;
    }

    Neighbourhood around(Collection<RecordId> waiting) {
        Set<RecordId> frontier = new LinkedHashSet<>(waiting);
        while (!frontier.isEmpty()) {
            met.addAll(frontier);
            Set<RecordId> next = new LinkedHashSet<>(formerCompanions(frontier));
            next.addAll(keyCompanions(frontier));
            next.removeAll(met);
            frontier = next;
        }
        return load();
    }

    private Set<RecordId> formerCompanions(Set<RecordId> frontier) {
        Set<String> persons = new HashSet<>(database.list(
                "select distinct person from person_record where record_id = any(?)",
                (row, index) -> row.getString(1),
                Database.array(frontier)));
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

    private record Carried(String key, String name, RecordId record) {}

    private Set<RecordId> keyCompanions(Set<RecordId> frontier) {
        List<Carried> own = database.list(
                "select key_text, name_form, record_id from record_key where record_id = any(?)",
                (row, index) -> new Carried(row.getString(1), row.getString(2), new RecordId(row.getString(3))),
                Database.array(frontier));
        Set<String> keys = new TreeSet<>(database.list(
                "select distinct key_text from record_waiting_key where record_id = any(?)",
                (row, index) -> row.getString(1),
                Database.array(frontier)));
        for (Carried carried : own) {
            keys.add(carried.key());
            keysOf.computeIfAbsent(carried.record(), record -> new TreeSet<>()).add(carried.key());
            nameOf.put(carried.record(), carried.name());
        }
        keys.removeIf(key -> !examined.add(key));
        examine(keys);
        keys.removeAll(narrow);
        Set<RecordId> companions = new LinkedHashSet<>();
        if (!keys.isEmpty()) {
            companions.addAll(database.list(
                    "select record_id from record_key where key_text = any(?)",
                    (row, index) -> new RecordId(row.getString(1)),
                    Database.array(keys)));
        }
        for (Carried carried : own) {
            if (narrow.contains(carried.key())
                    && !carried.name().isEmpty()
                    && followed.add(carried.key() + '|' + carried.name())) {
                companions.addAll(database.list(
                        "select record_id from record_key where key_text = ? and name_form = ?",
                        (row, index) -> new RecordId(row.getString(1)),
                        carried.key(),
                        carried.name()));
            }
        }
        return companions;
    }

    /**
     * Finds out which keys are crowded. One that has just become so, or just ceased to be, is followed to everybody, for
     * all are concerned; one that stays crowded only to records of the same name.
     */
    private void examine(Set<String> keys) {
        Set<String> candidates = new TreeSet<>(keys);
        candidates.removeIf(key -> !CrowdedKeys.canCrowd(KeyText.parse(key).kind()));
        if (candidates.isEmpty()) {
            return;
        }
        Map<String, Set<String>> names = new HashMap<>();
        database.list(
                        "select distinct key_text, name_form from record_key where key_text = any(?)",
                        (row, index) -> Map.entry(row.getString(1), row.getString(2)),
                        Database.array(candidates))
                .forEach(entry -> names.computeIfAbsent(entry.getKey(), key -> new TreeSet<>())
                        .add(entry.getValue()));
        Set<String> before = new HashSet<>(database.list(
                "select key_text from crowded_key where key_text = any(?)",
                (row, index) -> row.getString(1),
                Database.array(candidates)));
        List<@Nullable Object[]> become = new ArrayList<>();
        List<@Nullable Object[]> cease = new ArrayList<>();
        for (String key : candidates) {
            boolean now = CrowdedKeys.isCrowded(names.getOrDefault(key, Set.of()));
            if (now) {
                crowded.add(key);
                if (before.contains(key)) {
                    narrow.add(key);
                } else {
                    become.add(new @Nullable Object[] {key});
                }
            } else if (before.contains(key)) {
                cease.add(new @Nullable Object[] {key});
            }
        }
        database.batch("insert into crowded_key (key_text) values (?)", become);
        database.batch("delete from crowded_key where key_text = ?", cease);
    }

    private Neighbourhood load() {
        Map<RecordId, Sighting> stored = new TreeMap<>();
        Map<RecordId, Statement> statements = new HashMap<>();
        Set<RecordId> mentions = new HashSet<>();
        database.list(
                """
                select r.id, r.subject, r.said_at, v.read_at, v.body
                from source_record r join record_version v on v.record_id = r.id and v.version = r.version
                where r.id = any(?) and r.standing = 'STORED' and r.subject in ('PERSON', 'MENTION')
                """,
                (row, index) -> {
                    RecordId id = new RecordId(row.getString("id"));
                    ReadingBody body = RecordRows.body(row.getBytes("body"));
                    Statement statement = new Statement(
                            id,
                            Database.time(row, "said_at"),
                            Objects.requireNonNull(Database.time(row, "read_at")),
                            body.facts());
                    List<IdentityKey> keys = keysOf.getOrDefault(id, Set.of()).stream()
                            .map(KeyText::parse)
                            .toList();
                    String name = nameOf.getOrDefault(id, "");
                    if (row.getString("subject").equals(Subject.MENTION.name())) {
                        mentions.add(id);
                    }
                    stored.put(id, Sighting.of(id, statement.saidAt(), body.facts(), keys, name));
                    return statements.put(id, statement);
                },
                Database.array(met));
        Set<IdentityKey> crowdedKeys = new TreeSet<>();
        crowded.forEach(key -> crowdedKeys.add(KeyText.parse(key)));
        return new Neighbourhood(met, stored, statements, mentions, crowdedKeys, former);
    }
}
