package org.talentrecall.scoring.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.reason.Judgement;
import org.talentrecall.scoring.reason.Reasons;
import org.talentrecall.scoring.reason.Verdict;
import org.talentrecall.scoring.recommendation.Component;
import org.talentrecall.scoring.recommendation.Components;
import org.talentrecall.scoring.recommendation.Point;
import org.talentrecall.scoring.recommendation.Reason.Standing;
import org.talentrecall.scoring.recommendation.Text;
import org.talentrecall.scoring.score.RequirementPart.Fitness;

/**
 * Scores a person for an opening: a pure function of dossier, opening and day. Safe for use by several threads.
 *
 * <p>The total is the weighted mean of four components. A reason that still stands keeps it below the watch border, one of
 * which nobody knows keeps it below the contact border, however good the rest is. And whom the post does not fit, neither
 * career nor salary nor praise carry over the watch border; nor whom the budget could not pay.
 */
public final class Scorer {
    private final ScoreRules rules;
    private final Similarity similarity;
    private final Reasons reasons;

    public Scorer(ScoreRules rules, Similarity similarity) {
        this.rules = rules;
        this.similarity = similarity;
        this.reasons = new Reasons(rules.reasons());
    }

    public Assessment score(Dossier dossier, Opening opening, LocalDate today) {
        return score(Profile.of(dossier, today), opening);
    }

    /** For several openings at once: the profile is made once. */
    public Assessment score(Profile profile, Opening opening) {
        Verdict verdict = reasons.judge(profile, opening);
        Fitness fitness = fitness(profile, opening, verdict, Relief.NONE);
        List<Part> parts = parts(profile, opening, verdict, Relief.NONE, fitness);
        boolean payable = SalaryPart.payable(profile, opening, rules.reasons().salaryGrowthPerYear());
        int uncapped = total(parts, fitness.fits(rules.watchFrom()) && payable);
        int score = Math.min(uncapped, rules.cap(verdict.overall()));
        List<Point> points =
                parts.stream().flatMap(part -> part.points().stream()).toList();
        return new Assessment(
                profile,
                opening,
                verdict,
                score,
                without(profile, opening, verdict, uncapped),
                rules.band(score),
                components(parts),
                fitness.proven(),
                confidence(parts, verdict),
                points,
                confirmFirst(parts, verdict));
    }

    private Fitness fitness(Profile profile, Opening opening, Verdict verdict, Relief relief) {
        return RequirementPart.of(profile, opening, verdict, similarity, relief);
    }

    private List<Part> parts(Profile profile, Opening opening, Verdict verdict, Relief relief, Fitness fitness) {
        double growth = rules.reasons().salaryGrowthPerYear();
        return List.of(
                fitness.part(),
                CareerPart.of(profile, opening, since(profile, verdict)),
                relief.lifts(RejectionCode.SALARY) ? SalaryPart.relieved() : SalaryPart.of(profile, opening, growth),
                OpinionPart.of(profile));
    }

    /** What the score would be without the one obstacle that stands; with none, or more than one, without their caps. */
    private int without(Profile profile, Opening opening, Verdict verdict, int uncapped) {
        List<Judgement> obstacles = verdict.obstacles();
        if (obstacles.size() != 1) {
            return uncapped;
        }
        Relief relief = Relief.of(obstacles.get(0).refusal().no());
        Fitness fitness = fitness(profile, opening, verdict, relief);
        boolean payable = relief.lifts(RejectionCode.SALARY)
                || SalaryPart.payable(profile, opening, rules.reasons().salaryGrowthPerYear());
        boolean within = fitness.fits(rules.watchFrom()) && payable;
        return Math.max(uncapped, total(parts(profile, opening, verdict, relief, fitness), within));
    }

    private int total(List<Part> parts, boolean within) {
        int mean = (int) Math.round(rules.weights().total(components(parts)));
        return within ? mean : Math.min(mean, rules.watchFrom() - 1);
    }

    private static Components components(List<Part> parts) {
        return new Components(
                parts.get(0).value(),
                parts.get(1).value(),
                parts.get(2).value(),
                parts.get(3).value());
    }

    private static @Nullable LocalDate since(Profile profile, Verdict verdict) {
        LocalDate refused = verdict.judged().stream()
                .map(judgement -> judgement.refusal().day())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
        return refused != null ? refused : profile.lastInterview().orElse(null);
    }

    private double confidence(List<Part> parts, Verdict verdict) {
        double known = 0;
        for (Part part : parts) {
            known += rules.weights().of(part.component()) * part.known();
        }
        double share = known / rules.weights().sum();
        double sure = verdict.overall() == Standing.UNKNOWN ? 0.8 : 1;
        return Math.round(100 * share * sure) / 100.0;
    }

    /** The obstacles' questions first, for they decide; then what the components miss. */
    private static List<Text> confirmFirst(List<Part> parts, Verdict verdict) {
        List<Text> confirm = new ArrayList<>();
        verdict.judged().stream().map(Judgement::finding).forEach(finding -> confirm.addAll(finding.findOut()));
        if (verdict.judged().isEmpty() && verdict.interviewed()) {
            confirm.add(Text.of("ask.reason"));
        }
        for (Component component : Component.values()) {
            parts.stream()
                    .filter(part -> part.component() == component)
                    .forEach(part -> confirm.addAll(part.confirm()));
        }
        return confirm.stream().distinct().toList();
    }
}
