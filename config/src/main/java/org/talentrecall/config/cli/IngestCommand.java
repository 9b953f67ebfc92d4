package org.talentrecall.config.cli;

import java.util.List;
import java.util.Map;
import org.talentrecall.config.job.NightlyPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code recall ingest [SOURCE…]}. */
@Command(name = "ingest", resourceBundle = "org.talentrecall.config.cli.texts")
final class IngestCommand extends StageCommand {
    @Parameters(paramLabel = "SOURCE", descriptionKey = "ingest.source")
    private List<String> sources = List.of();

    @Override
    public Integer call() {
        return run(
                NightlyPlan.INGEST, null, sources.isEmpty() ? Map.of() : Map.of("sources", String.join(",", sources)));
    }
}
