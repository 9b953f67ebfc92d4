package org.talentrecall.archive.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.Correction;
import org.talentrecall.archive.record.RecordId;

/**
 * Records that are settled together: of those that live and could be read, the one with the smallest id is stored and the
 * others are merged into it. A rejected record is merged into its latest {@link Correction} that can be read; as long as there
 * is none, the latest that cannot be read is rejected in its place. A function of the set alone, so that the order of reading
 * makes no difference.
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
            @Nullable String into,
            Standing outcome,
            Optional<Correction> correction) {
        private static final Comparator<Twin> FIRST = Comparator.<Twin, Boolean>comparing(
                        twin -> twin.outcome() != Standing.STORED)
                .thenComparing(
                        twin -> twin.correction().map(Correction::at).orElse(Instant.MIN), Comparator.reverseOrder())
                .thenComparing(twin -> twin.id().value());
    }

    Settled settle(Set<String> duplicateHashes) {
        Settled settled = new Settled(new HashSet<>(), new HashSet<>());
        if (duplicateHashes.isEmpty()) {
            return settled;
        }
        Map<String, RecordId> first = new HashMap<>();
        List<@Nullable Object[]> updates = new ArrayList<>();
        for (Twin twin : living(duplicateHashes)) {
            RecordId chosen = first.computeIfAbsent(twin.hash(), hash -> twin.id());
            Standing standing = chosen.equals(twin.id()) ? twin.outcome() : Standing.MERGED;
            String into = standing == Standing.MERGED ? chosen.value() : null;
            if (standing != twin.standing() && twin.outcome() == Standing.STORED) {
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

    /** Within a hash, the one that stands comes first. */
    private List<Twin> living(Set<String> duplicateHashes) {
        return database
                .list(
                        """
                        select r.id, r.duplicate_hash, r.standing, r.merged_into, v.outcome, v.duplicate_key
                        from source_record r join record_version v on v.record_id = r.id and v.version = r.version
                        where r.duplicate_hash = any(?) and r.standing in ('STORED', 'MERGED', 'REJECTED')
                        """,
                        (row, index) -> new Twin(
                                new RecordId(row.getString(1)),
                                row.getString(2),
                                Standing.valueOf(row.getString(3)),
                                row.getString(4),
                                Standing.valueOf(row.getString(5)),
                                Correction.read(row.getString(6))),
                        Database.array(duplicateHashes))
                .stream()
                .sorted(Twin.FIRST)
                .toList();
    }
}
