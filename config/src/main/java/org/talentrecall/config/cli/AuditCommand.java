package org.talentrecall.config.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.talentrecall.archive.audit.AuditEntry;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code recall audit}: who did what and when, the newest last. */
@Command(name = "audit", resourceBundle = "org.talentrecall.config.cli.texts", subcommands = AuditVerifyCommand.class)
final class AuditCommand extends SessionCommand {
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int SUBJECTS_SHOWN = 3;

    @Option(names = "--last", paramLabel = "N", descriptionKey = "audit.last")
    private int last = 30;

    @Option(names = "--json", descriptionKey = "json")
    private boolean json;

    @Override
    public Integer call() {
        Session session = session();
        try (LightArchive archive = LightArchive.open(session)) {
            List<AuditEntry> entries = archive.store().audit().latest(Math.max(1, last));
            if (json) {
                session.out().println(JsonOut.write(entries));
            } else if (entries.isEmpty()) {
                session.out().println(session.texts().of("audit.none"));
            } else {
                session.out().print(table(session, entries));
            }
        }
        return ExitCode.DONE;
    }

    private static TextTable table(Session session, List<AuditEntry> entries) {
        Texts texts = session.texts();
        TextTable table = new TextTable(
                "rlllll",
                List.of(
                        texts.of("audit.head.number"),
                        texts.of("audit.head.at"),
                        texts.of("audit.head.actor"),
                        texts.of("audit.head.action"),
                        texts.of("audit.head.subjects"),
                        texts.of("audit.head.detail")));
        for (int at = entries.size() - 1; at >= 0; at--) {
            AuditEntry entry = entries.get(at);
            table.add(List.of(
                    Long.toString(entry.number()),
                    seconds(entry.at(), session.zone()),
                    entry.actor(),
                    texts.orKey("audit.action.", entry.action()),
                    subjects(entry.subjects()),
                    pairs(entry.counts()) + pairs(entry.detail())));
        }
        return table;
    }

    private static String seconds(Instant at, ZoneId zone) {
        return SECONDS.format(at.atZone(zone));
    }

    private static String subjects(List<String> subjects) {
        String shown = subjects.stream().limit(SUBJECTS_SHOWN).collect(Collectors.joining(" "));
        int more = subjects.size() - SUBJECTS_SHOWN;
        return more > 0 ? shown + " +" + more : shown;
    }

    private static String pairs(Map<String, ?> pairs) {
        return pairs.entrySet().stream()
                .map(pair -> pair.getKey() + "=" + pair.getValue() + " ")
                .collect(Collectors.joining());
    }
}
