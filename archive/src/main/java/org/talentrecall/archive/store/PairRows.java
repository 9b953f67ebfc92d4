package org.talentrecall.archive.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.identity.CrowdedKeys;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.identity.PersonFields;
import org.talentrecall.archive.identity.Sighting;
import org.talentrecall.archive.json.ArchiveJson;
import org.talentrecall.archive.linkage.CandidatePairs;
import org.talentrecall.archive.linkage.LinkageModel;
import org.talentrecall.archive.linkage.Verdict;
import org.talentrecall.archive.record.RecordId;

/**
 * Weighs the pairs of records that came, changed or went, and keeps those that are one person more likely than not. A pair's
 * weight depends on its two records, and on which keys are crowded and which blocks wide; so when a key or block changes in
 * that, its records' pairs are weighed anew. One use only.
 */
final class PairRows {
    private final Database database;
    private final RecordMemory memory;
    private final LinkageModel.Scales scales;
    /** Records whose pairs are to be weighed. */
    private final Set<RecordId> renewed = new TreeSet<>();

    private final Set<Long> unusable = new HashSet<>();

    PairRows(Database database, RecordMemory memory, LinkageModel model) {
        this.database = database;
        this.memory = memory;
        scales = model.scales();
    }

    /**
     * Weighs anew all pairs that may have changed.
     *
     * @param waiting records that came, changed or went, with their keys already published
     * @param lost keys that they have no more
     * @return all records that had or have one of these pairs, and the waiting ones
     */
    Set<RecordId> renew(Set<RecordId> waiting, Set<String> lost) {
        renewed.addAll(waiting);
        Set<RecordId> stored = memory.stored(waiting);
        Set<String> addresses = new TreeSet<>(lost);
        stored.forEach(record -> memory.keys(record).forEach(key -> addresses.add(KeyText.of(key))));
        addresses.removeIf(key -> !CrowdedKeys.canCrowd(KeyText.parse(key).kind()));
        examineKeys(addresses);
        examineBlocks(replaceBlocks(waiting, stored));
        Set<RecordId> touched = new TreeSet<>(renewed);
        touched.addAll(dropLinks());
        touched.addAll(weigh());
        return touched;
    }

    /** Finds out which addresses are crowded; all who carry one that has become so, or ceased to be, are concerned. */
    private void examineKeys(Set<String> keys) {
        if (keys.isEmpty()) {
            return;
        }
        Object array = Database.array(keys);
        Map<String, Set<String>> names = new HashMap<>();
        database.list(
                        "select distinct key_text, name_form from record_key where key_text = any(?)",
                        (row, index) -> Map.entry(row.getString(1), row.getString(2)),
                        array)
                .forEach(entry -> names.computeIfAbsent(entry.getKey(), key -> new TreeSet<>())
                        .add(entry.getValue()));
        Set<String> before = new HashSet<>(database.list(
                "select key_text from crowded_key where key_text = any(?)", (row, index) -> row.getString(1), array));
        List<@Nullable Object[]> become = new ArrayList<>();
        List<@Nullable Object[]> cease = new ArrayList<>();
        Set<String> turned = new TreeSet<>();
        for (String key : keys) {
            boolean now = CrowdedKeys.isCrowded(names.getOrDefault(key, Set.of()));
            memory.note(KeyText.parse(key), now);
            if (now != before.contains(key)) {
                (now ? become : cease).add(new @Nullable Object[] {key});
                turned.add(key);
            }
        }
        database.batch("insert into crowded_key (key_text) values (?)", become);
        database.batch("delete from crowded_key where key_text = ?", cease);
        if (!turned.isEmpty()) {
            renewed.addAll(database.list(
                    "select record_id from record_key where key_text = any(?)",
                    (row, index) -> new RecordId(row.getString(1)),
                    Database.array(turned)));
        }
    }

    /** Returns all blocks in which the waiting records were or are. */
    private Set<Long> replaceBlocks(Set<RecordId> waiting, Set<RecordId> stored) {
        Object ids = Database.array(waiting);
        Set<Long> concerned = new TreeSet<>(database.list(
                "select distinct block from record_block where record_id = any(?)",
                (row, index) -> row.getLong(1),
                ids));
        database.update("delete from record_block where record_id = any(?)", ids);
        database.update("delete from bare_record where record_id = any(?)", ids);
        List<@Nullable Object[]> rows = new ArrayList<>();
        List<@Nullable Object[]> bare = new ArrayList<>();
        for (RecordId record : stored) {
            for (long block : memory.blocks(record)) {
                concerned.add(block);
                rows.add(new @Nullable Object[] {block, record.value()});
            }
            if (memory.keys(record).stream().allMatch(PairRows::isBare)) {
                memory.keys(record).stream()
                        .filter(key -> key.kind() == IdentityKey.Kind.NAME_POST)
                        .forEach(key -> bare.add(new @Nullable Object[] {KeyText.of(key), record.value()}));
            }
        }
        database.batch("insert into record_block (block, record_id) values (?, ?)", rows);
        database.batch("insert into bare_record (key_text, record_id) values (?, ?)", bare);
        return concerned;
    }

    private static boolean isBare(IdentityKey key) {
        return key.kind() == IdentityKey.Kind.NAME_POST || key.kind() == IdentityKey.Kind.MESSAGE;
    }

