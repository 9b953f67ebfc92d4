package org.talentrecall.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.talentrecall.bench.KillPlan.Kill;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code ROWS KILLS [--postgres] [--seed N] [--json]}: imports a workbook of so many rows with the product's own command,
 * once undisturbed and once killed (SIGKILL) at so many seeded random moments and started again each time, see
 * {@link KillPlan}; then compares the archives' hashes and has the audit verified. Tells of each kill where it fell. Exit code
 * 1 when the hashes differ, the audit is broken, a start after a kill fails, or fewer kills hit a running import than were
 * asked for.
 */
public final class KillsHarness {
    private static final String SHEET = "候选人";
    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢";
    private static final String GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建国文辉玲琳宇浩轩然博雅晨思雨佳欣怡";
    private static final int FLUSHED = 1000;
    /** Rows of a transaction; after that many something new is committed. */
    private static final int CHUNK = 1000;

    private static final int HOURS = 2;

    private final Path folder;
    private final Path workbook;
    private final int rows;
    private final int kills;
    private final Random random;
    private final @Nullable EmbeddedPostgres server;
    private final String classes;
    private final Path shared;

    private KillsHarness(Path folder, int rows, int kills, long seed, @Nullable EmbeddedPostgres server)
            throws IOException {
        this.folder = folder;
        this.rows = rows;
        this.kills = kills;
        this.server = server;
        random = new Random(seed);
        workbook = write(folder.resolve("candidates.xlsx"), rows, seed);
        classes = packed(folder);
        shared = folder.resolve("classes.jsa");
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
        int rows = Integer.parseInt(options.get(0));
        int kills = Integer.parseInt(options.get(1));
        Outcome outcome;
        try (EmbeddedPostgres server = postgres ? EmbeddedPostgres.start() : null) {
            outcome = new KillsHarness(folder, rows, kills, seed, server).run();
        }
        System.out.println(
                json
                        ? JsonMapper.builder().build().writeValueAsString(outcome)
                        : outcome.line(postgres ? "PostgreSQL" : "H2", seed));
        System.exit(outcome.same() && outcome.audit() && outcome.kills() == kills ? 0 : 1);
    }

    /**
     * What came out.
     *
     * @param phases how many kills fell where
     * @param seconds of the undisturbed import
     */
    record Outcome(
            int rows,
            int kills,
            Map<WatchedImport.Phase, Integer> phases,
            boolean same,
            boolean audit,
            String hash,
            double seconds,
            double storedPerSecond,
            double resolvedPerSecond) {
        String line(String database, long seed) {
            String where = phases.entrySet().stream()
                    .map(entry -> entry.getKey().name().toLowerCase(Locale.ROOT) + " " + entry.getValue())
                    .collect(Collectors.joining(", "));
            return String.format(
                    Locale.ROOT,
                    "%d rows, %d kills on %s (%s; seed %d): hashes %s, audit %s; undisturbed %.1f s, %.0f rows/s, stored"
                            + " %.0f/s, resolved %.0f/s",
                    rows,
                    kills,
                    database,
                    where,
                    seed,
                    same ? "equal" : "DIFFER",
                    audit ? "whole" : "BROKEN",
                    seconds,
                    rows / seconds,
                    storedPerSecond,
                    resolvedPerSecond);
        }
    }

    private Outcome run() throws IOException, InterruptedException {
        shareClasses();
        Path whole = home("whole");
        long begun = System.nanoTime();
        WatchedImport undisturbed = start(whole, workbook, List.of());
        ended(undisturbed);
        double seconds = (System.nanoTime() - begun) / 1e9;
        String expected = hash(whole);
        double storedPerSecond = undisturbed.stored() / undisturbed.storing();
        double resolvedPerSecond = undisturbed.resolved() / undisturbed.resolving();
        System.err.printf(
                Locale.ROOT,
                "undisturbed: %.1f s; %d stored, %.0f/s; %d resolved, %.0f/s; %s%n",
                seconds,
                undisturbed.stored(),
                storedPerSecond,
                undisturbed.resolved(),
                resolvedPerSecond,
                expected);
        KillPlan plan = new KillPlan(
                kills,
                new KillPlan.Course(
                        rows,
                        undisturbed.resolved(),
                        (long) (undisturbed.starting() * 1000),
                        (long) (CHUNK / storedPerSecond * 1000),
                        (long) (CHUNK / resolvedPerSecond * 1000)),
                random);
        Path killed = home("killed");
        Map<WatchedImport.Phase, Integer> phases = new EnumMap<>(WatchedImport.Phase.class);
        int done = 0;
        for (Kill kill : plan.kills()) {
            WatchedImport running = start(killed, workbook, List.of("-XX:TieredStopAtLevel=1"));
            if (reached(running, kill) && running.kill(kill.millis())) {
                done++;
                phases.merge(running.phase(), 1, Integer::sum);
                System.err.printf(
                        "kill %d of %d: %s, %d stored, %d resolved (%s)%n",
                        done, kills, running.phase(), running.stored(), running.resolved(), kill);
            } else {
                System.err.printf("no kill: the import had ended (%s)%n", kill);
                ended(running);
            }
        }
        ended(start(killed, workbook, List.of()));
        String hash = hash(killed);
        System.err.println("killed: " + hash);
        boolean audit = command(killed, "audit", "verify").end(HOURS) == 0;
        return new Outcome(
                rows, done, phases, hash.equals(expected), audit, hash, seconds, storedPerSecond, resolvedPerSecond);
    }

