package org.talentrecall.enrich;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.ItemWriter;
import org.talentrecall.archive.Marks;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Imports;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.enrich.fetch.Fetcher;
import org.talentrecall.enrich.fetch.Sleeper;

/**
 * Takes the yield of a walk into the archive. Each visit is one transaction together with its bookmark, so a run that was
 * killed goes on behind the last address it asked.
 *
 * <p>Job parameters: {@code run} names the import; {@code runDate} is the day it counts as; {@code sources}, a
 * comma-separated list, restricts it to those. The step's counts are records: read, written = stored or merged, process
 * skips = rejected, filtered = suppressed. Problems of sources do not fail the step; they are the lines of its exit
 * description.
 */
final class SourcesStep implements ItemReader<IntakeItem>, ItemWriter<IntakeItem>, StepExecutionListener {
    /** Up to which change of the archive all pages and entries have been attributed. */
    static final String MARK = "enrich";

    private static final Logger LOG = LoggerFactory.getLogger(SourcesStep.class);
    private static final String STAGE = "enrich";
    private static final int CHANGES = 10_000;

    private final EnrichSettings settings;
    private final Path home;
    private final Archive archive;
    private final Clock clock;
    private final Sleeper sleeper;
    private Problems problems = new Problems();
    private long newestChange;
    private long read;
    private long kept;
    private long rejected;
    private long suppressed;
    private @Nullable SourceWalk walk;
    private @Nullable ImportId importId;

    /** The parts of the archive that the step deals with. */
    record Archive(Intake intake, Imports imports, Dossiers dossiers, Marks marks, RawStore raw) {}

    SourcesStep(EnrichSettings settings, Path home, Archive archive, Clock clock, Sleeper sleeper) {
        this.settings = settings;
        this.home = home;
        this.archive = archive;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    @Override
    public void beforeStep(StepExecution execution) {
        problems = new Problems();
        read = 0;
        kept = 0;
        rejected = 0;
        suppressed = 0;
        String run = Objects.requireNonNull(
                execution.getJobParameters().getString("run", "execution-" + execution.getJobExecutionId()));
        String day = execution.getJobParameters().getString("runDate", "");
        importId = archive.imports().begin(STAGE, run, clock.instant());
        long since = archive.marks().get(MARK);
        newestChange = newest(since);
        SourceWalk.Run walked = new SourceWalk.Run(
                run,
                day == null || day.isEmpty() ? LocalDate.now(clock) : LocalDate.parse(day),
                clock.getZone(),
                home,
                newestChange > since,
                settings.limits().listed());
        walk = new SourceWalk(
                wanted(execution),
                new Fetcher(settings.limits().fetching(), settings.userAgent(), clock, sleeper),
                archive.intake(),
                archive.raw(),
                new Attribution(archive.dossiers(), new AskedPersons(archive.dossiers(), archive.intake())),
                walked,
                problems);
    }

    private List<EnrichSettings.Source> wanted(StepExecution execution) {
        String sources = Objects.requireNonNull(execution.getJobParameters().getString("sources", ""));
        Set<String> names = Arrays.stream(sources.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        return settings.sources().stream()
                .filter(source -> names.isEmpty() || names.contains(source.name()))
                .toList();
    }

    private long newest(long since) {
        long last = since;
        List<Dossiers.Change> changes = archive.dossiers().changedSince(last, CHANGES);
        while (!changes.isEmpty()) {
            last = changes.get(changes.size() - 1).sequence();
            changes = archive.dossiers().changedSince(last, CHANGES);
        }
        return last;
    }

    @Override
    public @Nullable IntakeItem read() throws IOException, InterruptedException {
        return Objects.requireNonNull(walk, "the step has not begun").next();
    }

    @Override
    public void write(Chunk<? extends IntakeItem> items) {
        ImportId into = Objects.requireNonNull(importId, "the step has not begun");
        for (IntakeItem item : items) {
            archive.intake().accept(into, item.readings(), item.progress(), item.appended());
            item.readings().forEach(this::count);
        }
    }

    private void count(Reading reading) {
        read++;
        if (reading.disposition() instanceof Disposition.Rejected) {
            rejected++;
        } else if (reading.disposition() instanceof Disposition.Suppressed) {
            suppressed++;
        } else {
            kept++;
        }
    }

    @Override
    public ExitStatus afterStep(StepExecution execution) {
        if (walk != null) {
            walk.close();
            walk = null;
        }
        // A run of some sources only has not looked at all that waits.
        boolean all = wanted(execution).size() == settings.sources().size();
        if (execution.getStatus() == BatchStatus.COMPLETED && all) {
            archive.marks().set(MARK, newestChange);
        }
        execution.setReadCount(read);
        execution.setWriteCount(kept);
        execution.setProcessSkipCount(rejected);
        execution.setFilterCount(suppressed);
        ExitStatus status = execution.getExitStatus();
        for (String sentence : problems.sentences()) {
            LOG.warn("{} The other sources go on.", sentence);
            status = status.addExitDescription(sentence);
        }
        LOG.info(
                "{}: {} read, {} kept, {} rejected, {} left out, {} addresses with problems",
                execution.getStepName(),
                read,
                kept,
                rejected,
                suppressed,
                problems.total());
        return status;
    }
}
