package org.talentrecall.archive.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** Brings the database to the newest schema. */
final class Schema {
    /**
     * The versions of the files in {@code db/archive}, each of which may come after later ones. H2 commits each statement of
     * a file by itself, so a kill may leave the file half done: every statement must bear being run again.
     */
    static final List<String> VERSIONS = List.of("1", "2", "10", "11", "12", "20", "21", "22");

    private static final String HISTORY = "archive_schema_history";

    private Schema() {}

    /** Costs one query when the schema is up to date; starting Flyway costs a light command too much. */
    static void bringUpToDate(DataSource dataSource) {
        if (!isNewest(dataSource)) {
            flyway(dataSource).migrate();
        }
    }

    static Flyway flyway(DataSource dataSource) {
        return Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/archive")
                .table(HISTORY)
                // Spring Batch and Quartz keep their tables in the same schema.
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .outOfOrder(true)
                // A file may be worded anew as long as it comes to the same; archives hold the old one's checksum.
                .validateOnMigrate(false)
                .load();
    }

    private static boolean isNewest(DataSource dataSource) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            return historyExists(connection) && holdsAll(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the archive's schema version: " + e.getMessage(), e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static boolean historyExists(Connection connection) throws SQLException {
        try (ResultSet tables =
                connection.getMetaData().getTables(connection.getCatalog(), connection.getSchema(), HISTORY, null)) {
            return tables.next();
        }
    }

    private static boolean holdsAll(Connection connection) throws SQLException {
        String sql = "select count(*) from \"" + HISTORY + "\" where \"success\" and \"version\" in ('"
                + String.join("', '", VERSIONS) + "')";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() && rows.getInt(1) == VERSIONS.size();
        }
    }
}
