package org.talentrecall.bench.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.james.mime4j.MimeException;
import org.apache.tika.exception.TikaException;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.store.ArchiveStore;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.NothingKept;
import org.xml.sax.SAXException;

/**
 * Messages and megabytes a second of a recruiting mailbox of 200 messages, in 512 MB. Each method begins with the same mbox
 * file on disk.
 */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class MailboxBenchmark {
    static final int MESSAGES = 200;
    private static final int CHUNK = 50;

    private final ParseOnly parseOnly = new ParseOnly();
    private final MailboxIntake intake = new MailboxIntake();
    private Path folder = Path.of("");
    private Path mbox = Path.of("");
    private long size;

    /** Bytes of mailbox read; the harness shows them as megabytes a second. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    public static class Volume {
        public long bytes;
    }

    @Setup
    public void prepare() throws IOException {
        folder = Files.createTempDirectory("mailbox-benchmark");
        mbox = folder.resolve("recruiting.mbox");
        size = FictionalMailbox.write(MESSAGES, mbox);
    }

    @TearDown
    public void clear() throws IOException {
        intake.close();
        FileSystemUtils.deleteRecursively(folder);
    }

    /** The words of the messages and of their files, and no more; see {@link ParseOnly} for what that is exactly. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public void parseOnly(Blackhole blackhole, Volume volume)
            throws IOException, MimeException, TikaException, SAXException {
        blackhole.consume(parseOnly.read(mbox));
        volume.bytes += size;
    }

    /** From the file to readings with facts, as the step that stores them gets them. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public void endToEnd(Blackhole blackhole, Volume volume) throws IOException {
        try (IntakeFeed feed = intake.open(mbox, NothingKept.INTAKE, NothingKept.RAW)) {
            for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                blackhole.consume(item);
            }
        }
        volume.bytes += size;
    }

    /** The same into an archive on H2 in memory with raw bytes on disk, by chunks as the step does. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public void intoArchive(Blackhole blackhole, Volume volume) throws IOException {
        SingleConnectionDataSource database = new SingleConnectionDataSource("jdbc:h2:mem:" + UUID.randomUUID(), true);
        Path raw = folder.resolve("raw-" + UUID.randomUUID());
        ArchiveStore store = ArchiveStore.open(database, raw, MailboxIntake.CLOCK);
        ImportId run = store.imports().begin("ingest", "bench", MailboxIntake.CLOCK.instant());
        List<IntakeItem> chunk = new ArrayList<>();
        try (IntakeFeed feed = intake.open(mbox, store.intake(), store.raw())) {
            for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                chunk.add(item);
                if (chunk.size() == CHUNK) {
                    store.intake().acceptAll(run, List.copyOf(chunk));
                    chunk.clear();
                }
            }
        }
        store.intake().acceptAll(run, chunk);
        blackhole.consume(store.reconciliation().sources());
        database.destroy();
        FileSystemUtils.deleteRecursively(raw);
        volume.bytes += size;
    }
}
