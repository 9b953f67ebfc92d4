package org.talentrecall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.config.home.Home;
import org.talentrecall.config.job.JobRunner;
import org.talentrecall.config.job.NightlyPlan;
import org.talentrecall.config.job.Progress;
import org.talentrecall.config.job.RunSummary;
import org.talentrecall.config.job.StepSummary;
import org.talentrecall.config.settings.Settings;

/** Whatever happens to a night, running it again completes it, and to the same end. */
class NightlyRestartIT {
    private static final long SEED = 20261123;

    @Test
    void second_night_of_a_day_reads_nothing_and_hands_out_the_same_bytes() {
        Path home = SampleHome.afterNight();
        Map<String, byte[]> first = SampleHome.handedOut(home);
        String checksum = checksum(home);

        try (ConfigurableApplicationContext program = start(home)) {
            RunSummary again = run(program, NightlyPlan.NIGHTLY, new Quiet());

            assertThat(again.failure()).isNull();
            assertThat(again.resumed()).isFalse();
            assertThat(again.steps())
                    .filteredOn(step -> step.step().startsWith("ingest.")
                            || step.step().startsWith("resolve.")
                            || step.step().equals("index.candidates"))
                    .hasSize(6)
                    .allSatisfy(step -> {
                        assertThat(step.read()).as(step.step() + " read").isZero();
                        assertThat(step.written()).as(step.step() + " written").isZero();
                    });
        }
        Map<String, byte[]> second = SampleHome.handedOut(home);
        assertThat(second.keySet()).isEqualTo(first.keySet()).hasSizeGreaterThanOrEqualTo(5);
        first.forEach((file, bytes) -> assertThat(second.get(file)).as(file).isEqualTo(bytes));
        assertThat(checksum(home)).isEqualTo(checksum);
    }

    @Test
    void night_that_fails_at_every_step_comes_to_the_same_end(@TempDir Path folder) {
        Path undisturbed = SampleHome.afterNight();
        Path home = SampleHome.onNode(folder, UnaryOperator.identity());
        try (ConfigurableApplicationContext program = start(home)) {
            List<String> steps = NightlyPlan.NIGHTLY.steps();
            for (int number = 0; number < steps.size(); number++) {
                RunSummary failed = run(program, NightlyPlan.NIGHTLY, new Failing(steps.get(number), number % 2 == 0));
                assertThat(failed.failure()).as(steps.get(number)).isInstanceOf(Accident.class);
                assertThat(failed.run()).isEqualTo("nightly-" + SampleHome.NIGHT + "-1");
                assertThat(failed.resumed()).isEqualTo(number > 0);
            }

            RunSummary last = run(program, NightlyPlan.NIGHTLY, new Quiet());

            assertThat(last.failure()).isNull();
            assertThat(last.resumed()).isTrue();
        }
        assertSameEnd(home, undisturbed);
    }

    @Test
    void killed_night_is_taken_up_again(@TempDir Path folder) throws Exception {
        Path undisturbed = SampleHome.afterNight();
        Path home = SampleHome.onNode(folder.resolve("home"), UnaryOperator.identity());
        Random random = new Random(SEED);
        for (String step : List.of("ingest.mailboxes", "enrich.sources", "score.openings")) {
            int delay = random.nextInt(1_000);
            assertThat(killedAt(home, step, delay))
                    .as("reached " + step + " and was killed " + delay + " ms later (seed " + SEED + ")")
                    .isTrue();
        }

        try (ConfigurableApplicationContext program = start(home)) {
            RunSummary last = run(program, NightlyPlan.NIGHTLY, new Quiet());

            assertThat(last.failure()).isNull();
            assertThat(last.resumed()).isTrue();
            assertThat(last.run()).isEqualTo("nightly-" + SampleHome.NIGHT + "-1");
        }
        assertSameEnd(home, undisturbed);
    }

