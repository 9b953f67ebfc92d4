package org.talentrecall.config.cli;

import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.identity.Identities;
import org.talentrecall.archive.identity.Judgement;
import org.talentrecall.config.Failure;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code recall merge A B}: these two are one person, for ever; with {@code --not} they are two. */
@Command(name = "merge", resourceBundle = "org.talentrecall.config.cli.texts")
final class MergeCommand extends SessionCommand {
    @Parameters(index = "0", paramLabel = "A", descriptionKey = "merge.one")
    private String one = "";

    @Parameters(index = "1", paramLabel = "B", descriptionKey = "merge.other")
    private String other = "";

    @Option(names = "--not", descriptionKey = "merge.not")
    private boolean not;

    @Override
    public Integer call() {
        Session session = session();
        try (LightArchive archive = LightArchive.open(session)) {
            archive.alone(() -> decide(session, archive));
        }
        return ExitCode.DONE;
    }

    private void decide(Session session, LightArchive archive) {
        PersonId left = Persons.one(archive.store(), one).id();
        PersonId right = Persons.one(archive.store(), other).id();
        if (left.equals(right)) {
            throw Failure.of(not ? "merge.same.not" : "merge.same", left);
        }
        Identities identities = archive.store().identities();
        Judgement judgement = not
                ? identities.keepApart(left, right, session.actor())
                : identities.merge(left, right, session.actor());
        PersonId now = archive.store().dossiers().find(left).orElseThrow().id();
        session.out()
                .println(session.texts()
                        .of(
                                not ? "merge.apart" : "merge.done",
                                left.value(),
                                right.value(),
                                now.value(),
                                Long.toString(judgement.id())));
    }
}
