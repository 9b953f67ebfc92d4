package org.talentrecall.config.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talentrecall.config.job.NightlyPlan;
import org.talentrecall.config.job.RunSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recall nightly}: the main job, from the mailboxes to the mail. */
@Command(name = "nightly", resourceBundle = "org.talentrecall.config.cli.texts")
final class NightlyCommand extends SessionCommand {
    @Option(names = "--date", paramLabel = "D", descriptionKey = "nightly.date")
    private @Nullable LocalDate date;

    @Override
    public Integer call() {
        Session session = session();
        LocalDate night = date == null ? session.today() : date;
        RunningJob job = new RunningJob(session);
        RunSummary summary = job.run(NightlyPlan.NIGHTLY, night, Map.of());
        Path report = session.home().report(night).resolve("report.html");
        if (Files.isRegularFile(report) && summary.failure() == null) {
            session.out().println(session.texts().of("report.at", report));
        }
        return job.exitCode(summary);
    }
}
