package org.talentrecall.config;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.talentrecall.config.cli.CommandLineProgram;

/**
 * {@code HOME ROWS RECORDS ARGUMENTS…}: runs a command and dies, as a killed process does, as soon as so many rows are stored
 * and records resolved. Looks by a connection of its own, which an H2 file allows inside one process.
 */
final class HaltedRecall {
    /** As the shell tells of a process that was killed. */
    static final int KILLED = 137;

    private static final String PROGRESS = """
            select (select coalesce(max(read_count), 0) from container),
                (select coalesce(sum(read_count), 0) from batch_step_execution where step_name = 'resolve.persons')
            """;

    private HaltedRecall() {}

    public static void main(String[] arguments) {
        Path home = Path.of(arguments[0]);
        long rows = Long.parseLong(arguments[1]);
        long records = Long.parseLong(arguments[2]);
        Thread watching = new Thread(() -> watch(home, rows, records), "watching");
        watching.setDaemon(true);
        watching.start();
        int code = CommandLineProgram.run(
                Recalled.CLOCK,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8),
                Arrays.copyOfRange(arguments, 3, arguments.length));
        System.exit(code);
    }

    private static void watch(Path home, long rows, long records) {
        while (true) {
            if (Files.exists(home.resolve("data").resolve("archive.mv.db"))) {
                try (Connection connection = DriverManager.getConnection(
                                "jdbc:h2:file:" + home.resolve("data").resolve("archive") + ";AUTO_SERVER=TRUE",
                                "sa",
                                "");
                        Statement statement = connection.createStatement()) {
                    while (true) {
                        if (reached(statement, rows, records)) {
                            Runtime.getRuntime().halt(KILLED);
                        }
                        Thread.sleep(2);
                    }
                } catch (SQLException e) {
                    // The program has not made its tables yet.
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }

    private static boolean reached(Statement statement, long rows, long records) throws SQLException {
        try (ResultSet row = statement.executeQuery(PROGRESS)) {
            return row.next() && row.getLong(1) >= rows && row.getLong(2) >= records;
        }
    }
}
