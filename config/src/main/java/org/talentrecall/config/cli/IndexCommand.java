package org.talentrecall.config.cli;

import java.util.Map;
import org.talentrecall.config.job.NightlyPlan;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recall index [--rebuild]}. */
@Command(name = "index", resourceBundle = "org.talentrecall.config.cli.texts")
final class IndexCommand extends StageCommand {
    @Option(names = "--rebuild", descriptionKey = "index.rebuild")
    private boolean rebuild;

    @Override
    public Integer call() {
        return run(NightlyPlan.INDEX, null, rebuild ? Map.of("rebuild", "true") : Map.of());
    }
}
