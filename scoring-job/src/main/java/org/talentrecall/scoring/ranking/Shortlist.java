package org.talentrecall.scoring.ranking;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;
import org.talentrecall.archive.fact.OpeningDescription.Status;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.scoring.followup.Exclusion;
import org.talentrecall.scoring.reason.Judgement;
import org.talentrecall.scoring.recommendation.Band;
import org.talentrecall.scoring.recommendation.Reason.Standing;
import org.talentrecall.scoring.recommendation.Text;
import org.talentrecall.scoring.score.Assessment;

/**
 * One opening's list while it grows. Holds no more assessments than it will show, however many are offered; the result
 * does not depend on the order in which they come.
 */
final class Shortlist {
    /** The best first; equal scores by confidence, by fitness, and at last by id, so that ties fall the same every night. */
    static final Comparator<Assessment> BEST_FIRST = Comparator.comparingInt(Assessment::score)
            .thenComparingDouble(Assessment::confidence)
            .thenComparingInt(assessment -> assessment.components().requirement())
            .reversed()
            .thenComparing(assessment -> assessment.profile().dossier().id());

    private static final Comparator<Assessment> NEAREST_FIRST = Comparator.comparingInt(Assessment::without)
            .thenComparingDouble(Assessment::confidence)
            .reversed()
            .thenComparing(assessment -> assessment.profile().dossier().id());

    private final Opening opening;
    private final int watchFrom;
    private final RankingRules rules;
    private final PriorityQueue<Assessment> best = new PriorityQueue<>(BEST_FIRST.reversed());
    private final PriorityQueue<Assessment> near = new PriorityQueue<>(NEAREST_FIRST.reversed());
    private final Map<String, Integer> suppressed = new TreeMap<>();
    private final Set<String> watched;
    private final Map<String, Text> whyNot = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();

    /** @param watched ids of persons whose absence will have to be explained */
    Shortlist(Opening opening, int watchFrom, RankingRules rules, Set<String> watched) {
        this.opening = opening;
        this.watchFrom = watchFrom;
        this.rules = rules;
        this.watched = new HashSet<>(watched);
    }

    Opening opening() {
        return opening;
    }

    void offer(Assessment assessment, Optional<Exclusion> before) {
        Optional<Exclusion> exclusion =
                before.or(() -> assessment.proven() ? Optional.empty() : Optional.of(Exclusion.NO_EVIDENCE));
        if (assessment.band() != Band.NOT_NOW) {
            if (exclusion.isPresent()) {
                suppressed.merge(exclusion.get().name(), 1, Integer::sum);
                explain(assessment, Text.of("left.excluded." + exclusion.get().name()));
                return;
            }
            explain(assessment, Text.of("left.crowded", assessment.score()));
            keep(best, assessment, rules.most(opening.id()));
        } else if (exclusion.isEmpty() && nearMiss(assessment)) {
            explain(assessment, blocking(assessment));
            keep(near, assessment, rules.mostNearMisses());
        } else {
            explain(
                    assessment,
                    exclusion.isPresent()
                            ? Text.of("left.excluded." + exclusion.get().name())
                            : Text.of("left.score", assessment.score()));
        }
    }

    List<Assessment> recommended() {
        return best.stream().sorted(BEST_FIRST).toList();
    }

    List<Assessment> nearMisses() {
        return near.stream().sorted(NEAREST_FIRST).toList();
    }

    Map<String, Integer> suppressed() {
        return suppressed;
    }

    /** Why a watched person is not in the list; told only of those who were offered. */
    Optional<Text> whyNot(String candidateId) {
        return Optional.ofNullable(whyNot.get(candidateId));
    }

    /** The name of a watched person who was offered. */
    Optional<String> name(String candidateId) {
        return Optional.ofNullable(names.get(candidateId));
    }

    /** The one thing that stands; of a frozen opening, that it is frozen. */
    static Text blocking(Assessment assessment) {
        List<Judgement> obstacles = assessment.verdict().obstacles();
        return obstacles.isEmpty()
                ? Text.of("why.post.frozen")
                : obstacles.get(0).finding().why();
    }

    /** Exactly one thing stands, nothing is unknown beside it, and without it the person would be in the list. */
    private boolean nearMiss(Assessment assessment) {
        List<Judgement> judged = assessment.verdict().judged();
        boolean stands = assessment.verdict().overall() == Standing.STANDS;
        boolean one = obstacles(assessment) <= 1;
        boolean clear = judged.stream().noneMatch(judgement -> judgement.standing() == Standing.UNKNOWN);
        boolean integrity = assessment.verdict().obstacles().stream()
                .anyMatch(obstacle -> obstacle.refusal().no().code() == RejectionCode.INTEGRITY);
        return stands
                && one
                && clear
                && !integrity
                && assessment.verdict().interviewed()
                && assessment.without() >= watchFrom;
    }

    /** A frozen opening is one thing; that it was frozen then too is the same thing. */
    private int obstacles(Assessment assessment) {
        boolean frozen = opening.description().status() != Status.OPEN;
        long others = assessment.verdict().obstacles().stream()
                .filter(obstacle -> !frozen || obstacle.refusal().no().code() != RejectionCode.HEADCOUNT_FROZEN)
                .count();
        return (int) others + (frozen ? 1 : 0);
    }

    private void explain(Assessment assessment, Text why) {
        String id = assessment.profile().dossier().id().value();
        if (watched.contains(id)) {
            whyNot.put(id, why);
            assessment.profile().dossier().name().ifPresent(name -> names.put(id, name));
        }
    }

    private static void keep(PriorityQueue<Assessment> queue, Assessment assessment, int most) {
        queue.add(assessment);
        if (queue.size() > most) {
            queue.poll();
        }
    }
}
