package org.talentrecall.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Container;
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

    void save(Container progress, boolean appended) {
        int known = database.update(
                """
                update container set fingerprint = ?, moved_count = case when scan = ? then moved_count else 0 end,
                    scan = ?, cursor_text = ?, read_count = ?, complete = ?, appended = ?
                where id = ?
                """,
                Database.text(progress.fingerprint()),
                progress.scan(),
                progress.scan(),
                Database.text(progress.cursor()),
                progress.read(),
                progress.complete(),
                appended,
                id(progress));
        if (known == 0) {
            database.update(
                    """
                    insert into container (id, source, path, fingerprint, scan, cursor_text, read_count, moved_count,
                        complete, appended)
                    values (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)
                    """,
                    id(progress),
                    progress.source().value(),
                    Database.text(progress.path()),
                    Database.text(progress.fingerprint()),
                    progress.scan(),
                    Database.text(progress.cursor()),
                    progress.read(),
                    progress.complete(),
                    appended);
        }
    }

    void delete(Container gone) {
        database.update("delete from container where id = ?", id(gone));
    }

    /** A record that was counted in one container has been met in another one. */
    void countMoved(List<String> formerContainers) {
        database.batch(
                "update container set moved_count = moved_count + 1 where id = ?",
                formerContainers.stream().map(id -> new @Nullable Object[] {id}).toList());
    }

    private static Container container(ResultSet row, int index) throws SQLException {
        return new Container(
                new SourceId(row.getString("source")),
                row.getString("path"),
                row.getString("fingerprint"),
                row.getInt("scan"),
                row.getString("cursor_text"),
                row.getLong("read_count"),
                row.getBoolean("complete"));
    }
}
