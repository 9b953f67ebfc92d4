package org.talentrecall.scoring.reason;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.scoring.profile.Leading;
import org.talentrecall.scoring.profile.Passage;
import org.talentrecall.scoring.profile.Subject;
import org.talentrecall.scoring.recommendation.Change;
import org.talentrecall.scoring.recommendation.Text;

/**
 * Something was missing: it must show in what the person has done since. An experience shows in posts and projects only;
 * a skill also where a source names it for the first time since. Likeness of meaning does not count here: an obstacle is
 * not lifted by a guess. Where the notes name no field but tell of the lack in a sentence, we quote them.
 */
record Gained(@Nullable String detail, String text, boolean skill) implements Condition {
    private static final int MOST_SHOWN = 3;

    @Override
    public Finding test(Trial trial) {
        String told = detail == null || detail.isBlank() ? text : detail;
        Subject missing = Subject.missing(detail, text);
        if (missing.isEmpty()) {
            return Finding.unknown(Text.of("why.gap.untold"), Text.of("ask.reason"));
        }
        if (!trial.samePost() && !missing.in(trial.postWords())) {
            return Finding.unasked(
                    tell("why.gap.notasked", missing),
                    trial.ours(Text.of(
                            key("change.notasked", missing), trial.post().title(), missing.name())));
        }
        LocalDate day = trial.day();
        if (day == null) {
            return Finding.unknown(tell("why.gap.undated", missing), tell("ask.gap", missing));
        }
        boolean leading = Leading.isAsked(told);
        List<Passage> since = trial.profile().passages().stream()
                .filter(passage -> passage.since(day))
                .filter(passage -> missing.in(passage.words()) || (leading && Leading.isTold(passage.words())))
                .toList();
        List<Change> gained =
                new ArrayList<>(shown(since.stream().filter(this::proves).toList()));
        if (leading) {
            ledSince(trial, day).filter(change -> gained.isEmpty()).ifPresent(gained::add);
        }
        if (!gained.isEmpty()) {
            return Finding.lifted(tell("why.gap.closed", missing), gained.toArray(Change[]::new));
        }
        if (since.stream().anyMatch(passage -> passage.kind() != Passage.Kind.OPINION)) {
            return Finding.unknown(tell("why.gap.signs", missing), tell("ask.gap", missing));
        }
        return Finding.stands(tell("why.gap.stands", missing), tell("ask.gap", missing));
    }

    /** A lead's title taken up since proves leading, also where no words tell of it. */
    private static Optional<Change> ledSince(Trial trial, LocalDate day) {
        return trial.profile().posts().since(day).stream()
                .filter(stint -> stint.title() != null && Leading.isImpliedBy(stint.title()))
                .findFirst()
                .map(stint -> new Change(
                        stint.claim().claim(),
                        stint.from() == null ? null : stint.from().toString(),
                        stint.claim().locator()));
    }

    private boolean proves(Passage passage) {
        return passage.kind().practice() || (skill && passage.kind() == Passage.Kind.SKILL);
    }

    /** The earliest first, and one event told by several sources once. */
    private static List<Change> shown(List<Passage> passages) {
        Map<String, Change> byMonth = new LinkedHashMap<>();
        passages.stream()
                .sorted(Comparator.comparing((Passage passage) -> Objects.requireNonNullElse(passage.date(), "9999"))
                        .thenComparing(passage -> passage.claim().locator()))
                .forEach(passage -> byMonth.putIfAbsent(month(passage), change(passage)));
        return byMonth.values().stream().limit(MOST_SHOWN).toList();
    }

    private static String month(Passage passage) {
        String date = Objects.requireNonNullElse(passage.date(), "");
        return date.substring(0, Math.min(7, date.length()))
                + (passage.kind() == Passage.Kind.SKILL ? passage.words() : "");
    }

    private static Change change(Passage passage) {
        return new Change(
                passage.claim().claim(), passage.date(), passage.claim().locator());
    }

    private static Text tell(String key, Subject missing) {
        return Text.of(key(key, missing), missing.name());
    }

    private static String key(String key, Subject missing) {
        return missing.isPhrase() ? key : key + ".quoted";
    }
}
