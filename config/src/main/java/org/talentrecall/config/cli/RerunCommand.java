package org.talentrecall.config.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Imports.ImportSummary;
import org.talentrecall.config.Program;
import org.talentrecall.config.job.JobRunner;
import org.talentrecall.config.job.NightlyPlan;
import org.talentrecall.config.job.RunSummary;
import org.talentrecall.ingest.ImportAgain;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code recall rerun RUN}: reads the run's sources again with today's readers, and tells what differs. */
@Command(name = "rerun", resourceBundle = "org.talentrecall.config.cli.texts")
final class RerunCommand extends SessionCommand {
    @Parameters(paramLabel = "RUN", descriptionKey = "rerun.run")
    private String run = "";

    @Option(names = "--dry-run", descriptionKey = "rerun.dry")
    private boolean dry;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() {
        Session session = session();
        List<ImportSummary> imports;
        try (LightArchive archive = LightArchive.open(session)) {
            imports = NamedImports.find(archive.store().imports(), run);
        }
        return dry ? preview(session, imports) : rerun(session, imports);
    }

    private int preview(Session session, List<ImportSummary> imports) {
        try (ConfigurableApplicationContext context =
                Program.start(session.home(), session.settings(), session.actor())) {
            ImportAgain again = context.getBean(ImportAgain.class);
            DryRun dryRun = context.getBean(JobRunner.class)
                    .alone(() -> DryRun.of(
                            context,
                            session.clock(),
                            (into, raw, problems) -> imports.stream()
                                    .map(one -> again.open(one.id(), into, raw, problems))
                                    .toList()));
            return EffectReport.print(session, dryRun, json);
        }
    }

    private int rerun(Session session, List<ImportSummary> imports) {
        int worst = ExitCode.DONE;
        List<DryRun> outcomes = new ArrayList<>();
        for (ImportSummary one : imports) {
            RunningJob job = json ? RunningJob.quiet(session) : new RunningJob(session);
            RunSummary summary = job.run(
                    NightlyPlan.RERUN,
                    session.today(),
                    Map.of("import", one.id().toString()));
            worst = Math.max(worst, job.exitCode(summary));
            try (LightArchive archive = LightArchive.open(session)) {
                for (ImportSummary again : archive.store().imports().ofRun(summary.run())) {
                    outcomes.add(
                            DryRun.done(archive.store(), new ImportId(again.id().value())));
                }
            }
        }
        EffectReport.print(session, DryRun.together(outcomes), json);
        return worst;
    }
}
