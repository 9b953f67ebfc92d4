package org.talentrecall.scoring.reason;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.OpeningDescription.Status;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.archive.vocabulary.Term;
import org.talentrecall.scoring.profile.Claims;
import org.talentrecall.scoring.profile.Passage;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.profile.Subject;
import org.talentrecall.scoring.recommendation.Change;
import org.talentrecall.scoring.recommendation.Claim;
import org.talentrecall.scoring.recommendation.Reason;
import org.talentrecall.scoring.recommendation.Reason.Standing;
import org.talentrecall.scoring.recommendation.Text;

/**
 * Judges whether what once spoke against a person still does, for one opening.
 *
 * <p>A person may have been refused several times. What counts: per post, everything written with the latest no (within
 * {@value #ONE_DECISION_DAYS} days, for notes and log tell one decision in several places); culture and integrity
 * whenever they were written; of bad moments and declined offers only the latest, for an older one was overtaken by it. A
 * no without a readable reason is overtaken by any later one that has one: who decided then knew them.
 */
public final class Reasons {
    private static final int ONE_DECISION_DAYS = 60;
    private static final int MOST_CHANGES = 6;

    private final ReasonRules rules;

    public Reasons(ReasonRules rules) {
        this.rules = rules;
    }

    public Verdict judge(Profile profile, Opening opening) {
        List<Judgement> judged = counting(profile).stream()
                .map(refusal -> new Trial(profile, opening, refusal, rules))
                .map(trial -> new Judgement(
                        trial.refusal(), Condition.of(trial.refusal().no()).test(trial), trial.samePost()))
                .sorted(mostTellingFirst())
                .toList();
        if (judged.isEmpty()) {
            return untold(profile, opening);
        }
        Judgement main = judged.get(0);
        boolean frozen = opening.description().status() != Status.OPEN;
        Standing overall = frozen ? Standing.STANDS : main.standing();
        List<Claim> evidence = judged.stream().map(Judgement::claim).distinct().toList();
        return new Verdict(main.reason(), main, judged, overall, true, changes(profile, opening, judged), evidence);
    }

    /**
     * What still stands, then what nobody knows; then the reason for this very post, then the latest. Of one decision told in
     * several places what names a field tells more than a level.
     */
    private static Comparator<Judgement> mostTellingFirst() {
        return Comparator.comparing((Judgement judgement) -> severity(judgement.standing()))
                .thenComparing(Judgement::samePost, Comparator.reverseOrder())
                .thenComparing(
                        judgement -> Objects.requireNonNullElse(
                                        judgement.refusal().day(), LocalDate.MIN)
                                .withDayOfMonth(1),
                        Comparator.reverseOrder())
                .thenComparing(judgement -> vague(judgement.refusal()))
                .thenComparing(
                        judgement ->
                                Objects.requireNonNullElse(judgement.refusal().day(), LocalDate.MIN),
                        Comparator.reverseOrder())
                .thenComparing(judgement -> judgement.refusal().no().code())
                .thenComparing(judgement -> judgement.refusal().no().text());
    }

    private static boolean vague(Refusal refusal) {
        return refusal.no().code() == RejectionCode.LEVEL || untold(refusal);
    }

    private static int severity(Standing standing) {
        return switch (standing) {
            case STANDS -> 0;
            case UNKNOWN -> 1;
            case LIFTED -> 2;
        };
    }

    private static List<Refusal> counting(Profile profile) {
        List<Refusal> all = profile.dossier().of(NotHired.class).stream()
                .map(told -> Refusal.of(told, profile))
                .filter(refusal -> refusal.day() == null || !refusal.day().isAfter(profile.today()))
                .toList();
        List<Refusal> counting = new ArrayList<>();
        for (Refusal refusal : all) {
            boolean kept = never(refusal)
                    || (all.stream().noneMatch(later -> overtakes(later, refusal))
                            && all.stream().noneMatch(better -> clearer(better, refusal)));
            boolean told = counting.stream().anyMatch(twin -> sameReason(twin, refusal));
            if (kept && !told) {
                counting.add(refusal);
            }
        }
        return counting;
    }

    private static boolean never(Refusal refusal) {
        RejectionCode code = refusal.no().code();
        return code == RejectionCode.CULTURE || code == RejectionCode.INTEGRITY;
    }

    private static boolean overtakes(Refusal later, Refusal refusal) {
        LocalDate day = refusal.day();
        LocalDate laterDay = later.day();
        if (day == null || laterDay == null || !laterDay.isAfter(day.plusDays(ONE_DECISION_DAYS))) {
            return false;
        }
        return later.samePost(refusal) || personal(refusal) || (untold(refusal) && !untold(later));
    }

    private static boolean untold(Refusal refusal) {
        return refusal.no().code() == RejectionCode.UNKNOWN;
    }

    private static boolean personal(Refusal refusal) {
        return switch (refusal.no().code()) {
            case TIMING, COMPETING_OFFER, CANDIDATE_DECLINED -> true;
            default -> false;
        };
    }