    @Test
    void second_run_at_the_same_time_is_refused_in_one_sentence() {
        Path home = SampleHome.afterNight();
        List<Recalled> refused = new ArrayList<>();
        try (ConfigurableApplicationContext program = start(home)) {
            RunSummary running = run(program, NightlyPlan.REPORT, new Quiet() {
                @Override
                public void begins(String step) {
                    refused.add(Recalled.with(home, "report", "--date", SampleHome.NIGHT.toString()));
                }
            });
            assertThat(running.failure()).isNull();
        }
        assertThat(refused).singleElement().satisfies(second -> {
            assertThat(second.code()).isEqualTo(1);
            assertThat(second.complaints()).singleElement().asString().startsWith("另一个任务正在处理这份档案");
        });
    }

    @Test
    void night_without_elasticsearch_says_so_and_is_completed_later(@TempDir Path home) {
        SampleHome.onNode(home, settings -> SampleHome.small());
        SampleHome.write(home, SampleHome.small() + SampleHome.elasticsearch("http://127.0.0.1:1"));

        Recalled without = Recalled.with(home, "nightly", "--date", SampleHome.NIGHT.toString());

        assertThat(without.code()).isEqualTo(1);
        assertThat(without.complaints()).hasSize(2);
        assertThat(without.complaints().get(0)).contains("Elasticsearch").contains("see that it is up");
        assertThat(without.complaints().get(1)).contains("nightly-" + SampleHome.NIGHT + "-1");
        assertThat(without.err()).doesNotContain("\tat ");

        SampleHome.onNode(home, settings -> SampleHome.small());
        try (ConfigurableApplicationContext program = start(home)) {
            RunSummary later = run(program, NightlyPlan.NIGHTLY, new Quiet());
            assertThat(later.failure()).isNull();
            assertThat(later.resumed()).isTrue();
        }
        assertThat(SampleHome.report(home)
                        .path("reconciliation")
                        .path("balanced")
                        .asBoolean())
                .isTrue();
    }

    private static void assertSameEnd(Path home, Path undisturbed) {
        assertThat(SampleHome.report(home)).isEqualTo(SampleHome.report(undisturbed));
        assertThat(checksum(home)).isEqualTo(checksum(undisturbed));
    }

    private static ConfigurableApplicationContext start(Path folder) {
        Home home = Home.existing(folder);
        home.prepareData();
        return Program.start(home, Settings.of(home));
    }

    private static RunSummary run(ConfigurableApplicationContext program, NightlyPlan plan, Progress progress) {
        return program.getBean(JobRunner.class).run(plan, SampleHome.NIGHT, Map.of(), progress);
    }

    private static String checksum(Path home) {
        try (ConfigurableApplicationContext program = start(home)) {
            return program.getBean(Dossiers.class).checksum();
        }
    }

    /** Runs the night in a process of its own until it says that the step begins, and a while longer. */
    private static boolean killedAt(Path home, String step, int delay) throws IOException, InterruptedException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path arguments = Files.writeString(
                home.resolve("arguments"), "-cp\n\"" + classes.replace("\\", "\\\\") + "\"\n", StandardCharsets.UTF_8);
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.language=en",
                        "@" + arguments,
                        Recall.class.getName(),
                        "--home",
                        home.toString(),
                        "nightly",
                        "--date",
                        SampleHome.NIGHT.toString())
                .redirectOutput(new File(home.toFile(), "out.txt"))
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(">") && line.contains(step)) {
                    boolean ended = process.waitFor(delay, TimeUnit.MILLISECONDS);
                    return !ended;
                }
            }
            return false;
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    /** Hears all and says nothing. */
    private static class Quiet implements Progress {
        @Override
        public void begins(String step) {}

        @Override
        public void ended(StepSummary summary) {}
    }

    /** Breaks the run off before or after one step. */
    private static final class Failing extends Quiet {
        private final String where;
        private final boolean before;

        Failing(String where, boolean before) {
            this.where = where;
            this.before = before;
        }

        @Override
        public void begins(String step) {
            if (before && step.equals(where)) {
                throw new Accident(step);
            }
        }

        @Override
        public void ended(StepSummary summary) {
            if (!before && summary.step().equals(where)) {
                throw new Accident(summary.step());
            }
        }
    }

    private static final class Accident extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Accident(String step) {
            super("The test breaks the run off at " + step);
        }
    }
}
