package org.talentrecall.archive.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.talentrecall.archive.intake.ImportId;

/**
 * Puts the containers an import touched back to what they counted before it. They keep where it came to, and the import's
 * number, so that the same is not read again by itself. Where a later import has read on, only the count is corrected.
 */
final class UndoneContainers {
    private final Database database;
    private final Touches touches;
    private final long importId;
    private final Set<String> sources = new TreeSet<>();

    UndoneContainers(Database database, Touches touches, ImportId importId) {
        this.database = database;
        this.touches = touches;
        this.importId = importId.value();
    }

    Set<String> sources() {
        return sources;
    }

    /** @param uncounted records that left a container's scan, by {@code container scan} */
    void takeBack(Map<String, Long> uncounted) {
        List<String> containers = List.copyOf(new TreeSet<>(touches.own()));
        touches.load(containers);
        for (String container : containers) {
            sources.addAll(database.list(
                    "select source from container_before where import_id = ? and container_id = ?",
                    (row, index) -> row.getString(1),
                    importId,
                    container));
            if (touches.isLast(container)) {
                putBack(container);
            } else {
                passBeginning(container);
            }
        }
        uncounted.forEach((key, count) -> {
            String container = key.substring(0, key.indexOf(' '));
            int scan = Integer.parseInt(key.substring(key.indexOf(' ') + 1));
            if (!touches.own().contains(container) || !touches.isLast(container)) {
                database.update(
                        "update container set read_count = read_count - ? where id = ? and scan = ?",
                        count,
                        container,
                        scan);
                // What the next import found is corrected whole; what those after it found, by what is missing now.
                database.update("""
                        update container_before set read_count = read_count - ?
                        where container_id = ? and scan = ? and import_id > (
                            select min(n.import_id) from container_before n join import_run i on i.id = n.import_id
                            where n.container_id = ? and n.import_id > ? and i.undone_at is null)
                        """, count, container, scan, container, importId);
            }
        });
    }

    private void putBack(String container) {
        int there =
                database.update("""
                update container set
                    scan = (select greatest(b.scan, 1) from container_before b
                        where b.import_id = ? and b.container_id = container.id),
                    read_count = (select b.read_count from container_before b
                        where b.import_id = ? and b.container_id = container.id),
                    moved_count = (select b.moved_count from container_before b
                        where b.import_id = ? and b.container_id = container.id),
                    complete = (select b.complete from container_before b
                        where b.import_id = ? and b.container_id = container.id),
                    appended = (select case when b.existed then b.appended else container.appended end
                        from container_before b where b.import_id = ? and b.container_id = container.id),
                    unborn = (select not b.existed from container_before b
                        where b.import_id = ? and b.container_id = container.id),
                    undone_import = ?
                where id = ?
                """, importId, importId, importId, importId, importId, importId, importId, container);
        if (there == 0) {
            database.update("""
                    insert into container (id, source, path, fingerprint, scan, cursor_text, read_count, moved_count,
                        complete, appended)
                    select container_id, source, path, fingerprint, scan, cursor_text, read_count, moved_count, complete,
                        appended
                    from container_before where import_id = ? and container_id = ? and existed
                    """, importId, container);
        }
        database.update("""
                update source_record set scan = (select c.scan from container c where c.id = source_record.container_id)
                where container_id = ? and scan > (select c.scan from container c where c.id = ?)
                """, container, container);
    }

    /** What was before this import is now what was before the next one. */
    private void passBeginning(String container) {
        List<Long> next = database.list("""
                select min(b.import_id) from container_before b join import_run i on i.id = b.import_id
                where b.container_id = ? and b.import_id > ? and i.undone_at is null
                """, (row, index) -> row.getLong(1), container, importId);
        for (Long later : next) {
            database.update("delete from container_before where import_id = ? and container_id = ?", later, container);
            database.update("""
                    insert into container_before (import_id, container_id, existed, source, path, fingerprint, scan,
                        cursor_text, read_count, moved_count, complete, appended)
                    select ?, container_id, existed, source, path, fingerprint, scan, cursor_text, read_count,
                        moved_count, complete, appended
                    from container_before where import_id = ? and container_id = ?
                    """, later, importId, container);
        }
    }
}
