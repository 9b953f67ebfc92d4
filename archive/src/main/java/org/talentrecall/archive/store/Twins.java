package org.talentrecall.archive.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.RecordId;

/**
 * Records with one duplicate key: of those that live and could be read, the one with the smallest id is stored and the
 * others are merged into it. A function of the set alone, so that the order of reading makes no difference.
 */
final class Twins {
    private final Database database;

    Twins(Database database) {
        this.database = database;
    }

    /**
     * What changed.
     *
     * @param promoted were merged, are stored
     * @param demoted were stored, are merged
     */
    record Settled(Set<RecordId> promoted, Set<RecordId> demoted) {}

    private record Twin(
            RecordId id,
            String hash,
            Standing standing,
            @Nullable String into) {}

    Settled settle(Set<String> duplicateHashes) {
        Settled settled = new Settled(new HashSet<>(), new HashSet<>());
        if (duplicateHashes.isEmpty()) {
            return settled;
        }
        Map<String, RecordId> first = new HashMap<>();
        List<@Nullable Object[]> updates = new ArrayList<>();
        for (Twin twin : living(duplicateHashes)) {
            RecordId chosen = first.computeIfAbsent(twin.hash(), hash -> twin.id());
            Standing standing = chosen.equals(twin.id()) ? Standing.STORED : Standing.MERGED;
            String into = standing == Standing.STORED ? null : chosen.value();
            if (standing != twin.standing()) {
                (standing == Standing.STORED ? settled.promoted() : settled.demoted()).add(twin.id());
            }
            if (standing != twin.standing() || !Objects.equals(into, twin.into())) {
                updates.add(
                        new @Nullable Object[] {standing.name(), into, twin.id().value()});
            }
        }
        database.batch("update source_record set standing = ?, merged_into = ? where id = ?", updates);
        return settled;
    }

    private List<Twin> living(Set<String> duplicateHashes) {
        return database.list(
                """
                select id, duplicate_hash, standing, merged_into from source_record
                where duplicate_hash = any(?) and standing in ('STORED', 'MERGED') order by id
                """,
                (row, index) -> new Twin(
                        new RecordId(row.getString(1)),
                        row.getString(2),
                        Standing.valueOf(row.getString(3)),
                        row.getString(4)),
                Database.array(duplicateHashes));
    }
}
