package org.talentrecall.config.cli;

import java.util.Map;
import org.talentrecall.config.job.NightlyPlan;
import picocli.CommandLine.Command;

/** {@code recall enrich}. */
@Command(name = "enrich", resourceBundle = "org.talentrecall.config.cli.texts")
final class EnrichCommand extends StageCommand {
    @Override
    public Integer call() {
        return run(NightlyPlan.ENRICH, null, Map.of());
    }
}
