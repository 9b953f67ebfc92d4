package org.talentrecall.config.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.identity.ResolvedPerson;
import org.talentrecall.config.Failure;
import org.talentrecall.config.dossier.DossierDocument;
import org.talentrecall.config.dossier.DossierPage;
import org.talentrecall.config.dossier.DossierText;
import org.talentrecall.config.dossier.DossierWorkbook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code recall dossier ID}: all that is known of one person, from the archive alone. */
@Command(name = "dossier", resourceBundle = "org.talentrecall.config.cli.texts")
final class DossierCommand extends SessionCommand {
    enum Format {
        TEXT,
        JSON,
        HTML,
        XLSX
    }

    @Parameters(paramLabel = "ID", descriptionKey = "dossier.id")
    private String id = "";

    @Option(names = "--format", paramLabel = "FORMAT", descriptionKey = "dossier.format")
    private Format format = Format.TEXT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            descriptionKey = "dossier.output")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        Session session = session();
        try (LightArchive archive = LightArchive.open(session)) {
            Dossier dossier = Persons.one(archive.store(), id);
            show(session, dossier, archive.store().identities().joins(dossier.id()));
        }
        return ExitCode.DONE;
    }

    private void show(Session session, Dossier dossier, List<ResolvedPerson.Join> joins) throws IOException {
        byte[] content = switch (format) {
            case TEXT ->
                DossierText.of(dossier, joins, session.texts().locale(), session.zone())
                        .getBytes(StandardCharsets.UTF_8);
            case JSON -> (JsonOut.write(DossierDocument.of(dossier, joins)) + "\n").getBytes(StandardCharsets.UTF_8);
            case HTML ->
                DossierPage.of(dossier, joins, session.texts().locale(), session.zone())
                        .getBytes(StandardCharsets.UTF_8);
            case XLSX -> DossierWorkbook.of(dossier, session.texts().locale(), session.zone());
        };
        if (output != null) {
            Files.write(output, content);
        } else if (format == Format.XLSX) {
            throw Failure.usage("dossier.output");
        } else {
            session.out().print(new String(content, StandardCharsets.UTF_8));
        }
    }
}
