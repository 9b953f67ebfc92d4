package org.talentrecall.config.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.review.ReviewWords;
import org.talentrecall.config.Failure;
import org.talentrecall.scoring.night.LatestQuestions;
import org.talentrecall.scoring.report.RenderedReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recall review}: the questions that the latest night left open, as a table, as JSON, or as the workbook to fill in. */
@Command(name = "review", resourceBundle = "org.talentrecall.config.cli.texts")
final class ReviewCommand extends SessionCommand {
    @Option(names = "--xlsx", paramLabel = "FILE", descriptionKey = "review.xlsx")
    private @Nullable Path workbook;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Session session = session();
        try (LightArchive archive = LightArchive.open(session)) {
            LatestQuestions questions =
                    LatestQuestions.of(archive.store().nights()).orElseThrow(() -> Failure.of("night.unscored"));
            if (workbook != null) {
                Files.write(workbook, questions.workbook());
            }
            if (json) {
                session.out().println(JsonOut.write(questions.all()));
            } else if (questions.all().isEmpty()) {
                session.out().println(session.texts().of("review.none"));
            } else if (workbook == null) {
                session.out().print(table(session, questions.all()));
            } else {
                session.out()
                        .println(session.texts()
                                .of("review.written", questions.all().size(), workbook));
            }
        }
        return ExitCode.DONE;
    }

    private static TextTable table(Session session, List<RenderedReport.Review> questions) {
        Texts texts = session.texts();
        ReviewWords words = ReviewWords.in(texts.locale());
        TextTable table = new TextTable(
                "llll",
                List.of(
                        texts.of("review.head.kind"),
                        words.of("column.person"),
                        words.of("column.asked"),
                        words.of("column.place")));
        for (RenderedReport.Review one : questions) {
            Review.Kind kind = Review.Kind.valueOf(one.kind());
            table.add(List.of(
                    words.of("sheet." + kind.name()),
                    one.name(),
                    one.question(),
                    one.evidence().locator().replace('\n', ' ')));
        }
        return table;
    }
}
