package org.talentrecall.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ROWS KILLS [--postgres] [--seed N] [--json]}: imports a workbook of so many rows with the product's own command,
 * once undisturbed and once killed (SIGKILL) at so many seeded random moments and started again each time, and compares the
 * archives' hashes. Prints the undisturbed rows a second; exit code 1 when the hashes differ or fewer kills hit a running
 * import than were asked for.
 */
public final class KillsHarness {
    private static final String SHEET = "候选人";
    private static final int FLUSHED = 1000;

    private final Path folder;
    private final Path workbook;
    private final int rows;
    private final int kills;
    private final Random random;

    private KillsHarness(Path folder, int rows, int kills, long seed) throws IOException {
        this.folder = folder;
        this.rows = rows;
        this.kills = kills;
        this.random = new Random(seed);
        this.workbook = write(folder.resolve("candidates.xlsx"), rows, seed);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> options = new ArrayList<>(List.of(args));
        boolean json = options.remove("--json");
        boolean postgres = options.remove("--postgres");
        long seed = 20261125;
        int at = options.indexOf("--seed");
        if (at >= 0) {
            options.remove(at);
            seed = Long.parseLong(options.remove(at));
        }
        if (options.size() != 2) {
            System.err.println("Usage: kills ROWS KILLS [--postgres] [--seed N] [--json]");
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("kills");
        KillsHarness harness =
                new KillsHarness(folder, Integer.parseInt(options.get(0)), Integer.parseInt(options.get(1)), seed);
        Outcome outcome;
        if (postgres) {
            try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
                outcome = harness.run(server);
            }
        } else {
            outcome = harness.run(null);
        }
        System.out.println(
                json
                        ? JsonMapper.builder().build().writeValueAsString(outcome)
                        : String.format(
                                Locale.ROOT,
                                "%d rows, %d kills on %s (seed %d): hashes %s; undisturbed %.1f s, %.0f rows/s",
                                outcome.rows(),
                                outcome.kills(),
                                postgres ? "PostgreSQL" : "H2",
                                seed,
                                outcome.same() ? "equal" : "DIFFER",
                                outcome.seconds(),
                                outcome.rowsPerSecond()));
        System.exit(outcome.same() && outcome.kills() == harness.kills ? 0 : 1);
    }

    /** What came out. */
    record Outcome(int rows, int kills, boolean same, String hash, double seconds, double rowsPerSecond) {}

    private Outcome run(@Nullable EmbeddedPostgres server) throws IOException, InterruptedException {
        Path whole = home("whole", server);
        long begun = System.nanoTime();
        finish(start(whole, "import", workbook.toString()));
        double seconds = (System.nanoTime() - begun) / 1e9;
        String expected = hash(whole);
        System.err.printf(Locale.ROOT, "undisturbed: %.1f s, %s%n", seconds, expected);
        Path killed = home("killed", server);
        // The time a kill is expected to leave for work: all kills together must fit into the import.
        double share = Math.max(0.05, (seconds - 5) / (kills + 1));
        int done = 0;
        while (done < kills) {
            Process process = start(killed, "import", workbook.toString());
            boolean early = random.nextInt(5) == 0;
            long wait = early ? random.nextInt(3000) : (long) (random.nextDouble() * 2 * share * 1000);
            boolean ended = early ? process.waitFor(wait, TimeUnit.MILLISECONDS) : workFor(process, wait);
            if (ended) {
                System.err.println("the import was through after " + done + " kills; begun anew");
                finish(start(killed, "undo", lastRun(killed)));
                continue;
            }
            process.destroyForcibly().waitFor();
            done++;
        }
        finish(start(killed, "import", workbook.toString()));
        String hash = hash(killed);
        return new Outcome(rows, done, hash.equals(expected), hash, seconds, rows / seconds);
    }

    /** Waits until the import has begun to read, and then for so long; true when it has ended by then. */
    private static boolean workFor(Process process, long millis) throws IOException, InterruptedException {
        BufferedReader lines = process.errorReader(StandardCharsets.UTF_8);
        String line = lines.readLine();
        while (line != null && !line.contains("import.paths")) {
            line = lines.readLine();
        }
        return process.waitFor(millis, TimeUnit.MILLISECONDS);
    }

    private Path home(String name, @Nullable EmbeddedPostgres server) throws IOException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(home.resolve("config"));
        String settings = "recall:\n  language: en\n";
        if (server != null) {
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (java.sql.SQLException e) {
                throw new IOException("The database could not be made", e);
            }
            settings += "  archive:\n    url: \"" + server.getJdbcUrl("postgres", name) + "\"\n    user: postgres\n";
        }
        Files.writeString(home.resolve("config").resolve("application.yaml"), settings);
        return home;
    }

    private static Process start(Path home, String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx700m",
                "-cp",
                System.getProperty("java.class.path"),
                "org.talentrecall.config.Recall",
                "--home",
                home.toString()));
        all.addAll(List.of(command));
        ProcessBuilder builder = new ProcessBuilder(all);
        builder.redirectOutput(home.resolve("out.txt").toFile());
        if (!command[0].equals("import")) {
            builder.redirectError(home.resolve("err.txt").toFile());
        }
        return builder.start();
    }

    private static void finish(Process process) throws IOException, InterruptedException {
        process.getErrorStream().transferTo(OutputStream.nullOutputStream());
        if (!process.waitFor(2, TimeUnit.HOURS) || process.exitValue() != 0 && process.exitValue() != 3) {
            throw new IOException("The command ended with " + process.exitValue());
        }
    }

    private static String output(Path home, String... command) throws IOException, InterruptedException {
        finish(start(home, command));
        return Files.readString(home.resolve("out.txt")).strip();
    }

    private static String hash(Path home) throws IOException, InterruptedException {
        return output(home, "runs", "--hash");
    }

    private static String lastRun(Path home) throws IOException, InterruptedException {
        return JsonMapper.builder()
                .build()
                .readTree(output(home, "runs", "--json"))
                .path(0)
                .path("runKey")
                .asString();
    }

    /** Candidates of whom some say the same, some share a phone, and one in a hundred has no name. */
    private static Path write(Path file, int rows, long seed) throws IOException {
        Random random = new Random(seed);
        Map<Integer, String> surnames = Map.of(0, "王", 1, "李", 2, "张", 3, "刘", 4, "陈", 5, "杨", 6, "黄", 7, "赵");
        String given = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉玲琳宇浩轩然博雅晨思雨佳欣怡";
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "recall", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(SHEET);
            List<String> heads = List.of("姓名", "手机", "邮箱", "应聘岗位", "当前公司", "期望薪资", "备注");
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
            }
            for (int row = 1; row <= rows; row++) {
                int person = random.nextInt(10) == 0 ? random.nextInt(row) : row;
                String name = surnames.get(person % surnames.size())
                        + given.charAt(person % given.length())
                        + given.charAt((person / given.length()) % given.length());
                sheet.value(row, 0, random.nextInt(100) == 0 ? "" : name);
                sheet.value(row, 1, "138" + String.format(Locale.ROOT, "%08d", person));
                sheet.value(row, 2, "c" + person + "@example.com");
                sheet.value(row, 3, "工程师" + random.nextInt(30));
                sheet.value(row, 4, "测试公司" + random.nextInt(500));
                sheet.value(row, 5, (10 + random.nextInt(40)) + "K");
                sheet.value(row, 6, "第" + row + "行");
                if (row % FLUSHED == 0) {
                    sheet.flush();
                }
            }
        }
        return file;
    }
}
