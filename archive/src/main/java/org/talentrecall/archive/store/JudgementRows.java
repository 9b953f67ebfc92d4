package org.talentrecall.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.identity.Judgement;
import org.talentrecall.archive.record.RecordId;

/** The tables of human decisions about who is who. */
final class JudgementRows {
    private static final int SOME = 0;
    private static final int OTHERS = 1;

    private final Database database;

    JudgementRows(Database database) {
        this.database = database;
    }

    long add(Judgement.Kind kind, Instant at, String by, Set<RecordId> some, Set<RecordId> others) {
        database.update(
                "insert into judgement (kind, decided_at, decided_by) values (?, ?, ?)",
                kind.name(),
                Database.time(at),
                by);
        // Within this transaction, which holds the one lock of a run, the newest is the one just added.
        long id = database.number("select max(id) from judgement");
        List<@Nullable Object[]> rows = new ArrayList<>();
        some.forEach(record -> rows.add(new @Nullable Object[] {id, record.value(), SOME}));
        others.forEach(record -> rows.add(new @Nullable Object[] {id, record.value(), OTHERS}));
        database.batch("insert into judgement_record (judgement_id, record_id, side) values (?, ?, ?)", rows);
        return id;
    }

    boolean withdraw(long id, Instant at, String by) {
        return database.update(
                        "update judgement set withdrawn_at = ?, withdrawn_by = ? where id = ? and withdrawn_at is null",
                        Database.time(at),
                        by,
                        id)
                > 0;
    }

    /** Records that a standing decision joins to any of these. */
    Set<RecordId> joinedWith(Collection<RecordId> records) {
        return new TreeSet<>(
                database.list("""
                select distinct o.record_id from judgement_record r
                    join judgement j on j.id = r.judgement_id and j.kind = 'SAME' and j.withdrawn_at is null
                    join judgement_record o on o.judgement_id = r.judgement_id
                where r.record_id = any(?)
                """, (row, index) -> new RecordId(row.getString(1)), Database.array(records)));
    }

    /** Standing decisions about any of these records. */
    List<Judgement> about(Collection<RecordId> records) {
        return records.isEmpty()
                ? List.of()
                : list(database.list("""
                        select distinct j.id from judgement_record r join judgement j on j.id = r.judgement_id
                        where r.record_id = any(?) and j.withdrawn_at is null
                        """, (row, index) -> row.getLong(1), Database.array(records)));
    }

    /** Standing decisions, the newest first. */
    List<Judgement> standing() {
        return list(
                database.list("select id from judgement where withdrawn_at is null", (row, index) -> row.getLong(1)));
    }

    Optional<Judgement> find(long id) {
        return list(List.of(id)).stream().findFirst();
    }

    private record Head(long id, Judgement.Kind kind, Instant at, String by) {
        static Head of(ResultSet row) throws SQLException {
            return new Head(
                    row.getLong("id"),
                    Judgement.Kind.valueOf(row.getString("kind")),
                    Objects.requireNonNull(Database.time(row, "decided_at")),
                    row.getString("decided_by"));
        }
    }

    private record Side(long judgement, RecordId record, int side) {}

    private List<Judgement> list(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Object array = ids.toArray(Long[]::new);
        Map<Long, Set<RecordId>> some = new HashMap<>();
        Map<Long, Set<RecordId>> others = new HashMap<>();
        database.list(
                        "select judgement_id, record_id, side from judgement_record where judgement_id = any(?)",
                        (row, index) -> new Side(row.getLong(1), new RecordId(row.getString(2)), row.getInt(3)),
                        array)
                .forEach(side -> (side.side() == SOME ? some : others)
                        .computeIfAbsent(side.judgement(), id -> new TreeSet<>())
                        .add(side.record()));
        return database
                .list(
                        "select id, kind, decided_at, decided_by from judgement where id = any(?) order by id desc",
                        (row, index) -> Head.of(row),
                        array)
                .stream()
                .map(head -> new Judgement(
                        head.id(),
                        head.kind(),
                        head.at(),
                        head.by(),
                        some.getOrDefault(head.id(), Set.of()),
                        others.getOrDefault(head.id(), Set.of())))
                .toList();
    }
}
