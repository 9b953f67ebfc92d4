package org.talentrecall.config.cli;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talentrecall.config.job.NightlyPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recall score [--opening ID] [--date D]}. */
@Command(name = "score", resourceBundle = "org.talentrecall.config.cli.texts")
final class ScoreCommand extends StageCommand {
    @Option(names = "--opening", paramLabel = "ID", descriptionKey = "score.opening")
    private @Nullable String opening;

    @Option(names = "--date", paramLabel = "D", descriptionKey = "score.date")
    private @Nullable LocalDate date;

    @Override
    public Integer call() {
        return run(NightlyPlan.SCORE, date, opening == null ? Map.of() : Map.of("opening", opening));
    }
}