    /** A written reason speaks for an unwritten one of the same decision. */
    private static boolean clearer(Refusal better, Refusal refusal) {
        return untold(refusal) && !untold(better) && better.samePost(refusal) && near(better.day(), refusal.day());
    }

    private static boolean near(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null
                || other == null
                || (!one.isAfter(other.plusDays(ONE_DECISION_DAYS)) && !other.isAfter(one.plusDays(ONE_DECISION_DAYS)));
    }

    /** The same decision told twice: by the notes and by the log. */
    private static boolean sameReason(Refusal one, Refusal other) {
        return one.no().code() == other.no().code()
                && one.samePost(other)
                && near(one.day(), other.day())
                && (one.no().detail() == null
                        || other.no().detail() == null
                        || one.no().detail().equalsIgnoreCase(other.no().detail())
                        || sameField(one.no(), other.no()));
    }

    /** 没有做过ToB，缺乏企业级项目经验 tells one lack in two names. */
    private static boolean sameField(NotHired one, NotHired other) {
        Set<Term> missing = Subject.missing(one.detail(), one.text()).terms();
        return !missing.isEmpty()
                && missing.equals(Subject.missing(other.detail(), other.text()).terms());
    }

    private Verdict untold(Profile profile, Opening opening) {
        Optional<Evidenced<Interview>> last =
                profile.dossier().of(Interview.class).stream().reduce((earlier, later) -> later);
        boolean frozen = opening.description().status() != Status.OPEN;
        Standing standing = frozen ? Standing.STANDS : Standing.UNKNOWN;
        Text text = Text.of(last.isPresent() ? "reason.untold" : "reason.never.met");
        String date = last.map(told -> told.fact().date()).map(Object::toString).orElse(null);
        Reason reason = new Reason(RejectionCode.UNKNOWN, text, date, standing);
        List<Claim> evidence = last.map(told -> List.of(Claims.of(
                        Text.of(
                                "claim.interview",
                                date == null ? "" : date,
                                Claims.join(told.fact().post())),
                        told.evidence())))
                .orElse(List.of());
        LocalDate since = profile.lastInterview().orElse(null);
        return new Verdict(
                reason, null, List.of(), standing, last.isPresent(), news(profile, since, new HashSet<>()), evidence);
    }

    /**
     * What lifted the reasons, the one for this post first; then the opening itself, and what it does not ask for; then
     * other news of the person since the earliest no that counts.
     */
    private static List<Change> changes(Profile profile, Opening opening, List<Judgement> judged) {
        List<Change> changes = new ArrayList<>();
        judged.stream()
                .map(Judgement::finding)
                .filter(finding -> !finding.unasked())
                .forEach(finding -> changes.addAll(finding.changed()));
        opened(opening).filter(Predicate.not(changes::contains)).ifPresent(changes::add);
        judged.stream()
                .map(Judgement::finding)
                .filter(Finding::unasked)
                .forEach(finding -> changes.addAll(finding.changed()));
        LocalDate since = judged.stream()
                .map(judgement -> judgement.refusal().day())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
        Set<String> known = new HashSet<>();
        judged.stream()
                .filter(judgement -> !judgement.finding().unasked())
                .flatMap(judgement -> judgement.finding().changed().stream())
                .forEach(change -> known.add(month(change.date())));
        changes.addAll(news(profile, since, known));
        return changes.stream().distinct().limit(MOST_CHANGES).toList();
    }

    private static String month(@Nullable String date) {
        return date == null ? "" : date.substring(0, Math.min(7, date.length()));
    }

    private static Optional<Change> opened(Opening opening) {
        String because = opening.description().openedBecause();
        if (because == null || because.isBlank() || opening.description().status() != Status.OPEN) {
            return Optional.empty();
        }
        String date = opening.description().openedOn() == null
                ? null
                : opening.description().openedOn().toString();
        Text what = Text.of("change.post.open.because", opening.description().title(), because);
        return Optional.of(new Change(what, date, Claims.place(opening.evidence())));
    }

    /**
     * The newest first. What several sources tell of one month is one event, told by the one with the most words of its
     * own; what was told among the reasons is not told again.
     */
    private static List<Change> news(Profile profile, @Nullable LocalDate since, Set<String> known) {
        if (since == null) {
            return List.of();
        }
        return profile.passages().stream()
                .filter(passage -> passage.kind().practice() || passage.kind() == Passage.Kind.SIGN)
                .filter(passage ->
                        passage.from() != null && passage.from().earliest().isAfter(since))
                .sorted(Comparator.comparing((Passage passage) -> month(passage.date()), Comparator.reverseOrder())
                        .thenComparing(passage -> passage.kind() != Passage.Kind.UPDATE)
                        .thenComparing(passage -> passage.words().length(), Comparator.reverseOrder())
                        .thenComparing(passage -> passage.claim().locator()))
                .filter(passage -> passage.kind().practice()
                        ? known.add(month(passage.date()))
                        : known.add(passage.kind() + month(passage.date())))
                .map(passage -> new Change(
                        passage.claim().claim(), passage.date(), passage.claim().locator()))
                .toList();
    }
}
