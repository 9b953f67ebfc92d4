package org.talentrecall.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.KnownRecord;
import org.talentrecall.archive.json.ArchiveJson;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.archive.record.Subject;

/** The tables of records and their versions. */
final class RecordRows {
    private static final int CODE_LENGTH = 100;

    private final Database database;

    RecordRows(Database database) {
        this.database = database;
    }

    /**
     * A record as it stands.
     *
     * @param hash of the current version's reading; empty after a withdrawal
     */
    record Known(
            RecordId id,
            String container,
            int version,
            int scan,
            Standing standing,
            @Nullable String duplicateHash,
            Subject subject,
            String hash) {}

    Map<RecordId, Known> find(Collection<RecordId> ids) {
        Map<RecordId, Known> known = new HashMap<>();
        database.list("""
                        select r.id, r.container_id, r.version, r.scan, r.standing, r.duplicate_hash, r.subject,
                            v.reading_hash
                        from source_record r join record_version v on v.record_id = r.id and v.version = r.version
                        where r.id = any(?)
                        """, RecordRows::known, Database.array(ids)).forEach(row -> known.put(row.id(), row));
        return known;
    }

    Map<RecordId, Integer> lastScans(Collection<RecordId> ids) {
        Map<RecordId, Integer> scans = new HashMap<>();
        database.list(
                        "select id, scan from source_record where standing <> 'WITHDRAWN' and id = any(?)",
                        (row, index) -> Map.entry(new RecordId(row.getString(1)), row.getInt(2)),
                        Database.array(ids))
                .forEach(entry -> scans.put(entry.getKey(), entry.getValue()));
        return scans;
    }

    Set<RecordId> readAsRejected(Collection<RecordId> ids) {
        return Set.copyOf(database.list("""
                select r.id
                from source_record r join record_version v on v.record_id = r.id and v.version = r.version
                where v.outcome = 'REJECTED' and r.id = any(?)
                """, (row, index) -> new RecordId(row.getString(1)), Database.array(ids)));
    }

    Map<RecordId, KnownRecord> knownRecords(Collection<RecordId> ids) {
        Map<RecordId, KnownRecord> known = new HashMap<>();
        database.list(
                        """
                        select r.id, c.path, r.scan, v.content, r.said_at
                        from source_record r join container c on c.id = r.container_id
                            join record_version v on v.record_id = r.id and v.version = r.version
                        where r.standing <> 'WITHDRAWN' and r.id = any(?)
                        """,
                        (row, index) -> Map.entry(
                                new RecordId(row.getString(1)),
                                new KnownRecord(
                                        row.getString(2),
                                        row.getInt(3),
                                        new ContentHash(row.getString(4)),
                                        Database.time(row, "said_at"))),
                        Database.array(ids))
                .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
        return known;
    }

    private static Known known(ResultSet row, int index) throws SQLException {
        return new Known(
                new RecordId(row.getString("id")),
                row.getString("container_id"),
                row.getInt("version"),
                row.getInt("scan"),
                Standing.valueOf(row.getString("standing")),
                row.getString("duplicate_hash"),
                Subject.valueOf(row.getString("subject")),
                row.getString("reading_hash"));
    }

    void insert(List<Incoming> fresh, ImportId importId, Instant at) {
        database.batch(
                """
                insert into source_record (id, source, container_id, kind, natural_key, version, import_id, scan, standing,
                    merged_into, duplicate_hash, subject, said_at)
                values (?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?)
                """,
                fresh.stream()
                        .map(incoming -> {
                            SourceRecord record = incoming.reading().record();
                            return new @Nullable Object[] {
                                record.id().value(),
                                record.source().value(),
                                incoming.container(),
                                record.kind().name(),
                                Database.text(record.naturalKey()),
                                importId.value(),
                                incoming.scan(),
                                incoming.outcome().name(),
                                incoming.mergedInto(),
                                incoming.duplicateHash(),
                                incoming.reading().subject().name(),
                                Database.time(record.saidAt())
                            };
                        })
                        .toList());
        insertVersions(fresh, Map.of(), importId, at);
    }

