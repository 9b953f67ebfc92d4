package org.talentrecall.config.cli;

import java.util.List;
import org.talentrecall.archive.intake.Effects.FileEffect;

/** Prints what an import would do, or has done. */
final class EffectReport {
    private static final int CHANGES_SHOWN = 200;

    private EffectReport() {}

    /** @return the exit code */
    static int print(Session session, DryRun effect, boolean json) {
        if (json) {
            session.out().println(JsonOut.write(effect));
        } else {
            session.out().print(text(session.texts(), effect));
            effect.problems().forEach(problem -> session.err().println(problem));
        }
        return exitCode(effect);
    }

    static int exitCode(DryRun effect) {
        boolean complete =
                effect.problems().isEmpty() && effect.files().stream().allMatch(file -> file.rejected() == 0);
        return complete ? ExitCode.DONE : ExitCode.DONE_WITH_REJECTED;
    }

    private static String text(Texts texts, DryRun effect) {
        StringBuilder text = new StringBuilder();
        if (effect.files().isEmpty()) {
            text.append(texts.of("effect.none")).append('\n');
        } else {
            text.append(files(texts, effect.files()));
        }
        DryRun.People people = effect.people();
        if (people != null) {
            text.append(texts.of(
                            "effect.people",
                            Long.toString(people.added()),
                            Long.toString(people.changed()),
                            Long.toString(people.gone()),
                            people.joined().size()))
                    .append('\n');
            people.joined().stream()
                    .limit(CHANGES_SHOWN)
                    .forEach(pair -> text.append("  ").append(pair).append('\n'));
        }
        List<ChangeLine> changes = effect.changes();
        if (!changes.isEmpty()) {
            text.append(texts.of("effect.changes", changes.size())).append('\n');
            changes.stream()
                    .limit(CHANGES_SHOWN)
                    .forEach(change -> text.append("  ")
                            .append(change.record())
                            .append("  ")
                            .append(change.field())
                            .append(": ")
                            .append(change.before() == null ? "-" : change.before())
                            .append(" → ")
                            .append(change.after() == null ? "-" : change.after())
                            .append('\n'));
            if (changes.size() > CHANGES_SHOWN) {
                text.append(texts.of("effect.more", changes.size() - CHANGES_SHOWN))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static TextTable files(Texts texts, List<FileEffect> files) {
        TextTable table = new TextTable(
                "llrrrrrrr",
                List.of(
                        texts.of("effect.head.source"),
                        texts.of("effect.head.file"),
                        texts.of("effect.head.added"),
                        texts.of("effect.head.changed"),
                        texts.of("effect.head.same"),
                        texts.of("effect.head.merged"),
                        texts.of("effect.head.rejected"),
                        texts.of("effect.head.suppressed"),
                        texts.of("effect.head.withdrawn")));
        for (FileEffect file : files) {
            table.add(List.of(
                    file.source().value(),
                    file.path(),
                    Long.toString(file.added()),
                    Long.toString(file.changed()),
                    Long.toString(file.same()),
                    Long.toString(file.merged()),
                    Long.toString(file.rejected()),
                    Long.toString(file.suppressed()),
                    Long.toString(file.withdrawn())));
        }
        return table;
    }
}
