package org.talentrecall.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Reconciliation;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceId;

final class JdbcReconciliation implements Reconciliation {
    private static final String REJECTED = """
            select r.id, r.source, r.kind, r.natural_key, v.outcome_code, v.outcome_text, c.path
            from source_record r
                join record_version v on v.record_id = r.id and v.version = r.version
                left join container c on c.id = r.container_id
            where r.standing = 'REJECTED' %s order by v.read_number""";

    private final Database database;

    JdbcReconciliation(Database database) {
        this.database = database;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Read is what the containers counted in their present scan, and the records kept from earlier scans where that is
     * right: in containers that only grow, and in those whose present scan has not come to its end. A record that two
     * containers of a source hold is read twice, stored once, and merged once.
     */
    @Override
    public List<SourceBalance> sources() {
        Map<String, long[]> totals = new TreeMap<>();
        database.list(
                        "select source, sum(read_count), sum(moved_count) from container where not unborn group by source",
                        (row, index) -> Map.entry(row.getString(1), new long[] {row.getLong(2), row.getLong(3)}))
                .forEach(entry -> {
                    long[] total = totals.computeIfAbsent(entry.getKey(), source -> new long[5]);
                    total[0] += entry.getValue()[0];
                    total[2] += entry.getValue()[1];
                });
        database.list("""
                        select c.source, count(*) from container c
                            join source_record r on r.container_id = c.id and r.scan < c.scan
                        where r.standing <> 'WITHDRAWN' and (c.appended or not c.complete)
                        group by c.source
                        """, (row, index) -> Map.entry(row.getString(1), row.getLong(2)))
                .forEach(entry -> totals.computeIfAbsent(entry.getKey(), source -> new long[5])[0] += entry.getValue());
        database.list("""
                        select source, standing, count(*) from source_record where standing <> 'WITHDRAWN'
                        group by source, standing
                        """, (row, index) -> {
            long[] total = totals.computeIfAbsent(row.getString(1), source -> new long[5]);
            total[column(Standing.valueOf(row.getString(2)))] += row.getLong(3);
            return total;
        });
        return totals.entrySet().stream()
                .map(entry -> {
                    long[] total = entry.getValue();
                    return new SourceBalance(
                            new SourceId(entry.getKey()), total[0], total[1], total[2], total[3], total[4]);
                })
                .toList();
    }

    private static int column(Standing standing) {
        return switch (standing) {
            case STORED -> 1;
            case MERGED -> 2;
            case REJECTED -> 3;
            case SUPPRESSED -> 4;
            case WITHDRAWN -> throw new IllegalArgumentException("A withdrawn record takes no part in the balance");
        };
    }

    @Override
    public List<RejectedRecord> rejected(int limit) {
        return database.list(REJECTED.formatted("") + " limit ?", JdbcReconciliation::rejected, limit);
    }

    @Override
    public List<RejectedRecord> rejected(ImportId id) {
        return database.list(REJECTED.formatted("and r.import_id = ?"), JdbcReconciliation::rejected, id.value());
    }

    private static RejectedRecord rejected(ResultSet row, int index) throws SQLException {
        String naturalKey = row.getString("natural_key");
        String source = row.getString("source");
        return new RejectedRecord(
                new RecordId(row.getString("id")),
                new SourceId(source),
                naturalKey,
                row.getString("outcome_code"),
                row.getString("outcome_text"),
                locator(RecordKind.valueOf(row.getString("kind")), source, row.getString("path"), naturalKey));
    }

    /** As near as the record's place tells; the natural key says the rest. */
    private static @Nullable Locator locator(RecordKind kind, String source, @Nullable String path, String naturalKey) {
        if (path == null) {
            return null;
        }
        return switch (kind) {
            case MAIL, ATTACHMENT -> new Locator.Mail(source + "/" + path, naturalKey, null, null, null);
            case DOCUMENT, ROW -> new Locator.Document(path, null, null);
            case PAGE, FEED_ENTRY -> new Locator.Web(path, null);
        };
    }
}
