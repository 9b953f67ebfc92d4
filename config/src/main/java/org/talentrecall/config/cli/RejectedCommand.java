package org.talentrecall.config.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Imports.ImportSummary;
import org.talentrecall.archive.intake.Reconciliation.RejectedRecord;
import org.talentrecall.archive.store.ArchiveStore;
import org.talentrecall.config.Program;
import org.talentrecall.config.rejected.ReasonText;
import org.talentrecall.config.rejected.RejectedWorkbook;
import org.talentrecall.ingest.FileParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code recall rejected [RUN]}: what could not be read, with reasons; as a workbook in the rows' own layout. */
@Command(name = "rejected", resourceBundle = "org.talentrecall.config.cli.texts")
final class RejectedCommand extends SessionCommand {
    private static final int SHOWN = 50;

    @Parameters(paramLabel = "RUN", arity = "0..1", descriptionKey = "rejected.run")
    private @Nullable String run;

    @Option(names = "--xlsx", paramLabel = "FILE", descriptionKey = "rejected.xlsx")
    private @Nullable Path workbook;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Session session = session();
        List<RejectedRecord> rejected;
        try (LightArchive archive = LightArchive.open(session)) {
            rejected = rejected(archive.store());
        }
        if (workbook != null) {
            write(session, rejected, workbook);
        }
        if (json) {
            session.out().println(JsonOut.write(rejected));
        } else {
            show(session, rejected);
        }
        return ExitCode.DONE;
    }

    private List<RejectedRecord> rejected(ArchiveStore store) {
        if (run == null) {
            return store.reconciliation().rejected(Integer.MAX_VALUE);
        }
        List<ImportId> imports = NamedImports.find(store.imports(), run).stream()
                .map(ImportSummary::id)
                .toList();
        return imports.stream()
                .flatMap(id -> store.reconciliation().rejected(id).stream())
                .toList();
    }

    private static void write(Session session, List<RejectedRecord> rejected, Path file) throws IOException {
        try (ConfigurableApplicationContext context = Program.start(session.home(), session.settings())) {
            byte[] bytes = new RejectedWorkbook(
                            context.getBean(ArchiveStore.class),
                            context.getBean(FileParser.class),
                            session.texts().locale())
                    .write(rejected);
            Files.write(file, bytes);
        }
    }

    private void show(Session session, List<RejectedRecord> rejected) {
        Texts texts = session.texts();
        ReasonText reasons = new ReasonText(texts.locale());
        rejected.stream().limit(SHOWN).forEach(one -> {
            String place =
                    one.locator() == null ? one.naturalKey() : one.locator().display();
            session.out().println(one.source() + "  " + place + "  " + one.code());
            session.out().println("  " + reasons.of(one.code(), one.sentence()));
        });
        if (rejected.size() > SHOWN) {
            session.out().println(texts.of("effect.more", rejected.size() - SHOWN));
        }
        session.out().println(texts.of("rejected.count", Integer.toString(rejected.size())));
        if (workbook != null) {
            session.out().println(texts.of("rejected.written", workbook));
        }
    }
}
