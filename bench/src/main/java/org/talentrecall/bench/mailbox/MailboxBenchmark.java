package org.talentrecall.bench.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.james.mime4j.MimeException;
import org.apache.tika.exception.TikaException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.util.FileSystemUtils;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.store.ArchiveStore;
import org.talentrecall.ingest.FileParser;
import org.talentrecall.ingest.IngestSettings;
import org.talentrecall.ingest.document.DocumentLimits;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.NothingKept;
import org.xml.sax.SAXException;

/** Messages a second of a recruiting mailbox of 1,000 messages, in 512 MB. */
@State(Scope.Benchmark)
@Fork(jvmArgsAppend = {"-Xmx512m", "-XX:+UseSerialGC"})
public class MailboxBenchmark {
    static final int MESSAGES = 1_000;
    private static final int CHUNK = 50;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);

    private final ParseOnly parseOnly = new ParseOnly();
    private List<byte[]> messages = List.of();
    private Path folder = Path.of("");
    private Path mbox = Path.of("");
    private FileParser parser = FileParser.alone(new DocumentReader(DocumentLimits.USUAL), settings(), CLOCK);

    @Setup
    public void prepare() throws IOException {
        messages = FictionalMailbox.messages(MESSAGES);
        folder = Files.createTempDirectory("mailbox-benchmark");
        mbox = folder.resolve("recruiting.mbox");
        FictionalMailbox.write(messages, mbox);
    }

    @TearDown
    public void clear() throws IOException {
        FileSystemUtils.deleteRecursively(folder);
    }

    private static IngestSettings settings() {
        return new Binder(new MapConfigurationPropertySource(Map.of("recall.ingest.own-domains", "yuantu.example.com")))
                .bindOrCreate("recall.ingest", Bindable.of(IngestSettings.class));
    }

    /** MIME4J, Tika and jsoup, and no more. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public void parseOnly(Blackhole blackhole) throws IOException, MimeException, TikaException, SAXException {
        for (byte[] message : messages) {
            blackhole.consume(parseOnly.read(message));
        }
    }

    /** From the file to readings with facts, as the step that stores them gets them. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public void endToEnd(Blackhole blackhole) throws IOException {
        try (IntakeFeed feed = opened(NothingKept.INTAKE, NothingKept.RAW)) {
            for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                blackhole.consume(item);
            }
        }
    }

    /** The same into an archive on H2 in memory with raw bytes on disk, by chunks as the step does. */
    @Benchmark
    @OperationsPerInvocation(MESSAGES)
    public void intoArchive(Blackhole blackhole) throws IOException {
        SingleConnectionDataSource database = new SingleConnectionDataSource("jdbc:h2:mem:" + UUID.randomUUID(), true);
        ArchiveStore store = ArchiveStore.open(database, folder.resolve("raw-" + UUID.randomUUID()), CLOCK);
        ImportId run = store.imports().begin("ingest", "bench", CLOCK.instant());
        List<IntakeItem> chunk = new ArrayList<>();
        try (IntakeFeed feed = opened(store.intake(), store.raw())) {
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
    }

    private IntakeFeed opened(Intake intake, RawStore raw) throws IOException {
        return parser.open(new SourceId("bench"), mbox, intake, raw, problem -> {
            throw new IllegalStateException(problem.sentence());
        });
    }
}
