package org.talentrecall.config.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;
import org.talentrecall.config.Failure;
import org.talentrecall.config.home.Home;

/** Opens the one database. H2 runs in its mixed mode, so that a running {@code serve} and a command share the file. */
public final class Database {
    /**
     * What is committed is in the file at once: by itself H2 waits half a second, and a kill in that time would take back
     * what was told to the world already, such as an anchor of the audit or a mail.
     */
    private static final String AT_ONCE = ";WRITE_DELAY=0";
    /** Kilobytes. Half of what a large archive's indexes take; by itself H2 takes a sixteenth of the heap. */
    private static final String CACHE = ";CACHE_SIZE=131072";

    private static final int CONNECTIONS = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Database() {}

    /** The JDBC URL that the settings mean. */
    public static String url(DatabaseSettings settings, Home home) {
        String url = settings.url();
        if (url != null && !url.isBlank()) {
            return url;
        }
        Path file = home.data().resolve("archive");
        return "jdbc:h2:file:" + file + ";AUTO_SERVER=TRUE" + AT_ONCE + CACHE;
    }

    /**
     * A pool that has made its first connection.
     *
     * @throws Failure when the database cannot be reached
     */
    public static HikariDataSource open(DatabaseSettings settings, Home home) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url(settings, home));
        String user = settings.user();
        pool.setUsername(user == null ? "sa" : user);
        String password = settings.password();
        pool.setPassword(password == null ? "" : password);
        Integer connections = settings.connections();
        pool.setMaximumPoolSize(connections == null ? CONNECTIONS : connections);
        pool.setMinimumIdle(0);
        pool.setPoolName("archive");
        pool.setConnectionTimeout(PATIENCE.toMillis());
        try {
            return new HikariDataSource(pool);
        } catch (HikariPool.PoolInitializationException e) {
            throw e.getCause() instanceof SQLException sql ? explain(sql) : e;
        }
    }

    /** Says in one sentence what is wrong with the database. */
    public static Failure explain(SQLException e) {
        return Failure.of(
                "The archive's database cannot be used (SQL state " + e.getSQLState()
                        + "); check recall.archive.url, user and password, that the server runs and that the disk has room",
                e);
    }

    /** Whether the database is PostgreSQL; otherwise it is H2. */
    public static boolean isPostgresql(DataSource dataSource) {
        try (Connection connection = dataSource.getConnection()) {
            return isPostgresql(connection);
        } catch (SQLException e) {
            throw explain(e);
        }
    }

    static boolean isPostgresql(Connection connection) throws SQLException {
        return connection
                .getMetaData()
                .getDatabaseProductName()
                .toLowerCase(Locale.ROOT)
                .contains("postgres");
    }
}
