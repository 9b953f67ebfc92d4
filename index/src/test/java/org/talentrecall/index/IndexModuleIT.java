package org.talentrecall.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.talentrecall.archive.ArchiveModule;

/** The steps as the job runs them, over an archive in memory. */
class IndexModuleIT {
    @TempDir
    Path home;

    private AnnotationConfigApplicationContext context(ElasticsearchSettings settings, TestArchive archive) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("test", Map.of("recall.home", home.toString())));
        DataSource database = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(JobRepository.class, () -> new ResourcelessJobRepository());
        context.registerBean(Clock.class, () -> Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC));
        context.registerBean(ElasticsearchSettings.class, () -> settings);
        if (archive != null) {
            context.registerBean("testArchive", TestArchive.class, () -> archive, bean -> bean.setPrimary(true));
        }
        context.register(ArchiveModule.class, IndexModule.class);
        context.refresh();
        return context;
    }

    private static StepExecution run(AnnotationConfigApplicationContext context, String bean, JobParameters parameters)
            throws Exception {
        JobRepository repository = context.getBean(JobRepository.class);
        JobInstance instance = repository.createJobInstance("test", parameters);
        JobExecution job = repository.createJobExecution(instance, parameters, new ExecutionContext());
        Step step = context.getBean(bean, Step.class);
        StepExecution execution = repository.createStepExecution(step.getName(), job);
        step.execute(execution);
        return execution;
    }

    @Test
    void steps_count_what_they_did() throws Exception {
        NodeUnderTest.empty();
        TestArchive archive = new TestArchive();
        for (int number = 0; number < 7; number++) {
            archive.put(People.complete(number));
        }
        JobParameters plain = new JobParameters();
        try (var context = context(NodeUnderTest.asCluster(), archive)) {
            StepExecution candidates = run(context, "indexCandidatesStep", plain);
            StepExecution communications = run(context, "indexCommunicationsStep", plain);
            StepExecution openings = run(context, "indexOpeningsStep", plain);

            assertThat(candidates.getStepName()).isEqualTo("index.candidates");
            assertThat(candidates.getExitStatus().getExitCode()).isEqualTo(ExitStatus.COMPLETED.getExitCode());
            assertThat(List.of(candidates.getReadCount(), candidates.getWriteCount(), candidates.getProcessSkipCount()))
                    .containsExactly(7L, 7L, 0L);
            assertThat(List.of(communications.getReadCount(), communications.getWriteCount()))
                    .containsExactly(7L, 7L);
            assertThat(openings.getExitStatus().getExitCode()).isEqualTo(ExitStatus.COMPLETED.getExitCode());
            assertThat(context.getBean(IndexState.class).candidates().checksum())
                    .isEqualTo(archive.checksum());

            assertThat(run(context, "indexCandidatesStep", plain).getReadCount())
                    .isZero();
            JobParameters rebuild =
                    new JobParametersBuilder().addString("rebuild", "true").toJobParameters();
            assertThat(run(context, "indexCandidatesStep", rebuild).getReadCount())
                    .isEqualTo(7);
        }
    }

    @Test
    void step_fails_with_one_sentence_when_the_cluster_is_away() throws Exception {
        ElasticsearchSettings away =
                NodeUnderTest.settings(List.of(java.net.URI.create("http://127.0.0.1:1")), null, null, 1);
        try (var context = context(away, new TestArchive())) {
            StepExecution step = run(context, "indexCandidatesStep", new JobParameters());

            assertThat(step.getFailureExceptions())
                    .singleElement()
                    .isInstanceOfSatisfying(
                            IndexUnavailable.class,
                            failure -> assertThat(failure).hasMessageContaining("see that it is up"));
        }
    }

    @Test
    void nothing_is_started_before_it_is_needed() throws Exception {
        // Root's node runs as nobody, for whom a node in a closed folder would be put under /var/lib.
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        ElasticsearchSettings.Embedded missing = new ElasticsearchSettings.Embedded(
                Path.of("nowhere.zip"), Path.of("data/elasticsearch"), "512m", List.of(), Duration.ofSeconds(5));
        ElasticsearchSettings settings = new ElasticsearchSettings(List.of(), null, null, null, 500, 8, missing);
        try (var context = context(settings, null)) {
            assertThat(home.resolve("data/elasticsearch")).doesNotExist();

            IndexState state = context.getBean(IndexState.class);

            assertThatThrownBy(state::candidates)
                    .isInstanceOf(IndexUnavailable.class)
                    .hasMessageContaining("There is no Elasticsearch distribution at")
                    .hasMessageContaining("recall.elasticsearch.embedded.archive");
        }
    }
}
