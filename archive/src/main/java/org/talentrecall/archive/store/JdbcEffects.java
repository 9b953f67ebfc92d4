package org.talentrecall.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.intake.Effects;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

final class JdbcEffects implements Effects {
    private static final int FETCH = 500;
    /** A fingerprint that is the hash of the file's bytes. */
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    private final Database database;

    JdbcEffects(Database database) {
        this.database = database;
    }

    private static final class Tally {
        long added;
        long changed;
        long same;
        long merged;
        long rejected;
        long suppressed;
        long withdrawn;
    }

    private record Place(String source, String path) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : path.compareTo(other.path);
        }
    }

    @Override
    public List<FileEffect> files(ImportId id) {
        TreeMap<Place, Tally> tallies = new TreeMap<>();
        database.list(
                        "select source, path from container_before where import_id = ?",
                        (row, index) -> new Place(row.getString(1), row.getString(2)),
                        id.value())
                .forEach(place -> tallies.put(place, new Tally()));
        database.list(
                """
                        select b.source, b.path, r.standing, r.import_id, r.version, count(*) n
                        from container_before b
                            join container c on c.id = b.container_id
                            join source_record r on r.container_id = b.container_id
                        where b.import_id = ? and (r.import_id = ? or r.standing <> 'WITHDRAWN' and r.scan = c.scan
                            and (not c.appended or c.scan > b.scan))
                        group by b.source, b.path, r.standing, r.import_id, r.version
                        """,
                (row, index) -> {
                    add(
                            tallies.computeIfAbsent(
                                    new Place(row.getString(1), row.getString(2)), place -> new Tally()),
                            row,
                            id);
                    return index;
                },
                id.value(),
                id.value());
        return tallies.entrySet().stream()
                .map(entry -> {
                    Tally tally = entry.getValue();
                    return new FileEffect(
                            new SourceId(entry.getKey().source()),
                            entry.getKey().path(),
                            tally.added,
                            tally.changed,
                            tally.same,
                            tally.merged,
                            tally.rejected,
                            tally.suppressed,
                            tally.withdrawn);
                })
                .toList();
    }

    private static void add(Tally tally, ResultSet row, ImportId id) throws SQLException {
        long count = row.getLong("n");
        boolean own = row.getLong("import_id") == id.value();
        Standing standing = Standing.valueOf(row.getString("standing"));
        if (standing == Standing.WITHDRAWN) {
            tally.withdrawn += count;
            return;
        }
        if (!own) {
            tally.same += count;
        } else if (row.getInt("version") == 1) {
            tally.added += count;
        } else {
            tally.changed += count;
        }
        tally.merged += standing == Standing.MERGED ? count : 0;
        tally.rejected += standing == Standing.REJECTED ? count : 0;
        tally.suppressed += standing == Standing.SUPPRESSED ? count : 0;
    }

    @Override
    public void changes(ImportId id, Consumer<RecordChange> action) {
        database.inTransaction(() -> database.eachRow(
                """
                select r.id, r.source, r.natural_key,
                    o.outcome old_outcome, o.outcome_code old_code, o.outcome_text old_text, o.body old_body,
                    v.outcome new_outcome, v.outcome_code new_code, v.outcome_text new_text, v.body new_body
                from record_version v
                    join source_record r on r.id = v.record_id and r.version = v.version
                    join record_version o on o.record_id = v.record_id and o.version = (
                        select max(p.version) from record_version p
                        where p.record_id = v.record_id and p.version < v.version)
                where v.import_id = %d order by r.id
                """.formatted(id.value()),
                FETCH,
                row -> action.accept(new RecordChange(
                        new RecordId(row.getString("id")),
                        new SourceId(row.getString("source")),
                        row.getString("natural_key"),
                        said(row, "old"),
                        said(row, "new")))));
    }

    @Override
    public List<Original> originals(ImportId id) {
        List<Original> originals = new ArrayList<>();
        database.list(
                """
                select b.source, b.path, c.fingerprint,
                    (select min(v.content) from source_record r join record_version v on v.record_id = r.id
                        where r.container_id = b.container_id and v.import_id = b.import_id and v.parent_id is null) least,
                    (select max(v.content) from source_record r join record_version v on v.record_id = r.id
                        where r.container_id = b.container_id and v.import_id = b.import_id and v.parent_id is null) most,
                    (select max(r.said_at) from source_record r
                        where r.container_id = b.container_id and r.import_id = b.import_id and r.kind = 'DOCUMENT') said_at
                from container_before b join container c on c.id = b.container_id
                where b.import_id = ? order by b.source, b.path
                """,
                (row, index) -> {
                    String fingerprint = row.getString("fingerprint");
                    String only = row.getString("least");
                    boolean file = HASH.matcher(fingerprint).matches();
                    if (file || only != null && only.equals(row.getString("most"))) {
                        originals.add(new Original(
                                new SourceId(row.getString("source")),
                                row.getString("path"),
                                new ContentHash(file ? fingerprint : only),
                                Database.time(row, "said_at")));
                    }
                    return index;
                },
                id.value());
        return originals;
    }

    private static Said said(ResultSet row, String which) throws SQLException {
        byte[] body = row.getBytes(which + "_body");
        List<StatedFact> facts =
                body == null ? List.of() : RecordRows.body(body).facts();
        return new Said(
                row.getString(which + "_outcome"),
                row.getString(which + "_code"),
                row.getString(which + "_text"),
                facts);
    }
}
