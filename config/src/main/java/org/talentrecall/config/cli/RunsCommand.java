package org.talentrecall.config.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Imports.ImportSummary;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recall runs}: the newest imports and what they brought. */
@Command(name = "runs", resourceBundle = "org.talentrecall.config.cli.texts")
final class RunsCommand extends SessionCommand {
    private static final int SHOWN = 30;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Option(names = "--hash", descriptionKey = "runs.hash")
    private boolean hash;

    @Override
    public Integer call() {
        Session session = session();
        try (LightArchive archive = LightArchive.open(session)) {
            if (hash) {
                String value = archive.store().hash();
                session.out().println(json ? JsonOut.write(Map.of("hash", value)) : value);
                return ExitCode.DONE;
            }
            List<ImportSummary> imports = archive.store().imports().latest(SHOWN);
            if (json) {
                session.out().println(JsonOut.write(imports));
            } else if (imports.isEmpty()) {
                session.out().println(session.texts().of("runs.none"));
            } else {
                session.out().print(table(session, imports));
            }
        }
        return ExitCode.DONE;
    }

    private static TextTable table(Session session, List<ImportSummary> imports) {
        Texts texts = session.texts();
        TextTable table = new TextTable(
                "rlllllrrrr",
                List.of(
                        texts.of("runs.head.import"),
                        texts.of("runs.head.run"),
                        texts.of("runs.head.begun"),
                        texts.of("runs.head.ended"),
                        texts.of("runs.head.actor"),
                        texts.of("runs.head.undone"),
                        texts.of("runs.head.stored"),
                        texts.of("runs.head.merged"),
                        texts.of("runs.head.rejected"),
                        texts.of("runs.head.suppressed")));
        for (ImportSummary one : imports) {
            table.add(List.of(
                    one.id().toString(),
                    one.runKey(),
                    minutes(one.begun(), session.zone()),
                    minutes(one.ended(), session.zone()),
                    one.actor() == null ? "-" : one.actor(),
                    minutes(one.undone(), session.zone()),
                    Long.toString(one.stored()),
                    Long.toString(one.merged()),
                    Long.toString(one.rejected()),
                    Long.toString(one.suppressed())));
        }
        return table;
    }

    private static String minutes(@Nullable Instant instant, ZoneId zone) {
        return instant == null ? "-" : MINUTES.format(instant.atZone(zone));
    }
}
