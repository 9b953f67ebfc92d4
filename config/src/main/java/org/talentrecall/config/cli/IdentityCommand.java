package org.talentrecall.config.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.identity.DoubtfulPair;
import org.talentrecall.archive.identity.Identities;
import org.talentrecall.archive.identity.Judgement;
import org.talentrecall.config.Failure;
import org.talentrecall.config.dossier.EvidenceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code recall identity}: pairs of persons that may be one, the likeliest first; with {@code --decisions} what people have
 * decided; with {@code --forget} a decision is taken back.
 */
@Command(name = "identity", resourceBundle = "org.talentrecall.config.cli.texts")
final class IdentityCommand extends SessionCommand {
    @Option(names = "--limit", paramLabel = "N", descriptionKey = "identity.limit")
    private int limit = 50;

    @Option(names = "--decisions", descriptionKey = "identity.decisions")
    private boolean decisions;

    @Option(names = "--forget", paramLabel = "DECISION", descriptionKey = "identity.forget")
    private @Nullable Long forget;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() {
        Session session = session();
        try (LightArchive archive = LightArchive.open(session)) {
            Identities identities = archive.store().identities();
            Long decision = forget;
            if (decision != null) {
                long id = decision;
                archive.alone(() -> forget(session, identities, id));
            } else if (decisions) {
                showDecisions(session, identities.judgements());
            } else {
                showQuestions(session, archive, identities);
            }
        }
        return ExitCode.DONE;
    }

    private static void forget(Session session, Identities identities, long decision) {
        if (!identities.withdraw(decision, session.actor())) {
            throw Failure.of("decision.unknown", decision);
        }
        session.out().println(session.texts().of("identity.forgotten", Long.toString(decision)));
    }

    private void showDecisions(Session session, List<Judgement> judgements) {
        Texts texts = session.texts();
        if (json) {
            session.out().println(JsonOut.write(judgements));
            return;
        }
        if (judgements.isEmpty()) {
            session.out().println(texts.of("identity.no.decisions"));
            return;
        }
        TextTable table = new TextTable(
                "rllll",
                List.of(
                        texts.of("identity.head.decision"),
                        texts.of("identity.head.at"),
                        texts.of("identity.head.by"),
                        texts.of("identity.head.kind"),
                        texts.of("identity.head.records")));
        for (Judgement judgement : judgements) {
            table.add(List.of(
                    Long.toString(judgement.id()),
                    judgement.at().atZone(session.zone()).toLocalDate().toString(),
                    judgement.by(),
                    texts.of("identity.kind." + judgement.kind()),
                    EvidenceText.id(judgement.some().iterator().next()) + "… / "
                            + EvidenceText.id(judgement.others().iterator().next()) + "…"));
        }
        session.out().print(table);
    }

    private void showQuestions(Session session, LightArchive archive, Identities identities) {
        List<DoubtfulPair> questions = identities.questions(Math.max(1, limit));
        Texts texts = session.texts();
        if (json) {
            session.out().println(JsonOut.write(questions));
            return;
        }
        EvidenceText evidence = new EvidenceText(texts.locale());
        for (DoubtfulPair question : questions) {
            session.out().println(named(archive, question.one()) + "  ?  " + named(archive, question.other()));
            session.out().println("    " + evidence.of(question.evidence()));
        }
        session.out()
                .println(texts.of(
                        questions.isEmpty() ? "identity.no.questions" : "identity.questions",
                        questions.size(),
                        Long.toString(identities.wideBlocks())));
    }

    private static String named(LightArchive archive, PersonId person) {
        return person + " "
                + archive.store().dossiers().find(person).flatMap(Dossier::name).orElse("-");
    }
}
