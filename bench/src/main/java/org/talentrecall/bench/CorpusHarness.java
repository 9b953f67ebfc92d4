package org.talentrecall.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reconciliation.SourceBalance;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.store.ArchiveStore;
import org.talentrecall.ingest.FileParser;
import org.talentrecall.ingest.IngestSettings;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.SourceProblem;

/**
 * Measures robustness: {@code corpus DIR [--each]} takes every file below DIR, whatever it is, through intake into an
 * archive of its own, each as a source, and prints how the files and their records ended. Fails when a file crashes the
 * intake, keeps it busy without a record for longer than {@code recall.ingest.limits.message-time} and a little, ends without
 * any outcome, or when the archive's numbers do not balance. Files that take more than half a minute in all are listed as
 * over time; several scans in one file may take so long where tesseract is installed, but what takes longer than the message
 * time fails. {@code --each} also lists what became of each file.
 */
public final class CorpusHarness {
    /** What a busy machine needs to end a child and to store what there is. */
    private static final int GRACE_SECONDS = 15;

    private final ArchiveStore store;
    private final FileParser parser;
    private final ImportId run;
    private final ExecutorService worker = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "corpus");
        thread.setDaemon(true);
        return thread;
    });
    private final Duration allowed;
    private final CorpusTally tally;

    private CorpusHarness(ArchiveStore store, FileParser parser, Duration messageTime) {
        this.allowed = messageTime.plusSeconds(GRACE_SECONDS);
        this.tally = new CorpusTally(allowed.toMillis());
        this.store = store;
        this.parser = parser;
        this.run = store.imports().begin("ingest", "corpus", Clock.systemUTC().instant());
    }

    public static void main(String[] args) throws IOException {
        boolean each = args.length == 2 && args[1].equals("--each");
        if (args.length == 0 || args.length > 1 && !each || !Files.exists(Path.of(args[0]))) {
            System.err.println("Usage: corpus DIR [--each], where DIR holds files of any kind");
            System.exit(2);
        }
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path scratch = Files.createTempDirectory("recall-corpus");
        IngestSettings settings = IngestSettings.standard();
        boolean held;
        try (DocumentReader documents = new DocumentReader(settings.documents())) {
            SingleConnectionDataSource database = new SingleConnectionDataSource(
                    "jdbc:h2:file:" + scratch.resolve("archive").toAbsolutePath(), true);
            try {
                ArchiveStore store = ArchiveStore.open(database, scratch.resolve("raw"), Clock.systemUTC());
                FileParser parser = FileParser.alone(documents, settings);
                CorpusHarness harness =
                        new CorpusHarness(store, parser, settings.limits().messageTime());
                harness.read(Path.of(args[0]), each ? out : null);
                held = harness.tally.print(out);
            } finally {
                database.destroy();
            }
        } finally {
            FileSystemUtils.deleteRecursively(scratch);
        }
        System.exit(held ? 0 : 1);
    }

    private void read(Path root, @Nullable PrintStream each) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(root)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String name = root.relativize(file).toString();
            String source = name.isEmpty() ? String.valueOf(file.getFileName()) : name;
            CorpusTally.File outcome = read(new SourceId(source), file);
            tally.add(outcome);
            if (each != null) {
                each.println(outcome);
            }
        }
        for (SourceBalance balance : store.reconciliation().sources()) {
            tally.add(balance);
        }
    }

    private CorpusTally.File read(SourceId source, Path file) {
        CorpusTally.File outcome = new CorpusTally.File(source.value());
        long began = System.nanoTime();
        Future<?> reading = worker.submit(() -> {
            take(source, file, outcome);
            return null;
        });
        try {
            waitWhileItMoves(reading, outcome);
        } catch (TimeoutException e) {
            outcome.hung = true;
            reading.cancel(true);
        } catch (ExecutionException e) {
            outcome.crash = String.valueOf(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome.crash = "interrupted";
        }
        outcome.millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        return outcome;
    }

    /** A mailbox may take long; what counts is the time without a new record. */
    private void waitWhileItMoves(Future<?> reading, CorpusTally.File outcome)
            throws ExecutionException, InterruptedException, TimeoutException {
        while (true) {
            int before = outcome.items.get();
            try {
                reading.get(allowed.toSeconds(), TimeUnit.SECONDS);
                return;
            } catch (TimeoutException e) {
                if (outcome.items.get() == before) {
                    throw e;
                }
            }
        }
    }

    private void take(SourceId source, Path file, CorpusTally.File outcome) throws IOException {
        List<SourceProblem> problems = new ArrayList<>();
        try (IntakeFeed feed = parser.open(source, file, store.intake(), store.raw(), problems::add)) {
            for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                store.intake().accept(run, item.readings(), item.progress(), item.appended());
                outcome.add(item);
            }
        }
        problems.forEach(problem -> outcome.problems.add(problem.code().name()));
    }
}