    /** Finds out which blocks are too wide; all in one that has become so, or ceased to be, are concerned. */
    private void examineBlocks(Set<Long> blocks) {
        if (blocks.isEmpty()) {
            return;
        }
        Object array = Database.numbers(blocks);
        Map<Long, Long> wide = new TreeMap<>();
        database.list(
                        "select block, count(*) from record_block where block = any(?) group by block having count(*) > ?",
                        (row, index) -> Map.entry(row.getLong(1), row.getLong(2)),
                        array,
                        CandidatePairs.LARGEST_BLOCK)
                .forEach(entry -> wide.put(entry.getKey(), entry.getValue()));
        Set<Long> turned = new TreeSet<>(database.list(
                "select block from wide_block where block = any(?)", (row, index) -> row.getLong(1), array));
        Set<Long> before = Set.copyOf(turned);
        database.update("delete from wide_block where block = any(?)", array);
        List<@Nullable Object[]> rows = new ArrayList<>();
        wide.forEach((block, records) -> rows.add(new @Nullable Object[] {block, records}));
        database.batch("insert into wide_block (block, records) values (?, ?)", rows);
        turned.removeAll(wide.keySet());
        wide.keySet().stream().filter(block -> !before.contains(block)).forEach(turned::add);
        if (!turned.isEmpty()) {
            renewed.addAll(database.list(
                    "select distinct record_id from record_block where block = any(?)",
                    (row, index) -> new RecordId(row.getString(1)),
                    Database.numbers(turned)));
        }
    }

    /** Returns the other ends of the dropped links. */
    private Set<RecordId> dropLinks() {
        Object ids = Database.array(renewed);
        Set<RecordId> ends = new TreeSet<>();
        ends.addAll(database.list(
                "select record_b from identity_link where record_a = any(?)",
                (row, index) -> new RecordId(row.getString(1)),
                ids));
        ends.addAll(database.list(
                "select record_a from identity_link where record_b = any(?)",
                (row, index) -> new RecordId(row.getString(1)),
                ids));
        database.update("delete from identity_link where record_a = any(?)", ids);
        database.update("delete from identity_link where record_b = any(?)", ids);
        return ends;
    }

    private record Placed(long block, RecordId record) {}

    /** Weighs the pairs of the renewed records; returns those that have a link now. */
    private Set<RecordId> weigh() {
        Map<Long, List<RecordId>> members = new TreeMap<>();
        List<Placed> own =
                placed("select block, record_id from record_block where record_id = any(?)", Database.array(renewed));
        Set<Long> blocks = new TreeSet<>();
        own.forEach(placed -> blocks.add(placed.block()));
        blocks.removeAll(unusable(blocks));
        if (!blocks.isEmpty()) {
            placed("select block, record_id from record_block where block = any(?)", Database.numbers(blocks))
                    .forEach(placed -> members.computeIfAbsent(placed.block(), block -> new ArrayList<>())
                            .add(placed.record()));
        }
        Map<RecordId, Set<RecordId>> partners = new TreeMap<>();
        for (Placed placed : own) {
            for (RecordId other : members.getOrDefault(placed.block(), List.of())) {
                int order = placed.record().compareTo(other);
                if (order != 0) {
                    RecordId first = order < 0 ? placed.record() : other;
                    partners.computeIfAbsent(first, record -> new TreeSet<>()).add(order < 0 ? other : placed.record());
                }
            }
        }
        return weigh(partners);
    }

    private List<Placed> placed(String sql, Object values) {
        return database.list(sql, (row, index) -> new Placed(row.getLong(1), new RecordId(row.getString(2))), values);
    }

    /** Wide blocks, and those of crowded addresses. */
    private Set<Long> unusable(Set<Long> blocks) {
        if (blocks.isEmpty()) {
            return Set.of();
        }
        unusable.addAll(database.list(
                "select block from wide_block where block = any(?)",
                (row, index) -> row.getLong(1),
                Database.numbers(blocks)));
        memory.sightings(renewed)
                .values()
                .forEach(sighting -> sighting.keys().stream()
                        .filter(memory::isCrowded)
                        .forEach(key -> unusable.add(PersonFields.block(key))));
        return unusable;
    }

    private Set<RecordId> weigh(Map<RecordId, Set<RecordId>> partners) {
        Set<RecordId> all = new TreeSet<>(partners.keySet());
        partners.values().forEach(all::addAll);
        Map<RecordId, Sighting> sightings = memory.sightings(all);
        Set<RecordId> linked = new TreeSet<>();
        List<@Nullable Object[]> rows = new ArrayList<>();
        partners.forEach((one, others) -> {
            Sighting left = sightings.get(one);
            for (RecordId other : others) {
                Sighting right = sightings.get(other);
                if (left == null || right == null) {
                    continue;
                }
                double total = scales.total(left.description(), right.description());
                if (Verdict.of(total) != Verdict.APART) {
                    var evidence = scales.explain(left.description(), right.description());
                    linked.add(one);
                    linked.add(other);
                    rows.add(new @Nullable Object[] {
                        one.value(), other.value(), evidence.total(), ArchiveJson.write(evidence)
                    });
                }
            }
        });
        database.batch("insert into identity_link (record_a, record_b, total, evidence) values (?, ?, ?, ?)", rows);
        return linked;
    }
}
