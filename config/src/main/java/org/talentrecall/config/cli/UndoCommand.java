package org.talentrecall.config.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.ConfigurableApplicationContext;
import org.talentrecall.archive.intake.Imports.ImportSummary;
import org.talentrecall.config.Failure;
import org.talentrecall.config.Program;
import org.talentrecall.config.job.JobRunner;
import org.talentrecall.config.job.NightlyPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code recall undo RUN}: archive and index as if the run's imports had never been. */
@Command(name = "undo", resourceBundle = "org.talentrecall.config.cli.texts")
final class UndoCommand extends StageCommand {
    @Parameters(paramLabel = "RUN", descriptionKey = "undo.run")
    private String run = "";

    @Override
    public Integer call() {
        Session session = session();
        List<ImportSummary> imports;
        try (LightArchive archive = LightArchive.open(session)) {
            imports = NamedImports.find(archive.store().imports(), run);
        }
        List<ImportSummary> standing =
                imports.stream().filter(one -> one.undone() == null).toList();
        if (!standing.isEmpty()) {
            return run(NightlyPlan.UNDO, null, options(standing));
        }
        // The archive may be through with it and the index not.
        if (!brokeOff(session, options(imports))) {
            throw Failure.of("run.undone", run);
        }
        return run(NightlyPlan.UNDO, null, options(imports));
    }

    private static Map<String, String> options(List<ImportSummary> imports) {
        return Map.of(
                "imports", imports.stream().map(one -> one.id().toString()).collect(Collectors.joining(",")));
    }

    private static boolean brokeOff(Session session, Map<String, String> options) {
        try (ConfigurableApplicationContext context =
                Program.start(session.home(), session.settings(), session.actor())) {
            return context.getBean(JobRunner.class).brokeOff(NightlyPlan.UNDO, session.today(), options);
        }
    }
}
