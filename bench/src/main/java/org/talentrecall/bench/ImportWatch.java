package org.talentrecall.bench;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;

/**
 * {@code URL USER FILE ARGUMENTS…}: runs the product's command in this process and tells, on the error stream, how far its
 * work is committed: {@code @ STORED RESOLVED}. It looks with a connection of its own, which an H2 file allows inside one
 * process only. Waits until FILE is there, if it is not empty, so that the product makes its database itself.
 */
final class ImportWatch {
    /** What begins a line of progress. */
    static final String MARK = "@ ";

    private static final String PROGRESS = """
            select (select coalesce(max(read_count), 0) from container),
                (select coalesce(sum(read_count), 0) from batch_step_execution where step_name = 'resolve.persons')
            """;
    private static final long PAUSE = 20;

    private final String url;
    private final String user;
    private final String file;

    private ImportWatch(String url, String user, String file) {
        this.url = url;
        this.user = user;
        this.file = file;
    }

    public static void main(String[] arguments) throws ReflectiveOperationException {
        ImportWatch watch = new ImportWatch(arguments[0], arguments[1], arguments[2]);
        Thread watching = new Thread(watch::watch, "watch");
        watching.setDaemon(true);
        watching.start();
        try {
            // The program is a runtime dependency: nothing else of it is used here.
            Class.forName("org.talentrecall.config.Recall")
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) Arrays.copyOfRange(arguments, 3, arguments.length));
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The command broke off", e.getCause());
        }
    }

    private void watch() {
        String last = "";
        while (true) {
            try {
                Thread.sleep(PAUSE);
                if (!file.isEmpty() && !new java.io.File(file).exists()) {
                    continue;
                }
                try (Connection connection = DriverManager.getConnection(url, user, "");
                        Statement statement = connection.createStatement()) {
                    while (true) {
                        String now = progress(statement);
                        if (!now.equals(last)) {
                            System.err.println(MARK + now);
                            last = now;
                        }
                        Thread.sleep(PAUSE);
                    }
                }
            } catch (SQLException e) {
                // The tables are not there yet, or the program is closing its database; the next look tells.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static String progress(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(PROGRESS)) {
            row.next();
            return row.getLong(1) + " " + row.getLong(2);
        }
    }
}
