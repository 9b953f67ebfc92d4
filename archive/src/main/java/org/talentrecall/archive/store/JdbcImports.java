package org.talentrecall.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.talentrecall.archive.audit.Actor;
import org.talentrecall.archive.audit.Audit;
import org.talentrecall.archive.audit.AuditAction;
import org.talentrecall.archive.audit.AuditEvent;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Imports;
import org.talentrecall.archive.record.SourceId;

final class JdbcImports implements Imports {
    private static final String SUMMARY = """
            select i.id, i.stage, i.run_key, i.actor, i.begun_at, i.ended_at, i.undone_at, i.undone_by,
                (select count(*) from source_record r where r.import_id = i.id and r.standing = 'STORED') stored,
                (select count(*) from source_record r where r.import_id = i.id and r.standing = 'MERGED') merged,
                (select count(*) from source_record r where r.import_id = i.id and r.standing = 'REJECTED') rejected,
                (select count(*) from source_record r where r.import_id = i.id and r.standing = 'SUPPRESSED') suppressed
            from import_run i
            """;

    private final Database database;
    private final Audit audit;
    private final Actor actor;

    JdbcImports(Database database, Audit audit, Actor actor) {
        this.database = database;
        this.actor = actor;
        this.audit = audit;
    }

    @Override
    public ImportId begin(String stage, String runKey, Instant at) {
        return database.inTransaction(() -> open(stage, runKey).orElseGet(() -> {
            database.update(
                    "insert into import_run (stage, run_key, begun_at, actor) values (?, ?, ?, ?)",
                    stage,
                    runKey,
                    Database.time(at),
                    actor.name());
            ImportId id = open(stage, runKey).orElseThrow();
            audit.append(AuditEvent.of(AuditAction.IMPORT_BEGUN, subject(id))
                    .detail("stage", stage)
                    .detail("run", runKey));
            return id;
        }));
    }

    /** How the audit calls an import. */
    static String subject(ImportId id) {
        return "import:" + id;
    }

    private Optional<ImportId> open(String stage, String runKey) {
        return database.first(
                "select id from import_run where stage = ? and run_key = ? and ended_at is null and undone_at is null order by id",
                (row, index) -> new ImportId(row.getLong(1)),
                stage,
                runKey);
    }

    @Override
    public void end(ImportId id, Instant at) {
        database.inTransaction(() -> {
            int ended = database.update(
                    "update import_run set ended_at = ? where id = ? and ended_at is null",
                    Database.time(at),
                    id.value());
            if (ended > 0) {
                find(id).ifPresent(summary -> audit.append(AuditEvent.of(AuditAction.IMPORT_ENDED, subject(id))
                        .detail("run", summary.runKey())
                        .count("stored", summary.stored())
                        .count("merged", summary.merged())
                        .count("rejected", summary.rejected())
                        .count("suppressed", summary.suppressed())));
            }
        });
    }

    @Override
    public Optional<ImportSummary> find(ImportId id) {
        return database.first(SUMMARY + "where i.id = ?", JdbcImports::summary, id.value());
    }

    @Override
    public List<ImportSummary> latest(int limit) {
        return database.list(SUMMARY + "order by i.id desc limit ?", JdbcImports::summary, limit);
    }

    @Override
    public List<ImportSummary> ofRun(String runKey) {
        return database.list(SUMMARY + "where i.run_key = ? order by i.id", JdbcImports::summary, runKey);
    }

    @Override
    public void remember(ImportId id, List<Place> places) {
        database.inTransaction(() -> {
            for (Place place : places) {
                database.update(
                        "delete from import_source where import_id = ? and source = ?",
                        id.value(),
                        place.source().value());
                database.update(
                        "insert into import_source (import_id, source, path, kind) values (?, ?, ?, ?)",
                        id.value(),
                        place.source().value(),
                        Database.text(place.path()),
                        place.kind());
            }
        });
    }

    @Override
    public List<Place> places(ImportId id) {
        return database.list(
                "select source, path, kind from import_source where import_id = ? order by source",
                (row, index) -> new Place(new SourceId(row.getString(1)), row.getString(2), row.getString(3)),
                id.value());
    }

    @Override
    public List<Touched> touched(ImportId id) {
        return database.list(
                "select source, path from container_before where import_id = ? order by source, path, container_id",
                (row, index) -> new Touched(new SourceId(row.getString(1)), row.getString(2)),
                id.value());
    }

    private static ImportSummary summary(ResultSet row, int index) throws SQLException {
        return new ImportSummary(
                new ImportId(row.getLong("id")),
                row.getString("stage"),
                row.getString("run_key"),
                row.getString("actor"),
                Objects.requireNonNull(Database.time(row, "begun_at")),
                Database.time(row, "ended_at"),
                Database.time(row, "undone_at"),
                row.getString("undone_by"),
                row.getLong("stored"),
                row.getLong("merged"),
                row.getLong("rejected"),
                row.getLong("suppressed"));
    }
}
