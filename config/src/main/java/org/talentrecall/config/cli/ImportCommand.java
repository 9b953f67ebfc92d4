package org.talentrecall.config.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.talentrecall.archive.intake.Imports.ImportSummary;
import org.talentrecall.archive.intake.Imports.Place;
import org.talentrecall.archive.intake.Undo;
import org.talentrecall.archive.store.ArchiveStore;
import org.talentrecall.config.Failure;
import org.talentrecall.config.Program;
import org.talentrecall.config.job.JobRunner;
import org.talentrecall.config.job.NightlyPlan;
import org.talentrecall.config.job.RunSummary;
import org.talentrecall.ingest.FileParser;
import org.talentrecall.ingest.ImportPaths;
import org.talentrecall.ingest.spreadsheet.MappingPreview;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code recall import PATH…}: takes files and folders in once, or shows what that would do. */
@Command(name = "import", resourceBundle = "org.talentrecall.config.cli.texts")
final class ImportCommand extends SessionCommand {
    /** What fits the column of Spring Batch's job parameters. */
    private static final int PATHS_AT_MOST = 2000;

    @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "import.paths")
    private List<Path> paths = List.of();

    @Option(names = "--as", paramLabel = "KIND", descriptionKey = "import.as")
    private @Nullable String kind;

    @Option(names = "--dry-run", descriptionKey = "import.dry")
    private boolean dry;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    /** What a dry run tells. */
    record Preview(DryRun effect, List<MappingPreview> mappings) {}

    @Override
    public Integer call() throws IOException {
        Session session = session();
        for (Path path : paths) {
            if (!Files.isReadable(path)) {
                throw Failure.of("file.missing", path);
            }
        }
        if (ImportPaths.joined(paths).length() > PATHS_AT_MOST) {
            throw Failure.usage("import.paths");
        }
        String wanted = kind;
        String as = wanted == null
                ? ImportPaths.BY_CONTENT
                : ImportPaths.checked(wanted)
                        .orElseThrow(() -> Failure.usage("import.kind", wanted, ImportPaths.kinds()));
        return dry ? preview(session, as) : take(session, as);
    }

    private int preview(Session session, String as) throws IOException {
        session.home().prepareData();
        try (ConfigurableApplicationContext context =
                Program.start(session.home(), session.settings(), session.actor())) {
            ImportPaths places = context.getBean(ImportPaths.class);
            List<Place> wanted =
                    paths.stream().map(path -> places.place(path, as)).toList();
            List<MappingPreview> mappings = mappings(context.getBean(FileParser.class));
            DryRun effect = context.getBean(JobRunner.class)
                    .alone(() -> DryRun.of(context, session.clock(), (into, raw, problems) -> {
                        context.getBean(Undo.class)
                                .release(wanted.stream().map(Place::source).toList());
                        return List.of(places.open(
                                wanted, context.getBean(ArchiveStore.class).intake(), raw, problems));
                    }));
            if (json) {
                session.out().println(JsonOut.write(new Preview(effect, mappings)));
                return EffectReport.exitCode(effect);
            }
            mappings.forEach(mapping -> {
                session.out().println(mapping.file());
                session.out().print(MappingText.of(session.texts(), mapping));
            });
            return EffectReport.print(session, effect, false);
        }
    }

    private List<MappingPreview> mappings(FileParser parser) throws IOException {
        List<MappingPreview> mappings = new ArrayList<>();
        for (Path path : paths) {
            if (Files.isRegularFile(path)) {
                parser.preview(path).ifPresent(mappings::add);
            }
        }
        return mappings;
    }

    private int take(Session session, String as) {
        Map<String, String> options = new HashMap<>();
        options.put("paths", ImportPaths.joined(paths));
        options.put("as", as);
        RunningJob job = json ? RunningJob.quiet(session) : new RunningJob(session);
        RunSummary summary = job.run(NightlyPlan.IMPORT, session.today(), options);
        List<DryRun> done = new ArrayList<>();
        try (LightArchive archive = LightArchive.open(session)) {
            for (ImportSummary one : archive.store().imports().ofRun(summary.run())) {
                done.add(DryRun.done(archive.store(), one.id()));
            }
        }
        EffectReport.print(session, DryRun.together(done), json);
        if (!json) {
            session.out().println(session.texts().of("import.undo", summary.run()));
        }
        return job.exitCode(summary);
    }
}
