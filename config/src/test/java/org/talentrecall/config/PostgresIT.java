package org.talentrecall.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.Scheduler;
import org.springframework.context.ConfigurableApplicationContext;
import org.talentrecall.config.home.Home;
import org.talentrecall.config.job.JobRunner;
import org.talentrecall.config.job.NightlyPlan;
import org.talentrecall.config.job.Progress;
import org.talentrecall.config.job.RunSummary;
import org.talentrecall.config.job.StepSummary;
import org.talentrecall.config.schedule.ScheduleModule;
import org.talentrecall.config.settings.Settings;

/** A whole night with the archive, the batch metadata and the schedule in PostgreSQL. */
class PostgresIT {
    @Test
    void night_schedule_and_light_commands_work_on_postgresql(@TempDir Path folder) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start()) {
            SampleHome.onNode(
                    folder,
                    settings ->
                            SampleHome.small() + "\n  archive: {url: \"" + postgres.getJdbcUrl("postgres", "postgres")
                                    + "\", user: postgres, password: postgres}\n");
            String[] refused = new String[1];

            try (ConfigurableApplicationContext program = serve(folder)) {
                assertThat(program.getBean(Scheduler.class).isStarted()).isTrue();
                RunSummary night = program.getBean(JobRunner.class)
                        .run(NightlyPlan.NIGHTLY, SampleHome.NIGHT, Map.of(), new Progress() {
                            @Override
                            public void begins(String step) {
                                if (refused[0] == null) {
                                    refused[0] = Recalled.with(folder, "report", "--date", "2026-11-23")
                                            .err();
                                }
                            }

                            @Override
                            public void ended(StepSummary summary) {}
                        });
                assertThat(night.failure()).isNull();
            }

            assertThat(refused[0]).startsWith("另一个任务正在处理这份档案");
            assertThat(SampleHome.report(folder)
                            .path("reconciliation")
                            .path("balanced")
                            .asBoolean())
                    .isTrue();
            assertThat(Recalled.with(folder, "find", "顾一帆", "--json").json().size())
                    .isEqualTo(1);
            assertThat(Recalled.with(folder, "openings", "--json").json().size())
                    .isGreaterThan(10);
            assertThat(Recalled.with(folder, "runs", "--json").json().size()).isPositive();
            assertThat(Recalled.with(folder, "doctor").out()).contains("PostgreSQL");
            assertThat(tables(postgres)).isGreaterThan(30);
            assertThat(folder.resolve("data").resolve("archive.mv.db")).doesNotExist();
        }
    }

    @Test
    void database_that_is_away_is_one_sentence(@TempDir Path folder) throws IOException {
        SampleHome.write(
                folder,
                "recall:\n  archive: {url: \"jdbc:postgresql://127.0.0.1:1/recall\", user: a, password: secret}\n");
        Recalled recalled = Recalled.with(folder, "openings");
        assertThat(recalled.code()).isEqualTo(1);
        assertThat(recalled.complaints()).singleElement().asString().contains("recall.archive.url");
        assertThat(recalled.err()).doesNotContain("secret", "\tat ");
    }

    private static ConfigurableApplicationContext serve(Path folder) {
        Home home = Home.existing(folder);
        home.prepareData();
        return Program.builder(home, Settings.of(home), ScheduleModule.class).run();
    }

    private static int tables(EmbeddedPostgres postgres) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(
                        "select count(*) from information_schema.tables where table_schema = 'public'")) {
            count.next();
            return count.getInt(1);
        }
    }
}