    void replace(List<Incoming> changed, Map<RecordId, Known> known, ImportId importId, Instant at) {
        database.batch(
                """
                update source_record set container_id = ?, kind = ?, version = version + 1, import_id = ?, scan = ?,
                    standing = ?, merged_into = ?, duplicate_hash = ?, subject = ?, said_at = ?
                where id = ?
                """,
                changed.stream()
                        .map(incoming -> {
                            SourceRecord record = incoming.reading().record();
                            return new @Nullable Object[] {
                                incoming.container(),
                                record.kind().name(),
                                importId.value(),
                                incoming.scan(),
                                incoming.outcome().name(),
                                incoming.mergedInto(),
                                incoming.duplicateHash(),
                                incoming.reading().subject().name(),
                                Database.time(record.saidAt()),
                                record.id().value()
                            };
                        })
                        .toList());
        insertVersions(changed, known, importId, at);
    }

    private void insertVersions(List<Incoming> all, Map<RecordId, Known> known, ImportId importId, Instant at) {
        database.batch(
                """
                insert into record_version (record_id, version, import_id, outcome, outcome_code, outcome_text, subject,
                    content, said_at, parent_id, duplicate_key, reading_hash, read_at, body)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                all.stream()
                        .map(incoming -> {
                            SourceRecord record = incoming.reading().record();
                            Known before = known.get(record.id());
                            String code = incoming.code();
                            RecordId parent = record.parent();
                            String duplicateKey = record.duplicateKey();
                            return new @Nullable Object[] {
                                record.id().value(),
                                before == null ? 1 : before.version() + 1,
                                importId.value(),
                                incoming.outcome().name(),
                                code == null ? null : code.substring(0, Math.min(CODE_LENGTH, code.length())),
                                incoming.sentence(),
                                incoming.reading().subject().name(),
                                record.content().value(),
                                Database.time(record.saidAt()),
                                parent == null ? null : parent.value(),
                                duplicateKey == null ? null : Database.text(duplicateKey),
                                incoming.hash(),
                                Database.time(at),
                                incoming.body()
                            };
                        })
                        .toList());
    }

    /** Notes that known records were met again, unchanged. */
    void seen(List<Incoming> again) {
        database.batch(
                "update source_record set container_id = ?, scan = ? where id = ?",
                again.stream()
                        .map(incoming -> new @Nullable Object[] {
                            incoming.container(), incoming.scan(), incoming.id().value()
                        })
                        .toList());
    }

    /** Living records of containers that these' present scans have not seen; at most {@code limit}. */
    List<RecordId> unseen(Collection<String> containers, int limit) {
        return database.list("""
                select r.id from container c join source_record r on r.container_id = c.id and r.scan < c.scan
                where c.id = any(?) and r.standing <> 'WITHDRAWN' order by r.id limit ?
                """, (row, index) -> new RecordId(row.getString(1)), Database.whole(containers), limit);
    }

    /** Living records of a container; at most {@code limit}. */
    List<RecordId> living(String container, int limit) {
        return database.list(
                "select id from source_record where container_id = ? and standing <> 'WITHDRAWN' order by id limit ?",
                (row, index) -> new RecordId(row.getString(1)),
                container,
                limit);
    }

    void withdraw(Collection<RecordId> ids, ImportId importId, Instant at) {
        database.update("""
                insert into record_version (record_id, version, import_id, outcome, subject, content, said_at, parent_id,
                    duplicate_key, reading_hash, read_at)
                select v.record_id, v.version + 1, ?, 'WITHDRAWN', v.subject, v.content, v.said_at, v.parent_id,
                    v.duplicate_key, '', ?
                from record_version v join source_record r on r.id = v.record_id and r.version = v.version
                where r.id = any(?)
                """, importId.value(), Database.time(at), Database.array(ids));
        database.update("""
                update source_record set version = version + 1, import_id = ?, standing = 'WITHDRAWN', merged_into = null
                where id = any(?)
                """, importId.value(), Database.array(ids));
    }

    Map<RecordId, ReadingBody> bodies(Collection<RecordId> ids) {
        Map<RecordId, ReadingBody> bodies = new HashMap<>();
        database.list(
                        """
                        select r.id, v.body
                        from source_record r join record_version v on v.record_id = r.id and v.version = r.version
                        where r.id = any(?) and v.body is not null
                        """,
                        (row, index) -> Map.entry(new RecordId(row.getString(1)), body(row.getBytes(2))),
                        Database.array(ids))
                .forEach(entry -> bodies.put(entry.getKey(), entry.getValue()));
        return bodies;
    }

    static ReadingBody body(byte[] packed) {
        return ArchiveJson.read(Body.unpack(packed), ReadingBody.class);
    }
}
