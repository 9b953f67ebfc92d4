package org.talentrecall.config.cli;

import java.util.List;
import java.util.Map;
import org.talentrecall.config.Failure;
import org.talentrecall.config.job.NightlyPlan;
import org.talentrecall.ingest.IngestSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code recall ingest [SOURCE…]}. */
@Command(name = "ingest", resourceBundle = "org.talentrecall.config.cli.texts")
final class IngestCommand extends StageCommand {
    @Parameters(paramLabel = "SOURCE", descriptionKey = "ingest.source")
    private List<String> sources = List.of();

    @Override
    public Integer call() {
        checkNames(root().session());
        return run(
                NightlyPlan.INGEST, null, sources.isEmpty() ? Map.of() : Map.of("sources", String.join(",", sources)));
    }

    private void checkNames(Session session) {
        List<String> known = session.settings().bind("recall.ingest", IngestSettings.class).sources().stream()
                .map(source -> source.id().value())
                .toList();
        List<String> unknown =
                sources.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw Failure.usage("There is no source " + String.join(", ", unknown)
                    + " in recall.ingest.sources; known are " + String.join(", ", known));
        }
    }
}
