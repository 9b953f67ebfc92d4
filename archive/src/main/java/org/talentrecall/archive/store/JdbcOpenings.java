package org.talentrecall.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.fact.OpeningDescription;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.archive.opening.Openings;
import org.talentrecall.archive.record.RecordId;

final class JdbcOpenings implements Openings {
    private static final String ROWS = """
            select r.id, r.said_at, v.read_at, v.body
            from opening_row o
                join source_record r on r.id = o.record_id
                join record_version v on v.record_id = r.id and v.version = r.version
            """;

    /** Oldest first: by when it was said, undated before dated; then by when it was read; then by id. */
    private static final Comparator<Row> AGE = Comparator.comparing(
                    (Row row) -> Optional.ofNullable(row.evidence().saidAt()).orElse(Instant.MIN))
            .thenComparing(row -> row.evidence().readAt())
            .thenComparing(row -> row.evidence().record());

    private final Database database;

    JdbcOpenings(Database database) {
        this.database = database;
    }

    private record Row(OpeningDescription description, Evidence evidence) {}

    @Override
    public List<Opening> all() {
        return openings(database.list(ROWS, JdbcOpenings::rows).stream().flatMap(List::stream));
    }

    @Override
    public Optional<Opening> find(String id) {
        List<List<Row>> rows = database.list(ROWS + "where o.opening_id = ?", JdbcOpenings::rows, KeyText.indexed(id));
        return openings(rows.stream().flatMap(List::stream)).stream()
                .filter(opening -> opening.id().equals(id))
                .findFirst();
    }

    /** A record that describes several openings is met once for each; equal rows fall together. */
    private static List<Opening> openings(Stream<Row> rows) {
        Map<String, List<Row>> byId = new TreeMap<>();
        rows.distinct()
                .forEach(row -> byId.computeIfAbsent(row.description().id(), id -> new ArrayList<>())
                        .add(row));
        return byId.values().stream()
                .map(same -> {
                    same.sort(AGE);
                    return new Opening(
                            same.get(same.size() - 1).description(),
                            same.stream().map(Row::evidence).toList());
                })
                .toList();
    }

    private static List<Row> rows(ResultSet row, int index) throws SQLException {
        RecordId record = new RecordId(row.getString("id"));
        Instant saidAt = Database.time(row, "said_at");
        Instant readAt = Objects.requireNonNull(Database.time(row, "read_at"));
        return RecordRows.body(row.getBytes("body")).facts().stream()
                .filter(stated -> stated.fact() instanceof OpeningDescription)
                .map(stated -> new Row(
                        (OpeningDescription) stated.fact(),
                        new Evidence(record, stated.locator(), stated.confidence(), saidAt, readAt)))
                .toList();
    }
}
