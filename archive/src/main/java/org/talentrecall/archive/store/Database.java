package org.talentrecall.archive.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SqlTypeValue;
import org.springframework.jdbc.core.StatementCreatorUtils;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The connection to the database, with the few habits that H2 and PostgreSQL share. */
final class Database {
    private static final int BATCH = 500;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    Database(DataSource dataSource, PlatformTransactionManager transactions) {
        this.dataSource = dataSource;
        jdbc = new JdbcTemplate(dataSource);
        transaction = new TransactionTemplate(transactions);
    }

    /** Runs the work in the caller's transaction, or in one of its own. */
    void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    /** As {@link #inTransaction(Runnable)}, with a result. */
    <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    <T> List<T> list(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        return jdbc.query(sql, statement -> fill(statement, values), mapper);
    }

    <T> Optional<T> first(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        return list(sql, mapper, values).stream().findFirst();
    }

    long number(String sql, @Nullable Object... values) {
        return first(sql, (row, index) -> row.getLong(1), values).orElse(0L);
    }

    int update(String sql, @Nullable Object... values) {
        return jdbc.update(sql, statement -> fill(statement, values));
    }

    /** One statement for many rows of values. */
    void batch(String sql, List<@Nullable Object[]> rows) {
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(sql, rows, BATCH, Database::fill);
        }
    }

    private static void fill(PreparedStatement statement, @Nullable Object[] values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            StatementCreatorUtils.setParameterValue(statement, i + 1, SqlTypeValue.TYPE_UNKNOWN, values[i]);
        }
    }

    /** Streams rows; inside a transaction, without which PostgreSQL's driver would gather them first. */
    void eachRow(String sql, int fetch, RowCallbackHandler action) {
        JdbcTemplate streaming = new JdbcTemplate(dataSource);
        streaming.setFetchSize(fetch);
        streaming.query(sql, action);
    }

    /** For {@code = any(?)}; both databases look such lists up by the index. */
    static Object array(Collection<?> values) {
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
