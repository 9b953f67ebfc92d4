package org.talentrecall.archive.store;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.talentrecall.archive.audit.Actor;
import org.talentrecall.archive.audit.Audit;
import org.talentrecall.archive.audit.AuditAction;
import org.talentrecall.archive.audit.AuditEvent;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Undo;
import org.talentrecall.archive.record.SourceId;

final class JdbcUndo implements Undo {
    private final Database database;
    private final Audit audit;
    private final Actor actor;
    private final Clock clock;
    private final Settlement settlement;

    JdbcUndo(Database database, Audit audit, Actor actor, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
        settlement = new Settlement(new Twins(database), new RecordRows(database), new Publication(database));
    }

    @Override
    public Undone undo(ImportId id) {
        return database.inTransaction(() -> {
            // First of all, so that the import counts no more where later ones are looked for.
            int marked = database.update(
                    "update import_run set undone_at = ?, undone_by = ? where id = ? and undone_at is null",
                    Database.time(clock.instant()),
                    actor.name(),
                    id.value());
            if (marked == 0) {
                throw new IllegalArgumentException("There is no import " + id + " that could be undone");
            }
            Touches touches = new Touches(database, id);
            UndoneRecords records = new UndoneRecords(database, settlement, touches, id);
            records.takeBack();
            UndoneContainers containers = new UndoneContainers(database, touches, id);
            containers.takeBack(records.uncounted());
            Undone undone = new Undone(
                    id,
                    records.removed(),
                    records.restored(),
                    records.superseded(),
                    containers.sources().stream().map(SourceId::new).toList());
            audit.append(AuditEvent.of(AuditAction.UNDO, JdbcImports.subject(id))
                    .count("removed", undone.removed())
                    .count("restored", undone.restored())
                    .count("superseded", undone.superseded()));
            return undone;
        });
    }

    @Override
    public void release(Collection<SourceId> sources) {
        Set<String> names = new TreeSet<>();
        sources.forEach(source -> names.add(source.value()));
        if (names.isEmpty()) {
            return;
        }
        Object wanted = Database.array(names);
        database.inTransaction(() -> {
            database.update("delete from container where unborn and source = any(?)", wanted);
            List<String> held = database.list(
                    "select id from container where undone_import is not null and source = any(?)",
                    (row, index) -> row.getString(1),
                    wanted);
            Object ids = Database.array(held);
            database.update("""
                    update container set
                        fingerprint = (select b.fingerprint from container_before b
                            where b.container_id = container.id and b.import_id = container.undone_import),
                        cursor_text = (select b.cursor_text from container_before b
                            where b.container_id = container.id and b.import_id = container.undone_import)
                    where id = any(?) and exists (select 1 from container_before b
                        where b.container_id = container.id and b.import_id = container.undone_import)
                    """, ids);
            database.update("update container set undone_import = null where id = any(?)", ids);
        });
    }
}
