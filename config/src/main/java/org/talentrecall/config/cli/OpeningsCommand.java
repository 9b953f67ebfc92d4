package org.talentrecall.config.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.OpeningDescription;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.opening.Opening;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recall openings}. */
@Command(name = "openings", resourceBundle = "org.talentrecall.config.cli.texts")
final class OpeningsCommand extends SessionCommand {
    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() {
        Session session = session();
        try (LightArchive archive = LightArchive.open(session)) {
            List<Opening> openings = archive.store().openings().all();
            if (json) {
                session.out().println(JsonOut.write(openings));
            } else if (openings.isEmpty()) {
                session.out().println(session.texts().of("openings.none"));
            } else {
                session.out().print(table(session.texts(), openings));
            }
        }
        return ExitCode.DONE;
    }

    private static TextTable table(Texts texts, List<Opening> openings) {
        TextTable table = new TextTable(
                "llllrl",
                List.of(
                        texts.of("openings.head.id"),
                        texts.of("openings.head.title"),
                        texts.of("openings.head.department"),
                        texts.of("openings.head.city"),
                        texts.of("openings.head.budget"),
                        texts.of("openings.head.status")));
        for (Opening opening : openings) {
            OpeningDescription description = opening.description();
            Pay budget = description.budget();
            table.add(List.of(
                    description.id(),
                    description.title(),
                    known(description.department()),
                    known(description.city()),
                    budget == null ? "-" : budget.asWritten(),
                    texts.of("status." + description.status())));
        }
        return table;
    }

    private static String known(@Nullable String value) {
        return value == null ? "-" : value;
    }
}
