package org.talentrecall.archive.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.function.SingletonSupplier;

/** The connection to the database, with the few habits that H2 and PostgreSQL share. */
final class Database {
    private static final int BATCH = 500;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Supplier<Boolean> delays;

    Database(DataSource dataSource, PlatformTransactionManager transactions) {
        this.dataSource = dataSource;
        jdbc = new JdbcTemplate(dataSource);
        transaction = new TransactionTemplate(transactions);
        delays = SingletonSupplier.of(this::isH2);
    }

    /** Runs the work in the caller's transaction, or in one of its own. */
    void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** As {@link #inTransaction(Runnable)}, with a result. */
    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    /**
     * When this returns, all that was committed is in the database's file. H2 gathers the commits of half a second, which
     * makes large imports several times smaller and faster; before something is told to the world outside, it must not.
     */
    void settle() {
        if (delays.get()) {
            jdbc.execute("checkpoint sync");
        }
    }

    private boolean isH2() {
        return "H2".equals(jdbc.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName()));
    }

    /** The rows; with one of the values an {@link #array}, those of each portion in turn. */
    <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        List<T> all = new ArrayList<>();
        for (@Nullable Object[] portion : Wanted.portions(values)) {
            all.addAll(jdbc.query(sql, statement -> fill(statement, portion), mapper));
        }
        return all;
    }

    <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        return list(sql, mapper, values).stream().findFirst();
    }

    long number(String sql, @Nullable Object... values) {
        return first(sql, (row, index) -> row.getLong(1), values).orElse(0L);
    }

    int update(String sql, @Nullable Object... values) {
        int rows = 0;
        for (@Nullable Object[] portion : Wanted.portions(values)) {
            rows += jdbc.update(sql, statement -> fill(statement, portion));
        }
        return rows;
    }

    /** One statement for many rows of values. */
    void batch(String sql, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows, BATCH, Database::fill);
        }
    }

    private static void fill(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            // Both drivers tell the type by the value; asking them for it first takes as long as a small statement.
            statement.setObject(i + 1, values[i]);
        }
    }

    /** Streams rows; inside a transaction, without which PostgreSQL's driver would gather them first. */
    void eachRow(String sql, int fetch, RowCallbackHandler action) {
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(fetch);
        streaming.query(sql, action);
    }

    /**
     * For the one {@code = any(?)} of a statement that means each value for itself: the statement is run for some of them
     * at a time, in ascending order, and not at all for none. Both databases look such lists up by the index, but H2 then
     * holds each row it has found against the whole list once more, which makes long lists quadratic.
     */
    static Object array(Collection<?> values) {
        return new Wanted(texts(values));
    }

    /** The same for numbers. */
    static Object numbers(Collection<Long> values) {
        return new Wanted(values.stream().sorted().toArray(Long[]::new));
    }

    /** For {@code = any(?)} in a statement that orders or limits its rows over all values. */
    static Object whole(Collection<?> values) {
        return texts(values);
    }

    private static String[] texts(Collection<?> values) {
        return values.stream().map(Object::toString).sorted().toArray(String[]::new);
    }

    /** As the database keeps times: to the millisecond; a time out of all reason is no time. */
    static @Nullable Instant tidy(@Nullable Instant time) {
        return time == null || time.isBefore(EARLIEST) || time.isAfter(LATEST)
                ? null
                : time.truncatedTo(ChronoUnit.MILLIS);
    }

    static @Nullable OffsetDateTime time(@Nullable Instant time) {
        Instant tidy = tidy(time);
        return tidy == null ? null : tidy.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant time(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    /** Text as PostgreSQL accepts it: without NUL and without halves of surrogate pairs. */
    static String text(String value) {
        boolean clean = true;
        for (int i = 0; i < value.length() && clean; i++) {
            char c = value.charAt(i);
            clean = c != 0 && !Character.isSurrogate(c);
        }
        if (clean) {
            return value;
        }
        return value.codePoints()
                .map(point -> point == 0 || (point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE)
                        ? 0xFFFD
                        : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
