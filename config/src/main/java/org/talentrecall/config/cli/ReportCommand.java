package org.talentrecall.config.cli;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talentrecall.config.job.NightlyPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recall report [--send] [--date D]}. */
@Command(name = "report", resourceBundle = "org.talentrecall.config.cli.texts")
final class ReportCommand extends StageCommand {
    @Option(names = "--send", descriptionKey = "report.send")
    private boolean send;

    @Option(names = "--date", paramLabel = "D", descriptionKey = "report.date")
    private @Nullable LocalDate date;

    @Override
    public Integer call() {
        return run(send ? NightlyPlan.REPORT_AND_SEND : NightlyPlan.REPORT, date, Map.of());
    }
}
