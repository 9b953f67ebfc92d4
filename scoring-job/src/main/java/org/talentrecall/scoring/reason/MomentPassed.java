package org.talentrecall.scoring.reason;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Communication.Stance;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.scoring.profile.Claims;
import org.talentrecall.scoring.profile.Stint;
import org.talentrecall.scoring.recommendation.Change;
import org.talentrecall.scoring.recommendation.Reason.Standing;
import org.talentrecall.scoring.recommendation.Text;

/**
 * They could not or would not come then. Lifted by their own word since, by the day they named, by having left the post
 * they took, by tenure in it, or by enough time.
 */
record MomentPassed(RejectionCode code, String text) implements Condition {
    @Override
    public Finding test(Trial trial) {
        LocalDate day = trial.day();
        if (day == null) {
            return Finding.unknown(Text.of("why.moment.undated"), Text.of("ask.moment"));
        }
        return willing(trial, day)
                .or(() -> named(trial, day))
                .or(() -> tookPost(trial, day))
                .orElseGet(() -> waited(trial, day));
    }

    private static Optional<Finding> willing(Trial trial, LocalDate day) {
        return later(trial, day).stream()
                .filter(told -> told.fact().stance() == Stance.WILLING)
                .reduce((earlier, latest) -> latest)
                .map(told -> Finding.lifted(
                        Text.of("why.moment.willing"),
                        new Change(Text.of("change.willing"), date(told), Claims.place(told.evidence()))));
    }

    /** A day that the reason or a later conversation names: a non-compete clause's end, "next spring". */
    private Optional<Finding> named(Trial trial, LocalDate day) {
        Optional<LocalDate> promised = later(trial, day).stream()
                .map(told -> told.fact().promised())
                .filter(Objects::nonNull)
                .map(PartialDate::earliest)
                .max(Comparator.naturalOrder());
        Optional<LocalDate> until = promised.or(() -> NamedDay.in(text, day));
        return until.map(named -> named.isAfter(trial.today())
                ? Finding.standsUntil(named, Text.of("why.moment.until", named))
                : Finding.lifted(
                        Text.of("why.moment.over"),
                        new Change(
                                Text.of("change.named", named),
                                named.toString(),
                                trial.refusal().place())));
    }

    /** What became of the post that somebody with a competing offer took. */
    private Optional<Finding> tookPost(Trial trial, LocalDate day) {
        if (code != RejectionCode.COMPETING_OFFER) {
            return Optional.empty();
        }
        List<Stint> since = trial.profile().posts().since(day.minusMonths(1));
        if (since.isEmpty()) {
            return Optional.empty();
        }
        Stint last = since.get(since.size() - 1);
        String from = last.from() == null ? null : last.from().toString();
        Change change = new Change(last.claim().claim(), from, last.claim().locator());
        if (!last.current()) {
            return Optional.of(Finding.lifted(Text.of("why.moment.left"), change));
        }
        int tenure = trial.rules().tenureMonths();
        int months = last.months(trial.today()).orElse(0);
        if (months >= tenure) {
            return Optional.of(Finding.lifted(Text.of("why.moment.tenure", months), change));
        }
        if (!day.plusMonths(tenure).isAfter(trial.today())) {
            // They moved on or rose since; what they hold now is no competing offer any more.
            return Optional.empty();
        }
        LocalDate year =
                last.from() == null ? trial.today() : last.from().earliest().plusMonths(tenure);
        return Optional.of(Finding.standsUntil(year, Text.of("why.moment.settling", months, year)));
    }

    private Finding waited(Trial trial, LocalDate day) {
        int months = code == RejectionCode.TIMING
                ? trial.rules().timingMonths()
                : trial.rules().declinedMonths();
        LocalDate over = day.plusMonths(months);
        if (over.isAfter(trial.today())) {
            return Finding.standsUntil(over, Text.of("why.moment.early", months, over));
        }
        Change change = new Change(
                Text.of("change.time", months), over.toString(), trial.refusal().place());
        return new Finding(
                Standing.LIFTED,
                Text.of("why.moment.time", months),
                List.of(change),
                List.of(Text.of("ask.moment")),
                null,
                false);
    }

    private static List<Evidenced<Communication>> later(Trial trial, LocalDate day) {
        return trial.profile().dossier().of(Communication.class).stream()
                .filter(told -> {
                    LocalDate when = when(told);
                    return when != null && when.isAfter(day) && !when.isAfter(trial.today());
                })
                .sorted(Comparator.comparing(told -> Objects.requireNonNullElse(when(told), LocalDate.MIN)))
                .toList();
    }

    private static @Nullable LocalDate when(Evidenced<Communication> told) {
        PartialDate date = told.fact().date();
        return date != null ? date.latest() : Claims.day(told.firstSaid());
    }

    private static @Nullable String date(Evidenced<Communication> told) {
        LocalDate day = when(told);
        return day == null ? null : day.toString();
    }
}
