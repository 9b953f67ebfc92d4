package org.talentrecall.archive.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.DossierFold.Statement;
import org.talentrecall.archive.identity.CrowdedKeys;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.identity.PersonFields;
import org.talentrecall.archive.identity.Sighting;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.Subject;

/** The stored records of persons that one resolution has met, each read from the database once. */
final class RecordMemory {
    private final Database database;
    private final Set<RecordId> asked = new HashSet<>();
    private final Set<RecordId> mentions = new HashSet<>();
    private final Map<RecordId, Told> told = new HashMap<>();
    private final Map<RecordId, PersonFields> fields = new HashMap<>();
    private final Map<RecordId, Sighting> sightings = new HashMap<>();
    private final Map<IdentityKey, Boolean> crowded = new HashMap<>();

    private record Told(Statement statement, List<IdentityKey> keys, String nameForm) {}

    private record Carried(RecordId record, String key, String nameForm) {}

    RecordMemory(Database database) {
        this.database = database;
    }

    /** Those of the records that are stored and speak of a person. */
    Set<RecordId> stored(Collection<RecordId> records) {
        load(records);
        Set<RecordId> stored = new TreeSet<>(records);
        stored.retainAll(told.keySet());
        return stored;
    }

    Map<RecordId, Sighting> sightings(Collection<RecordId> records) {
        Set<RecordId> stored = stored(records);
        askCrowded(stored);
        Map<RecordId, Sighting> found = new HashMap<>();
        stored.forEach(record -> found.put(record, sightings.computeIfAbsent(record, this::sighting)));
        return found;
    }

    Map<RecordId, Statement> statements(Collection<RecordId> records) {
        Map<RecordId, Statement> statements = new HashMap<>();
        stored(records).forEach(record -> statements.put(record, known(record).statement()));
        return statements;
    }

    /** Those of the records that make nobody a candidate by themselves. */
    Set<RecordId> mentions(Collection<RecordId> records) {
        Set<RecordId> found = stored(records);
        found.retainAll(mentions);
        return found;
    }

    Set<Long> blocks(RecordId record) {
        Set<Long> blocks = new TreeSet<>();
        for (long block : fields(record).blocks()) {
            blocks.add(block);
        }
        return blocks;
    }

    List<IdentityKey> keys(RecordId record) {
        return known(record).keys();
    }

    /** Keys that a resolution has found to be crowded, or not any more. */
    void note(IdentityKey key, boolean isCrowded) {
        crowded.put(key, isCrowded);
        sightings.clear();
    }

    boolean isCrowded(IdentityKey key) {
        return crowded.getOrDefault(key, false);
    }

    private Told known(RecordId record) {
        return Objects.requireNonNull(told.get(record), "not a stored record of this resolution");
    }

    private PersonFields fields(RecordId record) {
        return fields.computeIfAbsent(record, any -> {
            Told one = known(record);
            return PersonFields.of(one.statement().facts(), one.keys());
        });
    }

    private Sighting sighting(RecordId record) {
        Told one = known(record);
        Set<IdentityKey> shared = new HashSet<>(one.keys());
        shared.removeIf(key -> !isCrowded(key));
        return Sighting.of(
                record,
                one.statement().saidAt(),
                one.statement().facts(),
                one.keys(),
                one.nameForm(),
                fields(record).describe(shared));
    }

    private void askCrowded(Set<RecordId> records) {
        Set<String> unknown = new TreeSet<>();
        for (RecordId record : records) {
            for (IdentityKey key : known(record).keys()) {
                if (CrowdedKeys.canCrowd(key.kind()) && !crowded.containsKey(key)) {
                    unknown.add(KeyText.of(key));
                    crowded.put(key, false);
                }
            }
        }
        if (!unknown.isEmpty()) {
            database.list(
                            "select key_text from crowded_key where key_text = any(?)",
                            (row, index) -> KeyText.parse(row.getString(1)),
                            Database.array(unknown))
                    .forEach(key -> crowded.put(key, true));
        }
    }

    private void load(Collection<RecordId> records) {
        Set<RecordId> fresh = new TreeSet<>(records);
        fresh.removeIf(record -> !asked.add(record));
        if (fresh.isEmpty()) {
            return;
        }
        Object ids = Database.array(fresh);
        Map<RecordId, Statement> statements = new HashMap<>();
        database.list(
                """
                select r.id, r.subject, r.said_at, v.read_at, v.body
                from source_record r join record_version v on v.record_id = r.id and v.version = r.version
                where r.id = any(?) and r.standing = 'STORED' and r.subject in ('PERSON', 'MENTION')
                """,
                (row, index) -> {
                    RecordId id = new RecordId(row.getString("id"));
                    if (Subject.valueOf(row.getString("subject")) == Subject.MENTION) {
                        mentions.add(id);
                    }
                    ReadingBody body = RecordRows.body(row.getBytes("body"));
                    return statements.put(
                            id,
                            new Statement(
                                    id,
                                    Database.time(row, "said_at"),
                                    Objects.requireNonNull(Database.time(row, "read_at")),
                                    body.facts()));
                },
                ids);
        Map<RecordId, Set<IdentityKey>> keys = new HashMap<>();
        Map<RecordId, String> names = new HashMap<>();
        database.list(
                        "select record_id, key_text, name_form from record_key where record_id = any(?)",
                        (row, index) -> new Carried(new RecordId(row.getString(1)), row.getString(2), row.getString(3)),
                        ids)
                .forEach(carried -> {
                    keys.computeIfAbsent(carried.record(), record -> new TreeSet<>())
                            .add(KeyText.parse(carried.key()));
                    names.put(carried.record(), carried.nameForm());
                });
        statements.forEach((record, statement) -> told.put(
                record,
                new Told(statement, List.copyOf(keys.getOrDefault(record, Set.of())), nameForm(names.get(record)))));
    }

    private static String nameForm(@Nullable String name) {
        return name == null ? "" : name;
    }
}
