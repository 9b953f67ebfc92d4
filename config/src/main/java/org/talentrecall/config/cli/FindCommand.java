package org.talentrecall.config.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.talentrecall.archive.dossier.Career;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.dossier.Post;
import org.talentrecall.config.Program;
import org.talentrecall.index.CandidateHit;
import org.talentrecall.index.CandidateSearch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code recall find WORDS}. An exact id, name, phone or mail address is answered from the archive at once; anything else
 * by the search index.
 */
@Command(name = "find", resourceBundle = "org.talentrecall.config.cli.texts")
final class FindCommand extends SessionCommand {
    @Parameters(paramLabel = "WORDS", arity = "1..*", descriptionKey = "find.words")
    private List<String> words = List.of();

    @Option(names = "--limit", paramLabel = "N", descriptionKey = "find.limit")
    private int limit = 20;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** A line of the answer. */
    record Found(
            String id,
            @Nullable String name,
            @Nullable String company,
            @Nullable String title,
            List<String> foundBy,
            @Nullable String snippet) {}

    @Override
    public Integer call() {
        Session session = session();
        String asked = String.join(" ", words);
        List<Found> found = exactly(session, asked);
        if (found.isEmpty()) {
            found = search(session, asked);
        }
        if (json) {
            session.out().println(JsonOut.write(found));
        } else if (found.isEmpty()) {
            session.out().println(session.texts().of("find.none", asked));
        } else {
            session.out().print(table(session.texts(), found));
        }
        return ExitCode.DONE;
    }

    private List<Found> exactly(Session session, String asked) {
        List<Found> found = new ArrayList<>();
        try (LightArchive archive = LightArchive.open(session)) {
            for (PersonId person : new ExactFind(archive.store()).find(asked)) {
                archive.store().dossiers().find(person).ifPresent(dossier -> found.add(exact(dossier, session)));
            }
        }
        return found.stream().limit(limit).toList();
    }

    private static Found exact(Dossier dossier, Session session) {
        Optional<Post> current = Career.of(dossier, session.today()).current();
        return new Found(
                dossier.id().value(),
                dossier.name().orElse(null),
                current.map(Post::company).orElse(null),
                current.flatMap(Post::title).orElse(null),
                List.of("EXACT"),
                null);
    }

    private List<Found> search(Session session, String asked) {
        try (ConfigurableApplicationContext context = Program.start(session.home(), session.settings())) {
            return context.getBean(CandidateSearch.class).find(asked, limit).stream()
                    .map(FindCommand::searched)
                    .toList();
        }
    }

    private static Found searched(CandidateHit hit) {
        return new Found(
                hit.person().value(),
                hit.name(),
                hit.currentCompany(),
                hit.currentTitle(),
                hit.foundBy().stream().map(Enum::name).toList(),
                hit.snippet());
    }

    private static TextTable table(Texts texts, List<Found> found) {
        TextTable table = new TextTable(
                "llll",
                List.of(
                        texts.of("find.head.id"),
                        texts.of("find.head.name"),
                        texts.of("find.head.now"),
                        texts.of("find.head.found")));
        for (Found one : found) {
            String by =
                    one.foundBy().stream().map(how -> texts.of("found." + how)).collect(Collectors.joining(" "));
            String snippet = one.snippet();
            table.add(List.of(
                    one.id(),
                    known(one.name()),
                    now(one),
                    snippet == null ? by : by + "  " + snippet.replaceAll("\\s+", " ")));
        }
        return table;
    }

    private static String now(Found one) {
        String company = one.company();
        String title = one.title();
        if (company == null) {
            return known(title);
        }
        return title == null ? company : company + " " + title;
    }

    private static String known(@Nullable String value) {
        return value == null ? "-" : value;
    }
}
