package org.talentrecall.config.cli;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.archive.opening.Openings;
import org.talentrecall.config.Failure;
import org.talentrecall.config.Program;
import org.talentrecall.scoring.night.NightScoring;
import org.talentrecall.scoring.report.RenderedReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code recall recall OPENING}: the ranked candidates of one opening as they stand, with explanations; keeps nothing. */
@Command(name = "recall", resourceBundle = "org.talentrecall.config.cli.texts")
final class RecallOpeningCommand extends SessionCommand {
    @Parameters(paramLabel = "OPENING", descriptionKey = "recall.opening")
    private String id = "";

    @Option(names = "--date", paramLabel = "D", descriptionKey = "score.date")
    private @Nullable LocalDate date;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() {
        Session session = session();
        session.home().prepareData();
        try (ConfigurableApplicationContext context = Program.start(session.home(), session.settings())) {
            Opening opening =
                    context.getBean(Openings.class).find(id).orElseThrow(() -> Failure.of("opening.unknown", id));
            RenderedReport report =
                    context.getBean(NightScoring.class).preview(date == null ? session.today() : date, opening);
            session.out().print(json ? JsonOut.write(report) + "\n" : text(session.texts(), report));
        }
        return ExitCode.DONE;
    }

    private static String text(Texts texts, RenderedReport report) {
        StringBuilder text = new StringBuilder();
        for (RenderedReport.Opening opening : report.openings()) {
            text.append(opening.id()).append("  ").append(opening.title()).append('\n');
            opening.recommendations().forEach(one -> recommended(text, texts, one));
            opening.nearMisses()
                    .forEach(miss -> text.append('\n')
                            .append("  -  ")
                            .append(miss.name())
                            .append("  ")
                            .append(miss.candidateId())
                            .append("  ")
                            .append(miss.score())
                            .append("\n     ")
                            .append(miss.blocking())
                            .append('\n'));
            opening.suppressed()
                    .forEach((reason, count) ->
                            text.append("\n  ").append(reason).append(": ").append(count));
            text.append('\n');
        }
        return text.toString();
    }

    private static void recommended(StringBuilder text, Texts texts, RenderedReport.Recommended one) {
        text.append('\n').append("  ").append(one.rank()).append(". ").append(one.name());
        text.append("  ").append(one.candidateId()).append("  ").append(one.score());
        text.append("  ").append(texts.of("band." + one.band())).append('\n');
        one.changedSince().forEach(change -> line(text, "+ " + change.what(), change.source()));
        line(text, one.when().date() + " " + one.when().why(), null);
        line(text, String.join(" → ", one.how().steps()), null);
        for (RenderedReport.Point point : one.points()) {
            String points = String.format(java.util.Locale.ROOT, "%+5.1f ", point.points());
            line(text, points + point.component() + ": " + point.text(), places(point.claims()));
        }
        one.confirmFirst().forEach(question -> line(text, "? " + question, null));
    }

    private static @Nullable String places(List<RenderedReport.Evidence> claims) {
        return claims.isEmpty()
                ? null
                : String.join(
                        "; ",
                        claims.stream().map(RenderedReport.Evidence::locator).toList());
    }

    private static void line(StringBuilder text, String words, @Nullable String place) {
        text.append("     ").append(words.replaceAll("\\s+", " "));
        text.append(place == null ? "" : "  ← " + place).append('\n');
    }
}
