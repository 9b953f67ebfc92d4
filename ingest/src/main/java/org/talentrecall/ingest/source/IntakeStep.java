package org.talentrecall.ingest.source;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemStream;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.springframework.transaction.PlatformTransactionManager;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Imports;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.Disposition;

/**
 * A chunk-oriented step that takes a feed into the archive. The records of a chunk and the progress of their containers are
 * one transaction with Batch's own metadata, so a run that was killed goes on behind the last chunk.
 *
 * <p>Job parameters: {@code run} names the import; {@code sources}, a comma-separated list, restricts the run to those;
 * {@code since}, an ISO date, has everything from that day on read again. The
 * step's counts are records, not items: read, written = stored or merged, process skips = rejected, filtered = suppressed.
 * They are committed with each chunk and count the step from its first start on, however often it was killed.
 * Problems of sources do not fail the step; they are the lines of its exit description.
 */
public final class IntakeStep
        implements ItemReader<IntakeItem>, ItemWriter<IntakeItem>, ItemStream, StepExecutionListener {
    private static final Logger LOG = LoggerFactory.getLogger(IntakeStep.class);

    private final Intake intake;
    private final Imports imports;
    private final Clock clock;
    private final String stage;
    private final OpenerOf openers;
    private final List<SourceProblem> problems = new ArrayList<>();
    private @Nullable IntakeFeed feed;
    private @Nullable ImportId importId;
    private Counts counts = new Counts(0, 0, 0, 0);

    private record Counts(long read, long kept, long rejected, long suppressed) {
        private static final String READ = "records.read";
        private static final String KEPT = "records.kept";
        private static final String REJECTED = "records.rejected";
        private static final String SUPPRESSED = "records.suppressed";

        static Counts from(ExecutionContext context) {
            return new Counts(
                    context.getLong(READ, 0),
                    context.getLong(KEPT, 0),
                    context.getLong(REJECTED, 0),
                    context.getLong(SUPPRESSED, 0));
        }

        void putInto(ExecutionContext context) {
            context.putLong(READ, read);
            context.putLong(KEPT, kept);
            context.putLong(REJECTED, rejected);
            context.putLong(SUPPRESSED, suppressed);
        }

        Counts plus(List<Reading> readings) {
            long rejections = readings.stream()
                    .filter(reading -> reading.disposition() instanceof Disposition.Rejected)
                    .count();
            long suppressions = readings.stream()
                    .filter(reading -> reading.disposition() instanceof Disposition.Suppressed)
                    .count();
            return new Counts(
                    read + readings.size(),
                    kept + readings.size() - rejections - suppressions,
                    rejected + rejections,
                    suppressed + suppressions);
        }
    }

    /** Makes the opener for one run. */
    @FunctionalInterface
    public interface OpenerOf {
        /** @param importId where what is read will be counted; the import may have been begun by a killed run */
        IntakeFeed.Opener of(JobParameters parameters, ImportId importId);
    }

    private IntakeStep(String stage, Intake intake, Imports imports, Clock clock, OpenerOf openers) {
        this.stage = stage;
        this.intake = intake;
        this.imports = imports;
        this.clock = clock;
        this.openers = openers;
    }

    /**
     * Builds the step.
     *
     * @param chunk items a transaction
     */
    public static Step build(
            String name,
            int chunk,
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Intake intake,
            Imports imports,
            Clock clock,
            IntakeFeed.Opener opener) {
        return build(
                name, "ingest", chunk, jobs, transactions, intake, imports, clock, (parameters, importId) -> opener);
    }

    /**
     * Builds a step whose sources depend on the run.
     *
     * @param stage what the imports of this step are, see {@link Imports#begin}
     */
    public static Step build(
            String name,
            String stage,
            int chunk,
            JobRepository jobs,
            PlatformTransactionManager transactions,
            Intake intake,
            Imports imports,
            Clock clock,
            OpenerOf openers) {
        IntakeStep step = new IntakeStep(stage, intake, imports, clock, openers);
        return new StepBuilder(name, jobs)
                .<IntakeItem, IntakeItem>chunk(chunk)
                .transactionManager(transactions)
                .reader(step)
                .writer(step)
                .listener((StepExecutionListener) step)
                .build();
    }

    @Override
    public void beforeStep(StepExecution execution) {
        problems.clear();
        String run = execution.getJobParameters().getString("run", "execution-" + execution.getJobExecutionId());
        ImportId begun = imports.begin(stage, Objects.requireNonNull(run), clock.instant());
        importId = begun;
        String sources = execution.getJobParameters().getString("sources", "");
        Set<String> wanted = java.util.Arrays.stream(
                        Objects.requireNonNull(sources).split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        String day = execution.getJobParameters().getString("since", "");
        Since since = day == null || day.isEmpty() ? null : new Since(LocalDate.parse(day), clock.getZone());
        feed = openers.of(execution.getJobParameters(), begun)
                .open(source -> wanted.isEmpty() || wanted.contains(source.value()), since, problems::add);
    }

    @Override
    public void open(ExecutionContext context) {
        counts = Counts.from(context);
    }

    @Override
    public void update(ExecutionContext context) {
        counts.putInto(context);
    }

    @Override
    public void close() {
        // the feed is closed behind the step, of which the counts tell
    }

    @Override
    public @Nullable IntakeItem read() throws IOException {
        return Objects.requireNonNull(feed, "the step has not begun").next();
    }

    @Override
    public void write(Chunk<? extends IntakeItem> items) {
        ImportId into = Objects.requireNonNull(importId, "the step has not begun");
        intake.acceptAll(into, List.copyOf(items.getItems()));
        for (IntakeItem item : items) {
            counts = counts.plus(item.readings());
        }
    }

    @Override
    public ExitStatus afterStep(StepExecution execution) {
        if (feed != null) {
            feed.close();
            feed = null;
        }
        execution.setReadCount(counts.read());
        execution.setWriteCount(counts.kept());
        execution.setProcessSkipCount(counts.rejected());
        execution.setFilterCount(counts.suppressed());
        for (SourceProblem problem : problems) {
            // The sentence may hold a file's name, which may be a person's; it goes to the step's table only.
            LOG.warn("Source {} has a problem, {}; the other sources were read", problem.source(), problem.code());
        }
        LOG.info(
                "{}: {} read, {} kept, {} rejected, {} left out, {} sources with problems",
                execution.getStepName(),
                counts.read(),
                counts.kept(),
                counts.rejected(),
                counts.suppressed(),
                problems.size());
        ExitStatus status = execution.getExitStatus();
        for (SourceProblem problem : problems) {
            status = status.addExitDescription(problem.sentence());
        }
        return status;
    }
}
