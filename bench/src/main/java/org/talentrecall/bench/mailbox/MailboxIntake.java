package org.talentrecall.bench.mailbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.FileParser;
import org.talentrecall.ingest.IngestSettings;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.source.IntakeFeed;

/** The product's way from an mbox file to readings, with the settings and the limits it has by itself. */
final class MailboxIntake implements AutoCloseable {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);

    private final DocumentReader documents;
    private final FileParser parser;

    MailboxIntake() {
        IngestSettings settings = new Binder(
                        new MapConfigurationPropertySource(Map.of("recall.ingest.own-domains", "yuantu.example.com")))
                .bindOrCreate("recall.ingest", Bindable.of(IngestSettings.class));
        documents = new DocumentReader(settings.documents());
        parser = FileParser.alone(documents, settings);
    }

    IntakeFeed open(Path mbox, Intake intake, RawStore raw) throws IOException {
        return parser.open(new SourceId("bench"), mbox, intake, raw, problem -> {
            throw new IllegalStateException(problem.sentence());
        });
    }

    @Override
    public void close() {
        documents.close();
    }
}
