package org.talentrecall.config.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.identity.Judgement;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.config.Failure;
import org.talentrecall.config.dossier.EvidenceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code recall split ID RECORD…}: these records are another person's, for ever. Without records it shows what the person's
 * records are and where they come from.
 */
@Command(name = "split", resourceBundle = "org.talentrecall.config.cli.texts")
final class SplitCommand extends SessionCommand {
    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "split.id")
    private String id = "";

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "RECORD", descriptionKey = "split.records")
    private List<String> records = List.of();

    @Override
    public Integer call() {
        Session session = session();
        try (LightArchive archive = LightArchive.open(session)) {
            Dossier dossier = Persons.one(archive.store(), id);
            if (records.isEmpty()) {
                session.out().print(table(session.texts(), dossier));
                session.out()
                        .println(session.texts().of("split.how", dossier.id().value()));
            } else {
                archive.alone(() -> split(session, archive, dossier));
            }
        }
        return ExitCode.DONE;
    }

    private static TextTable table(Texts texts, Dossier dossier) {
        TextTable table = new TextTable("ll", List.of(texts.of("split.head.record"), texts.of("split.head.places")));
        for (RecordId record : dossier.records()) {
            Set<String> places = dossier.entries().stream()
                    .flatMap(entry -> entry.evidence().stream())
                    .filter(evidence -> evidence.record().equals(record))
                    .map(evidence -> evidence.locator().display())
                    .collect(Collectors.toCollection(TreeSet::new));
            table.add(
                    List.of(EvidenceText.id(record), places.stream().findFirst().orElse("-")));
        }
        return table;
    }

    private void split(Session session, LightArchive archive, Dossier dossier) {
        List<RecordId> named = new ArrayList<>();
        for (String start : records) {
            List<RecordId> fitting = dossier.records().stream()
                    .filter(record -> record.value().startsWith(start))
                    .toList();
            if (fitting.size() != 1) {
                throw Failure.usage("split.unclear", dossier.id(), fitting.size(), start);
            }
            named.add(fitting.get(0));
        }
        if (named.size() == dossier.records().size()) {
            throw Failure.usage("split.all", dossier.id());
        }
        Judgement judgement = archive.store().identities().split(dossier.id(), named, session.actor());
        session.out()
                .println(session.texts()
                        .of("split.done", dossier.id().value(), named.size(), Long.toString(judgement.id())));
    }
}
