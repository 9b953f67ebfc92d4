package org.talentrecall.config.cli;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.talentrecall.config.Failure;
import org.talentrecall.config.job.NightlyPlan;
import org.talentrecall.ingest.IngestSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code recall ingest [SOURCE…] [--since DATE]}. */
@Command(name = "ingest", resourceBundle = "org.talentrecall.config.cli.texts")
final class IngestCommand extends StageCommand {
    @Parameters(paramLabel = "SOURCE", descriptionKey = "ingest.source")
    private List<String> sources = List.of();

    @Option(names = "--since", paramLabel = "DATE", descriptionKey = "ingest.since")
    private @Nullable LocalDate since;

    @Override
    public Integer call() {
        checkNames(session());
        Map<String, String> options = new TreeMap<>();
        if (!sources.isEmpty()) {
            options.put("sources", String.join(",", sources));
        }
        if (since != null) {
            options.put("since", since.toString());
        }
        return run(NightlyPlan.INGEST, null, options);
    }

    private void checkNames(Session session) {
        List<String> known = session.settings().bind("recall.ingest", IngestSettings.class).sources().stream()
                .map(source -> source.id().value())
                .toList();
        List<String> unknown =
                sources.stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw Failure.usage("source.unknown", String.join(", ", unknown), String.join(", ", known));
        }
    }
}
