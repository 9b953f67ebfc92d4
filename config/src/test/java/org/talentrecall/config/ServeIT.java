package org.talentrecall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;
import org.talentrecall.config.home.Home;
import org.talentrecall.config.job.JobRunner;
import org.talentrecall.config.job.NightlyPlan;
import org.talentrecall.config.job.Progress;
import org.talentrecall.config.job.RunSummary;
import org.talentrecall.config.job.StepSummary;
import org.talentrecall.config.schedule.ScheduleModule;
import org.talentrecall.config.settings.Settings;

/** The schedule over the archive's own H2 database. */
class ServeIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String NEVER = "0 0 0 1 1 ? 2099";

    @Test
    void two_schedulers_run_a_night_once(@TempDir Path folder) throws Exception {
        // Far enough off for both to be up, whatever the machine is doing.
        ZonedDateTime due = Instant.now().plusSeconds(40).atZone(ZoneOffset.UTC);
        home(folder, DateTimeFormatter.ofPattern("s m H d M '?' uuuu").format(due));
        try (ConfigurableApplicationContext one = serve(folder);
                ConfigurableApplicationContext two = serve(folder)) {
            assertThat(one.getBean(Scheduler.class).getSchedulerInstanceId())
                    .isNotEqualTo(two.getBean(Scheduler.class).getSchedulerInstanceId());
            assertThat(Instant.now()).as("both are up before the night is due").isBefore(due.toInstant());

            await(() -> last(one).filter(ServeIT::ended).isPresent());

            assertThat(last(one).orElseThrow().getStatus()).isEqualTo(BatchStatus.COMPLETED);
            assertThat(last(one).orElseThrow().getJobParameters().getString("runDate"))
                    .isEqualTo(due.toLocalDate().toString());
            // A second firing would come within the check-in of the cluster.
            Thread.sleep(3_000);
            assertThat(one.getBean(JobRepository.class).getJobInstances("nightly", 0, 10))
                    .hasSize(1);
            assertThat(one.getBean(JobRepository.class)
                            .getJobExecutions(last(one).orElseThrow().getJobInstance()))
                    .hasSize(1);
        }
    }

    @Test
    void graceful_stop_leaves_a_night_that_is_taken_up_again(@TempDir Path folder) throws Exception {
        home(folder, NEVER);
        LocalDate night;
        try (ConfigurableApplicationContext program = serve(folder)) {
            program.getBean(Scheduler.class).triggerJob(JobKey.jobKey("nightly"));
            await(() -> last(program).filter(JobExecution::isRunning).isPresent());
            night = LocalDate.parse(
                    last(program).orElseThrow().getJobParameters().getString("runDate"));
            program.getBean(JobRunner.class).stop();
        }
        try (ConfigurableApplicationContext program = serve(folder)) {
            JobExecution stopped = last(program).orElseThrow();
            assertThat(stopped.isRunning()).isFalse();
            assertThat(stopped.getStatus()).isEqualTo(BatchStatus.STOPPED);

            RunSummary again = program.getBean(JobRunner.class).run(NightlyPlan.NIGHTLY, night, Map.of(), new Quiet());

            assertThat(again.failure()).isNull();
            assertThat(again.resumed()).isTrue();
        }
    }

    private static Path home(Path folder, String cron) {
        return SampleHome.onNode(
                folder,
                settings -> SampleHome.small() + "\n  schedule: {cron: \"" + cron + "\", zone: UTC, misfire: SKIP}\n");
    }

    private static ConfigurableApplicationContext serve(Path folder) {
        Home home = Home.existing(folder);
        home.prepareData();
        return Program.builder(home, Settings.of(home), ScheduleModule.class).run();
    }

    private static Optional<JobExecution> last(ConfigurableApplicationContext program) {
        JobRepository repository = program.getBean(JobRepository.class);
        List<JobExecution> executions = repository.getJobInstances("nightly", 0, 10).stream()
                .flatMap(instance -> repository.getJobExecutions(instance).stream())
                .toList();
        return executions.stream().findFirst();
    }

    private static boolean ended(JobExecution execution) {
        return execution.getEndTime() != null;
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waited long enough").isBefore(end);
            Thread.sleep(50);
        }
    }

    private static final class Quiet implements Progress {
        @Override
        public void begins(String step) {}

        @Override
        public void ended(StepSummary summary) {}
    }
}
