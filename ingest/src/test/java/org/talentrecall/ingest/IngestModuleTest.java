package org.talentrecall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.JobExecution;
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
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reconciliation;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.ingest.source.IntakeFeed;

class IngestModuleTest {
    private static final String RESUME = "姓名：程远\n手机：138 0000 1234\n邮箱：cheng@example.cn\n工作经历\n"
            + "2019.07 – 至今  苏州某某精密机械有限公司  生产经理\n教育背景\n2015.09 – 2019.06  江苏大学  机械设计  本科\n";

    @TempDir
    Path home;

    private AnnotationConfigApplicationContext context(Map<String, Object> properties) {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        properties.put("recall.home", home.toString());
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
        DataSource dataSource = new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        context.registerBean(DataSource.class, () -> dataSource);
        context.registerBean(PlatformTransactionManager.class, () -> new JdbcTransactionManager(dataSource));
        context.registerBean(JobRepository.class, () -> new ResourcelessJobRepository());
        context.registerBean(Clock.class, () -> Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC));
        context.register(ArchiveModule.class, IngestModule.class);
        context.refresh();
        return context;
    }

    private static StepExecution run(AnnotationConfigApplicationContext context, String name) throws Exception {
        JobRepository jobs = context.getBean(JobRepository.class);
        JobParameters parameters = new JobParametersBuilder()
                .addString("run", "nightly-2026-11-20-1")
                .toJobParameters();
        JobExecution job =
                jobs.createJobExecution(jobs.createJobInstance(name, parameters), parameters, new ExecutionContext());
        StepExecution execution = jobs.createStepExecution(name, job);
        context.getBean(name, Step.class).execute(execution);
        return execution;
    }

    @Test
    void parses_a_file_by_what_it_is_and_stores_nothing() throws Exception {
        String mail = "From: cheng@example.cn\nSubject: x\nMessage-ID: <a@example.cn>\n"
                + "Content-Type: text/plain; charset=utf-8\n\n" + RESUME;
        Path message = Files.writeString(home.resolve("mail.txt"), mail);
        Path mailbox = Files.writeString(home.resolve("box"), "From x Mon Mar  6 09:30:00 2023\n" + mail + "\n");
        Path document = Files.writeString(home.resolve("cv"), RESUME);

        try (AnnotationConfigApplicationContext context = context(new LinkedHashMap<>())) {
            FileParser parser = context.getBean(FileParser.class);
            assertThat(kinds(parser, message)).containsExactly(RecordKind.MAIL);
            assertThat(kinds(parser, mailbox)).containsExactly(RecordKind.MAIL);
            assertThat(kinds(parser, document)).containsExactly(RecordKind.DOCUMENT);
            assertThat(context.getBean(Reconciliation.class).sources()).isEmpty();
        }
    }

    @Test
    void reads_workbooks_by_their_step_with_the_columns_the_settings_name() throws Exception {
        Files.writeString(home.resolve("liste.csv"), "Kandidat;Rufnummer;Stelle\n程远;13800001234;会计\n");
        Map<String, Object> properties = new LinkedHashMap<>();
        String source = "recall.ingest.sources[0].";
        properties.put(source + "name", "lists");
        properties.put(source + "kind", "workbook");
        properties.put(source + "path", "liste.csv");
        properties.put(source + "sheets[0].kind", "candidates");
        properties.put(source + "sheets[0].columns.name", "Kandidat");
        properties.put(source + "sheets[0].columns.phone", "Rufnummer");
        properties.put(source + "sheets[0].columns.post", "Stelle");

        try (AnnotationConfigApplicationContext context = context(properties)) {
            StepExecution execution = run(context, "ingest.workbooks");
            assertThat(execution.getReadCount()).isEqualTo(1);
            assertThat(execution.getWriteCount()).isEqualTo(1);
            assertThat(run(context, "ingest.workbooks").getReadCount()).isZero();
            FileParser parser = context.getBean(FileParser.class);
            Path plain = Files.writeString(home.resolve("plain.csv"), "姓名,手机\n程远,13800001234\n");
            assertThat(kinds(parser, plain)).containsExactly(RecordKind.ROW);
        }
    }

    private static List<RecordKind> kinds(FileParser parser, Path path) throws Exception {
        List<RecordKind> kinds = new ArrayList<>();
        try (IntakeFeed feed = parser.open(path, problem -> {})) {
            for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                item.readings().forEach(reading -> {
                    assertThat(reading.facts()).isNotEmpty();
                    kinds.add(reading.record().kind());
                });
            }
        }
        return kinds;
    }

    @Test
    void reads_the_sources_of_the_settings_below_the_home_folder() throws Exception {
        Files.createDirectories(home.resolve("in/cv"));
        Files.writeString(home.resolve("in/cv/程远.txt"), RESUME);
        Files.writeString(
                home.resolve("in/a.eml"),
                "From: cheng@example.cn\nTo: hr@corp.example.com\nSubject: x\nMessage-ID: <a@example.cn>\n"
                        + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n" + RESUME);
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("recall.ingest.own-domains", "corp.example.com");
        properties.put("recall.ingest.sources[0].name", "saved");
        properties.put("recall.ingest.sources[0].kind", "eml");
        properties.put("recall.ingest.sources[0].path", "in/a.eml");
        properties.put("recall.ingest.sources[1].name", "papers");
        properties.put("recall.ingest.sources[1].kind", "documents");
        properties.put("recall.ingest.sources[1].path", "in/cv");
        properties.put("recall.ingest.sources[2].name", "gone");
        properties.put("recall.ingest.sources[2].kind", "mbox");
        properties.put("recall.ingest.sources[2].path", "in/gone.mbox");

        try (AnnotationConfigApplicationContext context = context(properties)) {
            StepExecution mails = run(context, "ingest.mailboxes");
            assertThat(mails.getReadCount()).isEqualTo(1);
            assertThat(mails.getWriteCount()).isEqualTo(1);
            assertThat(mails.getExitStatus().getExitDescription()).contains("Source gone is not there");
            StepExecution papers = run(context, "ingest.documents");
            assertThat(papers.getReadCount()).isEqualTo(1);
            assertThat(papers.getWriteCount()).isEqualTo(1);
            assertThat(context.getBean(Reconciliation.class).sources())
                    .hasSize(2)
                    .allMatch(balance -> balance.balanced() && balance.stored() == 1);
        }
    }
}
