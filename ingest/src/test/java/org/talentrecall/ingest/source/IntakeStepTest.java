package org.talentrecall.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.ResourcelessJobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.store.ArchiveStore;
import org.talentrecall.ingest.document.DocumentLimits;
import org.talentrecall.ingest.document.DocumentMeaning;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.mailbox.MailMeaning;
import org.talentrecall.ingest.mailbox.Mailbox;
import org.talentrecall.ingest.mailbox.MailboxReader;
import org.talentrecall.ingest.mailbox.OwnDomains;
import org.talentrecall.ingest.notes.MailText;

class IntakeStepTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);
    private static final DocumentReader DOCUMENTS = new DocumentReader(DocumentLimits.USUAL);

    @TempDir
    Path folder;

    private final DataSource dataSource =
            new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(dataSource);
    private ArchiveStore store;
    private int putsLeft = Integer.MAX_VALUE;

    @BeforeEach
    void fill() throws IOException {
        store = ArchiveStore.open(dataSource, transactions, folder.resolve("raw"), CLOCK);
        Files.createDirectories(folder.resolve("cv"));
        for (int i = 0; i < 7; i++) {
            Files.writeString(folder.resolve("cv/" + i + ".txt"), i == 3 ? "" : "Person number " + i);
        }
        Files.writeString(folder.resolve("cv/letter.txt"), "Dear all");
    }

    /** A disk that fills up. */
    private final class Disk implements RawStore {
        @Override
        public ContentHash put(InputStream content) throws IOException {
            if (--putsLeft < 0) {
                throw new IOException("No space left on device");
            }
            return store.raw().put(content);
        }

        @Override
        public InputStream open(ContentHash hash) throws IOException {
            return store.raw().open(hash);
        }
    }

    private Mailbox folder(String name) {
        return new Mailbox(new SourceId(name), null, new Mailbox.Files(Mailbox.Form.FOLDER, folder.resolve(name)));
    }

    /** A document that begins with "Person" is that person's. */
    private static final class Persons implements MailMeaning {
        @Override
        public DocumentMeaning.Told read(DocumentText text, PlaceNamer places) {
            return text.whole().startsWith("Person")
                    ? new DocumentMeaning.AboutOne(
                            List.of(new StatedFact(new PersonName(text.whole()), places.at(1, 1), 1)))
                    : new DocumentMeaning.AboutNobody("NOT_A_RESUME", "Nobody is named.", false);
        }

        @Override
        public Said mail(MailText mail, PlaceNamer places) {
            throw new AssertionError("there are no mails");
        }
    }

    private StepExecution run(String sources) throws Exception {
        return run(sources, new ExecutionContext());
    }

    /** @param before what a run left behind that this one takes up */
    private StepExecution run(String sources, ExecutionContext before) throws Exception {
        JobRepository jobs = new ResourcelessJobRepository();
        List<Mailbox> folders = List.of(folder("gone"), folder("cv"));
        Step step = IntakeStep.build(
                "ingest.documents",
                3,
                jobs,
                transactions,
                store.intake(),
                store.imports(),
                CLOCK,
                new MailboxReader(
                        store.intake(),
                        new Disk(),
                        DOCUMENTS,
                        new Persons(),
                        new OwnDomains(List.of()),
                        1 << 20,
                        folders));
        JobParameters parameters = new JobParametersBuilder()
                .addString("run", "nightly-2026-11-20-1")
                .addString("sources", sources)
                .toJobParameters();
        JobExecution job = jobs.createJobExecution(
                jobs.createJobInstance("nightly", parameters), parameters, new ExecutionContext());
        StepExecution execution = jobs.createStepExecution("ingest.documents", job);
        execution.setExecutionContext(before);
        step.execute(execution);
        return execution;
    }

    private List<String> records() {
        return new JdbcTemplate(dataSource)
                .queryForList("select natural_key || ' ' || standing from source_record order by 1", String.class);
    }

    @Test
    void counts_records_and_tells_problems_in_its_exit_description() throws Exception {
        StepExecution execution = run("");

        assertThat(execution.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(execution.getReadCount()).isEqualTo(8);
        assertThat(execution.getWriteCount()).isEqualTo(6);
        assertThat(execution.getProcessSkipCount()).isEqualTo(1);
        assertThat(execution.getFilterCount()).isEqualTo(1);
        assertThat(execution.getExitStatus().getExitDescription()).contains("Source gone is not there");
        assertThat(records()).hasSize(8).contains("3.txt REJECTED", "letter.txt SUPPRESSED", "0.txt STORED");
        assertThat(store.reconciliation().sources()).singleElement().matches(balance -> balance.balanced());
    }

    @Test
    void reads_nothing_twice_and_only_the_sources_asked_for() throws Exception {
        assertThat(run("other").getReadCount()).isZero();
        assertThat(run("cv").getReadCount()).isEqualTo(8);
        StepExecution again = run("cv");
        assertThat(again.getReadCount()).isZero();
        assertThat(again.getExitStatus().getExitDescription()).isEmpty();
    }

    @Test
    void keeps_whole_chunks_when_the_disk_is_full_and_goes_on_behind_them() throws Exception {
        putsLeft = 5;
        StepExecution failed = run("cv");
        assertThat(failed.getStatus()).isEqualTo(BatchStatus.FAILED);
        assertThat(records()).hasSize(3);

        putsLeft = Integer.MAX_VALUE;
        StepExecution resumed = run("cv", failed.getExecutionContext());
        assertThat(resumed.getStatus()).isEqualTo(BatchStatus.COMPLETED);
        assertThat(records()).hasSize(8);
    }

    @Test
    void counts_what_was_kept_and_rejected_before_it_broke_off() throws Exception {
        putsLeft = 7;
        StepExecution failed = run("cv");
        assertThat(failed.getProcessSkipCount()).isEqualTo(1);
        assertThat(failed.getReadCount()).isEqualTo(6);

        putsLeft = Integer.MAX_VALUE;
        StepExecution resumed = run("cv", failed.getExecutionContext());
        assertThat(resumed.getReadCount()).isEqualTo(8);
        assertThat(resumed.getWriteCount()).isEqualTo(6);
        assertThat(resumed.getProcessSkipCount()).isEqualTo(1);
        assertThat(resumed.getFilterCount()).isEqualTo(1);
    }

    @Test
    void reads_a_changed_document_again() throws Exception {
        run("cv");
        Files.write(folder.resolve("cv/3.txt"), "Person number three".getBytes(StandardCharsets.UTF_8));

        StepExecution execution = run("cv");
        assertThat(execution.getReadCount()).isEqualTo(1);
        assertThat(records()).hasSize(8).contains("3.txt STORED");
    }
}
