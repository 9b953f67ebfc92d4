package org.talentrecall.config.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/**
 * Runs a library's own table script when its tables are missing. Spring Batch and Quartz ship such scripts; run at every
 * start, the latter would drop a running cluster's tables.
 */
public final class SchemaOnce {
    private static final String BATCH = "org/springframework/batch/core/schema-%s.sql";
    private static final String QUARTZ = "org/quartz/impl/jdbcjobstore/tables_%s.sql";

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
            boolean postgresql = Database.isPostgresql(connection);
            if (!exists(connection, postgresql ? table.toLowerCase(Locale.ROOT) : table)) {
                ResourceDatabasePopulator populator = new ResourceDatabasePopulator(
                        new ClassPathResource(script.formatted(postgresql ? postgres : "h2")));
                populator.setCommentPrefixes(ScriptUtils.DEFAULT_COMMENT_PREFIX, "#");
                populator.setIgnoreFailedDrops(true);
                populator.populate(connection);
            }
        } catch (SQLException e) {
            throw Database.explain(e);
        }
    }

    private static boolean exists(Connection connection, String table) throws SQLException {
        try (ResultSet tables = connection
                .getMetaData()
                .getTables(
                        connection.getCatalog(), connection.getSchema(), table, new String[] {"TABLE", "BASE TABLE"})) {
            return tables.next();
        }
    }
}
