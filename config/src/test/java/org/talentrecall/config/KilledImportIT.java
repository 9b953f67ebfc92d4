package org.talentrecall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An import that is killed in the middle of storing and of resolving loses no row and doubles none. {@code bench/run kills}
 * does the same at large.
 */
class KilledImportIT {
    private static final int ROWS = 1300;
    private static final long SEED = 20261125;

    /** How far an import is when it is killed: while its tables are made, between two transactions, among persons. */
    private record Moment(int rows, int records) {}

    @Test
    void an_import_killed_again_and_again_ends_as_an_undisturbed_one(@TempDir Path folder)
            throws IOException, InterruptedException {
        Path list = Files.writeString(folder.resolve("候选人.csv"), rows(), StandardCharsets.UTF_8);
        Path whole = home(folder.resolve("whole"));
        Recalled undisturbed = Recalled.with(whole, "import", list.toString());
        assertThat(undisturbed.code()).isEqualTo(3);
        Path killed = home(folder.resolve("killed"));

        for (Moment moment : List.of(new Moment(0, 0), new Moment(1, 0), new Moment(ROWS, 1))) {
            assertThat(killedAt(killed, moment, list)).as(moment.toString()).isEqualTo(HaltedRecall.KILLED);
        }
        Recalled last = Recalled.with(killed, "import", list.toString());

        assertThat(last.code()).as(last.err()).isEqualTo(3);
        assertThat(withoutTimes(last.out())).isEqualTo(withoutTimes(undisturbed.out()));
        assertThat(Recalled.with(killed, "runs", "--json").json()).hasSize(1);
        assertThat(Recalled.with(killed, "runs", "--hash").out())
                .isEqualTo(Recalled.with(whole, "runs", "--hash").out());
        assertThat(Recalled.with(killed, "audit", "verify").code()).isZero();
    }

    private static String withoutTimes(String out) {
        return out.replaceAll("\\d+\\.\\d", "-").replaceAll(" +", " ");
    }

    private static int killedAt(Path home, Moment moment, Path list) throws IOException, InterruptedException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path arguments = Files.writeString(
                home.resolve("arguments"), "-cp\n\"" + classes.replace("\\", "\\\\") + "\"\n", StandardCharsets.UTF_8);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "@" + arguments,
                HaltedRecall.class.getName(),
                home.toString(),
                Integer.toString(moment.rows()),
                Integer.toString(moment.records())));
        command.addAll(List.of("--home", home.toString(), "import", list.toString()));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    /** Some people come several times, some without a name. */
    private static String rows() {
        Random random = new Random(SEED);
        StringBuilder rows = new StringBuilder("姓名,手机,应聘岗位,当前公司\n");
        for (int row = 0; row < ROWS; row++) {
            int person = random.nextInt(5) == 0 ? random.nextInt(row + 1) : row;
            String name = random.nextInt(50) == 0
                    ? ""
                    : "" + "顾贺梁苏陆沈".charAt(person % 6) + "小知文景思安".charAt(person / 6 % 6)
                            + "满秋和云远宁".charAt(person / 36 % 6);
            rows.append(String.format(
                    Locale.ROOT,
                    "%s,138%08d,测试工程师%d,测试公司%d%n",
                    name,
                    71_000_000 + person,
                    random.nextInt(9),
                    person % 40));
        }
        return rows.toString();
    }

    private static Path home(Path home) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config").resolve("application.yaml"), "recall:\n  language: en\n");
        return home;
    }
}
