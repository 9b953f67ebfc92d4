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
     * Milliseconds between commit and file, said because the file keeps what it was once told. Written at once, each commit
     * leaves pages behind: a large import's file grows three times as large. Where the world outside is told of a commit,
     * the archive waits for the file.
     */
    private static final String SOON = ";WRITE_DELAY=500";
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
        return "jdbc:h2:file:" + file + ";AUTO_SERVER=TRUE" + SOON + CACHE;
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
        return Failure.because(e, "database.unusable", e.getSQLState());
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