    private static boolean reached(WatchedImport running, Kill kill) throws InterruptedException {
        if (kill instanceof Kill.Starting) {
            return true;
        }
        return running.awaitStep()
                && (!(kill instanceof Kill.Working working) || running.await(working.rows(), working.records()));
    }

    /** Waits for the end of an import; exit code 3 says that rows were rejected, as some are. */
    private static void ended(WatchedImport running) throws IOException, InterruptedException {
        int code = running.end(HOURS);
        if (code != 0 && code != 3) {
            throw new IOException("The import ended with " + code);
        }
    }

    /** A small import in a home of its own, at whose end the loaded classes go to a file: starts cost half of it then. */
    private void shareClasses() throws IOException, InterruptedException {
        Path small = write(folder.resolve("small.xlsx"), CHUNK, 1);
        ended(start(home("small"), small, List.of("-XX:ArchiveClassesAtExit=" + shared, "-Xlog:disable")));
    }

    private String url(Path home) {
        return server == null
                ? "jdbc:h2:file:" + home.resolve("data").resolve("archive") + ";AUTO_SERVER=TRUE"
                : server.getJdbcUrl("postgres", String.valueOf(home.getFileName()));
    }

    private Path home(String name) throws IOException {
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
            settings += "  archive:\n    url: \"" + url(home) + "\"\n    user: postgres\n";
        }
        Files.writeString(home.resolve("config").resolve("application.yaml"), settings);
        return home;
    }

    private WatchedImport start(Path home, Path file, List<String> options) throws IOException {
        List<String> all = new ArrayList<>(java(options));
        all.add("org.talentrecall.bench.ImportWatch");
        all.add(url(home));
        all.add(server == null ? "sa" : "postgres");
        all.add(server == null ? home.resolve("data").resolve("archive.mv.db").toString() : "");
        all.addAll(List.of("--home", home.toString(), "import", file.toString()));
        return new WatchedImport(new ProcessBuilder(all)
                .redirectOutput(home.resolve("out.txt").toFile())
                .start());
    }

    private WatchedImport command(Path home, String... command) throws IOException {
        List<String> all = new ArrayList<>(java(List.of()));
        all.addAll(List.of("org.talentrecall.config.Recall", "--home", home.toString()));
        all.addAll(List.of(command));
        return new WatchedImport(new ProcessBuilder(all)
                .redirectOutput(home.resolve("out.txt").toFile())
                .start());
    }

    private List<String> java(List<String> options) {
        List<String> all = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "-Xmx1g", "-XX:+UseSerialGC", "-cp", classes));
        if (Files.exists(shared)) {
            all.addAll(List.of("-XX:SharedArchiveFile=" + shared, "-Xshare:auto"));
        }
        all.addAll(options);
        return all;
    }

    private String hash(Path home) throws IOException, InterruptedException {
        ended(command(home, "runs", "--hash"));
        return Files.readString(home.resolve("out.txt")).strip();
    }

    /** This program's class path with its folders packed, for Java shares classes out of archives only. */
    private static String packed(Path folder) throws IOException {
        List<String> path = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path classes = Path.of(entry);
            if (!entry.isEmpty() && Files.isDirectory(classes)) {
                Path jar = folder.resolve("classes-" + path.size() + ".jar");
                pack(classes, jar);
                path.add(jar.toString());
            } else {
                path.add(entry);
            }
        }
        return String.join(File.pathSeparator, path);
    }

    private static void pack(Path classes, Path jar) throws IOException {
        try (Stream<Path> files = Files.walk(classes);
                ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (Path file :
                    files.filter(path -> !path.equals(classes)).sorted().toList()) {
                String name = classes.relativize(file).toString().replace('\\', '/');
                if (Files.isDirectory(file)) {
                    // Those who look for files by their folder find it by its entry.
                    out.putNextEntry(new ZipEntry(name + '/'));
                } else {
                    out.putNextEntry(new ZipEntry(name));
                    Files.copy(file, out);
                }
            }
        }
    }

    /**
     * Candidates of whom one in ten is there already and says something else of the post, and one in a hundred has no name;
     * about four in 200,000 have the same name.
     */
    private static Path write(Path file, int rows, long seed) throws IOException {
        Random random = new Random(seed);
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "recall", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(SHEET);
            List<String> heads = List.of("姓名", "手机", "邮箱", "应聘岗位", "当前公司", "期望薪资", "备注");
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
            }
            for (int row = 1; row <= rows; row++) {
                int person = random.nextInt(10) == 0 ? random.nextInt(row) : row;
                sheet.value(row, 0, random.nextInt(100) == 0 ? "" : name(person));
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

    private static String name(int person) {
        int mixed = (int) ((person * 0x9E3779B97F4A7C15L) >>> 33);
        int given = mixed / SURNAMES.length();
        return "" + SURNAMES.charAt(mixed % SURNAMES.length())
                + GIVEN.charAt(given % GIVEN.length())
                + GIVEN.charAt(given / GIVEN.length() % GIVEN.length());
    }
}
