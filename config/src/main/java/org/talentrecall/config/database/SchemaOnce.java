package org.talentrecall.config.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Runs a library's own table script when its tables are missing. Spring Batch and Quartz ship such scripts; run at every
 * start, the latter would drop a running cluster's tables. A kill in the middle leaves nothing behind on PostgreSQL; H2
 * commits each statement by itself, so there the first table is marked when all are made, and until then the script is run
 * again past what is there.
 */
public final class SchemaOnce {
    private static final String BATCH = "org/springframework/batch/core/schema-%s.sql";
    private static final String QUARTZ = "org/quartz/impl/jdbcjobstore/tables_%s.sql";

    /** Remark of the first table when the last is made; H2 only. */
    private static final String COMPLETE = "complete";

    private SchemaOnce() {}

    /** Makes Spring Batch's metadata tables. */
    public static void batch(DataSource dataSource) {
        ensure(dataSource, "BATCH_JOB_INSTANCE", BATCH, "postgresql");
    }

    /** Makes Quartz's tables. */
    public static void quartz(DataSource dataSource) {
        ensure(dataSource, "QRTZ_LOCKS", QUARTZ, "postgres");
    }

    private static void ensure(DataSource dataSource, String table, String script, String postgres) {
        try (Connection connection = dataSource.getConnection()) {
            if (Database.isPostgresql(connection)) {
                if (!isThere(connection, table.toLowerCase(Locale.ROOT), null)) {
                    makeAtOnce(connection, populator(script.formatted(postgres)));
                }
            } else if (!isThere(connection, table, COMPLETE)) {
                ResourceDatabasePopulator populator = populator(script.formatted("h2"));
                populator.setContinueOnError(true);
                populator.populate(connection);
                try (Statement statement = connection.createStatement()) {
                    statement.execute("comment on table " + table + " is '" + COMPLETE + "'");
                }
            }
        } catch (SQLException e) {
            throw Database.explain(e);
        }
    }

    private static ResourceDatabasePopulator populator(String script) {
        ResourceDatabasePopulator populator = new ResourceDatabasePopulator(new ClassPathResource(script));
        populator.setCommentPrefixes(ScriptUtils.DEFAULT_COMMENT_PREFIX, "#");
        populator.setIgnoreFailedDrops(true);
        return populator;
    }

    private static void makeAtOnce(Connection connection, ResourceDatabasePopulator populator) throws SQLException {
        connection.setAutoCommit(false);
        try {
            populator.populate(connection);
            connection.commit();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static boolean isThere(Connection connection, String table, @Nullable String remark) throws SQLException {
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), table, new String[] {"TABLE", "BASE TABLE"})) {
            return tables.next() && (remark == null || remark.equals(tables.getString("REMARKS")));
        }
    }
}
