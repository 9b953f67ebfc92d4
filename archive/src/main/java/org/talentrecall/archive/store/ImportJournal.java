package org.talentrecall.archive.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.record.RecordId;

/**
 * Notes what an import is about to change, once. Of records that are merely met again in the next scan of the same file
 * nothing is noted: before it they were in the scan before.
 */
final class ImportJournal {
    private final Database database;

    ImportJournal(Database database) {
        this.database = database;
    }

    /** A container as the import first met it. */
    record Met(boolean existed, int scan, boolean complete, boolean appended) {
        /** Whether a record that was in this container and this scan is where it is expected to be. */
        boolean expects(RecordRows.Known known) {
            return existed && complete && !appended && known.scan() >= scan;
        }
    }

    /** Notes containers, by their ids, that this import has not touched yet. */
    Map<String, Met> meet(ImportId importId, Collection<IntakeItem> items) {
        Map<String, Container> wanted = new HashMap<>();
        items.forEach(item -> wanted.put(ContainerRows.id(item.progress()), item.progress()));
        Map<String, Met> met = met(importId, wanted.keySet());
        List<String> fresh =
                wanted.keySet().stream().filter(id -> !met.containsKey(id)).toList();
        if (!fresh.isEmpty()) {
            note(importId, fresh);
            met.putAll(met(importId, fresh));
            List<@Nullable Object[]> unknown = fresh.stream()
                    .filter(id -> !met.containsKey(id))
                    .map(id -> {
                        Container container = java.util.Objects.requireNonNull(wanted.get(id));
                        return new @Nullable Object[] {
                            importId.value(), id, container.source().value(), Database.text(container.path())
                        };
                    })
                    .toList();
            database.batch("""
                    insert into container_before (import_id, container_id, existed, source, path, fingerprint, scan,
                        cursor_text, read_count, moved_count, complete, appended)
                    values (?, ?, false, ?, ?, '', 0, '', 0, 0, true, false)
                    """, unknown);
            unknown.forEach(row -> met.put(String.valueOf(row[1]), new Met(false, 0, true, false)));
        }
        return met;
    }

    /** Notes known containers. */
    void note(ImportId importId, List<String> containers) {
        // A container whose last reading was undone is as it was before that reading, but for what need not be read
        // again.
        database.update("""
                insert into container_before (import_id, container_id, existed, source, path, fingerprint, scan,
                    cursor_text, read_count, moved_count, complete, appended)
                select ?, c.id, not c.unborn, c.source, c.path, c.fingerprint, c.scan, c.cursor_text, c.read_count,
                    c.moved_count, c.complete, c.appended
                from container c
                where c.id = any(?) and not exists (
                    select 1 from container_before b where b.import_id = ? and b.container_id = c.id)
                """, importId.value(), Database.array(containers), importId.value());
    }

    private Map<String, Met> met(ImportId importId, Collection<String> containers) {
        Map<String, Met> met = new HashMap<>();
        database.list(
                        """
                        select container_id, existed, scan, complete, appended from container_before
                        where import_id = ? and container_id = any(?)
                        """,
                        (row, index) -> Map.entry(
                                row.getString(1),
                                new Met(row.getBoolean(2), row.getInt(3), row.getBoolean(4), row.getBoolean(5))),
                        importId.value(),
                        Database.array(containers))
                .forEach(entry -> met.put(entry.getKey(), entry.getValue()));
        return met;
    }

    /** Notes where records are, unless this import has put them there itself. */
    void records(ImportId importId, Collection<RecordId> records) {
        if (records.isEmpty()) {
            return;
        }
        database.update("""
                insert into record_before (import_id, record_id, container_id, scan, kind, merged_into)
                select ?, r.id, r.container_id, r.scan, r.kind, r.merged_into from source_record r
                where r.id = any(?) and r.import_id <> ? and not exists (
                    select 1 from record_before b where b.import_id = ? and b.record_id = r.id)
                """, importId.value(), Database.array(records), importId.value(), importId.value());
    }

    /** Those among the records met again that are not where they are expected. */
    static List<RecordId> unexpected(
            Collection<Incoming> again, Map<RecordId, RecordRows.Known> known, Map<String, Met> met) {
        List<RecordId> found = new ArrayList<>();
        for (Incoming next : again) {
            RecordRows.Known before = known.get(next.id());
            Met container = met.get(next.container());
            if (before != null
                    && (container == null
                            || !before.container().equals(next.container())
                            || !container.expects(before))) {
                found.add(next.id());
            }
        }
        return found;
    }
}
