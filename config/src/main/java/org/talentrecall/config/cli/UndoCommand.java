package org.talentrecall.config.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.talentrecall.archive.intake.Imports.ImportSummary;
import org.talentrecall.config.Failure;
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
        Session session = root().session();
        List<ImportSummary> undoable;
        try (LightArchive archive = LightArchive.open(session)) {
            undoable = NamedImports.find(archive.store().imports(), run).stream()
                    .filter(one -> one.undone() == null)
                    .toList();
        }
        if (undoable.isEmpty()) {
            throw Failure.of("run.undone", run);
        }
        String numbers = undoable.stream().map(one -> one.id().toString()).collect(Collectors.joining(","));
        return run(NightlyPlan.UNDO, null, Map.of("imports", numbers));
    }
}
