package org.talentrecall.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

/** The table of containers. */
final class ContainerRows {
    private final Database database;

    ContainerRows(Database database) {
        this.database = database;
    }

    static String id(SourceId source, String path) {
        return RecordId.of(source, path).value();
    }

    static String id(Container container) {
        return id(container.source(), container.path());
    }

    Optional<Container> find(SourceId source, String path) {
        return database.first("select * from container where id = ?", ContainerRows::container, id(source, path));
    }

    List<Container> of(SourceId source) {
        return database
                .list("select * from container where source = ?", ContainerRows::container, source.value())
                .stream()
                .sorted(Comparator.comparing(Container::path))
                .toList();
    }

    /** Saves how far containers have come; each container once. */
    void save(Collection<IntakeItem> items) {
        Set<String> known = Set.copyOf(database.list(
                "select id from container where id = any(?)",
                (row, index) -> row.getString(1),
                Database.array(items.stream().map(item -> id(item.progress())).toList())));
        List<@Nullable Object[]> updates = new ArrayList<>();
        List<@Nullable Object[]> inserts = new ArrayList<>();
        for (IntakeItem item : items) {
            Container progress = item.progress();
            if (known.contains(id(progress))) {
                updates.add(update(progress, item.appended()));
            } else {
                inserts.add(insert(progress, item.appended()));
            }
        }
        database.batch("""
                update container set fingerprint = ?, moved_count = case when scan = ? then moved_count else 0 end,
                    scan = ?, cursor_text = ?, read_count = ?, complete = ?, appended = ?,
                    undone_import = null, unborn = false
                where id = ?
                """, updates);
        database.batch("""
                insert into container (id, source, path, fingerprint, scan, cursor_text, read_count, moved_count,
                    complete, appended)
                values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
                """, inserts);
    }

    private static @Nullable Object[] update(Container progress, boolean appended) {
        return new @Nullable Object[] {
            Database.text(progress.fingerprint()),
            progress.scan(),
            progress.scan(),
            Database.text(progress.cursor()),
            progress.read(),
            progress.complete(),
            appended,
            id(progress)
        };
    }

    private static @Nullable Object[] insert(Container progress, boolean appended) {
        return new @Nullable Object[] {
            id(progress),
            progress.source().value(),
            Database.text(progress.path()),
            Database.text(progress.fingerprint()),
            progress.scan(),
            Database.text(progress.cursor()),
            progress.read(),
            progress.complete(),
            appended
        };
    }

    void delete(Container gone) {
        database.update("delete from container where id = ?", id(gone));
    }

    /** Records that were counted in a container's present scan have been met in another container. */
    void countMoved(List<RecordRows.Known> moved) {
        database.batch(
                "update container set moved_count = moved_count + 1 where id = ? and scan = ?",
                moved.stream()
                        .map(known -> new @Nullable Object[] {known.container(), known.scan()})
                        .toList());
    }

    private static Container container(ResultSet row, int index) throws SQLException {
        return new Container(
                new SourceId(row.getString("source")),
                row.getString("path"),
                row.getString("fingerprint"),
                row.getInt("scan"),
                row.getString("cursor_text"),
                row.getLong("read_count"),
                // What was undone is not to be read again by itself.
                row.getBoolean("complete") || row.getObject("undone_import") != null);
    }
}
