package org.talentrecall.config.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.talentrecall.config.Failure;
import org.talentrecall.config.database.Database;

/**
 * Lets one run at a time work on an archive, over all processes and machines. The lock is a row lock of a connection of
 * its own, so the database lets go of it by itself when the process dies.
 */
public final class RunLock implements AutoCloseable {
    private static final String TABLE = "run_lock";

    private final Connection connection;

    private RunLock(Connection connection) {
        this.connection = connection;
    }

    /**
     * Takes the lock.
     *
     * @throws Failure when another run holds it
     */
    public static RunLock take(DataSource dataSource) {
        try {
            prepare(dataSource);
            Connection connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            try (Statement statement = connection.createStatement()) {
                statement
                        .executeQuery("select id from " + TABLE + " where id = 1 for update nowait")
                        .close();
            } catch (SQLException e) {
                connection.rollback();
                connection.close();
                throw Failure.because(e, "run.at.work");
            }
            return new RunLock(connection);
        } catch (SQLException e) {
            throw Database.explain(e);
        }
    }

    /** Does the work while the lock is held. */
    public void hold(Runnable work) {
        work.run();
    }

    private static void prepare(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists " + TABLE + " (id int primary key)");
            try (var rows = statement.executeQuery("select id from " + TABLE)) {
                if (rows.next()) {
                    return;
                }
            }
            statement.execute("insert into " + TABLE + " values (1)");
        }
    }

    @Override
    public void close() {
        try (Connection closing = connection) {
            closing.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("The run's lock could not be given back; it ends with the connection", e);
        }
    }
}
