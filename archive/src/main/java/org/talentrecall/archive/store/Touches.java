package org.talentrecall.archive.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.talentrecall.archive.intake.ImportId;

/** Which imports have touched the containers that one import touched, or into which its records have moved since. */
final class Touches {
    private final Database database;
    private final ImportId importId;
    private final Map<String, List<Touch>> later = new HashMap<>();
    private final Map<String, Integer> present = new HashMap<>();
    private final Set<String> unfinished = new HashSet<>();
    private final Set<String> own;

    /** Another import met the container when it was at this scan. */
    private record Touch(long importId, int scan) {}

    Touches(Database database, ImportId importId) {
        this.database = database;
        this.importId = importId;
        own = Set.copyOf(database.list(
                "select container_id from container_before where import_id = ?",
                (row, index) -> row.getString(1),
                importId.value()));
    }

    Set<String> own() {
        return own;
    }

    boolean isLast(String container) {
        load(Set.of(container));
        return later.getOrDefault(container, List.of()).isEmpty();
    }

    void load(Collection<String> containers) {
        List<String> unknown = containers.stream()
                .filter(id -> !later.containsKey(id))
                .distinct()
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        unknown.forEach(id -> later.put(id, new ArrayList<>()));
        database.list(
                        """
                        select b.container_id, b.import_id, b.scan from container_before b
                            join import_run i on i.id = b.import_id
                        where b.container_id = any(?) and b.import_id > ? and i.undone_at is null
                        order by b.container_id, b.import_id
                        """,
                        (row, index) -> Map.entry(row.getString(1), new Touch(row.getLong(2), row.getInt(3))),
                        Database.array(unknown),
                        importId.value())
                .forEach(entry -> later.computeIfAbsent(entry.getKey(), id -> new ArrayList<>())
                        .add(entry.getValue()));
        database.list(
                        "select id, scan, complete from container where id = any(?)",
                        (row, index) -> {
                            if (!row.getBoolean(3)) {
                                unfinished.add(row.getString(1));
                            }
                            return Map.entry(row.getString(1), row.getInt(2));
                        },
                        Database.array(unknown))
                .forEach(entry -> present.put(entry.getKey(), entry.getValue()));
    }

    /** The first later import that has met a record again which is in this container and scan now, though it found nothing new. */
    Optional<Long> metAgainBy(String container, int scan) {
        load(Set.of(container));
        List<Touch> touches = later.getOrDefault(container, List.of());
        boolean elsewhere = !own.contains(container);
        for (int i = 0; i < touches.size(); i++) {
            int end = i + 1 < touches.size()
                    ? touches.get(i + 1).scan()
                    : present.getOrDefault(container, touches.get(i).scan());
            boolean after = elsewhere || scan > touches.get(i).scan();
            // The first that read on from there: had it not met the record, it would have withdrawn it.
            if (after && (elsewhere || end > touches.get(i).scan())) {
                return Optional.of(touches.get(i).importId());
            }
        }
        return Optional.empty();
    }

    /** The later import that has read the whole container again, so that what it has not met is gone for it too; only imports before that one. */
    Optional<Long> readAgainBy(String container, long before) {
        load(Set.of(container));
        List<Touch> touches = later.getOrDefault(container, List.of());
        for (int i = 0; i < touches.size(); i++) {
            boolean newest = i + 1 == touches.size();
            int end = newest
                    ? present.getOrDefault(container, Integer.MAX_VALUE)
                    : touches.get(i + 1).scan();
            if (touches.get(i).importId() >= before) {
                return Optional.empty();
            }
            if (end > touches.get(i).scan() && !(newest && unfinished.contains(container))) {
                return Optional.of(touches.get(i).importId());
            }
        }
        return Optional.empty();
    }
}
