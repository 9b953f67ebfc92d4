package org.talentrecall.scoring.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.fact.OpeningDescription.Status;
import org.talentrecall.archive.night.Nights.Standing;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.scoring.followup.Exclusion;
import org.talentrecall.scoring.followup.FollowUpRules;
import org.talentrecall.scoring.outreach.Outreach;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.recommendation.Band;
import org.talentrecall.scoring.recommendation.Movement;
import org.talentrecall.scoring.recommendation.NearMiss;
import org.talentrecall.scoring.recommendation.NightReport.AlsoFor;
import org.talentrecall.scoring.recommendation.NightReport.Departure;
import org.talentrecall.scoring.recommendation.NightReport.OpeningList;
import org.talentrecall.scoring.recommendation.Recommendation;
import org.talentrecall.scoring.recommendation.Text;
import org.talentrecall.scoring.review.NightQuestions;
import org.talentrecall.scoring.score.Assessment;
import org.talentrecall.scoring.score.ScoreRules;
import org.talentrecall.scoring.score.Scorer;
import org.talentrecall.scoring.timing.Timing;

/**
 * Ranks a night. Closed openings have no list; frozen ones only tell whom they keep out. The same dossiers, openings and
 * previous night give the same result, in whatever order candidates come.
 */
public final class Ranking {
    private final Scorer scorer;
    private final ScoreRules scoreRules;
    private final Timing timing;
    private final Outreach outreach;
    private final FollowUpRules followUpRules;
    private final RankingRules rules;

    public Ranking(
            Scorer scorer,
            ScoreRules scoreRules,
            Timing timing,
            Outreach outreach,
            FollowUpRules followUpRules,
            RankingRules rules) {
        this.scorer = scorer;
        this.scoreRules = scoreRules;
        this.timing = timing;
        this.outreach = outreach;
        this.followUpRules = followUpRules;
        this.rules = rules;
    }

    /** @param previous what the night before said; empty on the first night */
    public RankedNight rank(LocalDate night, List<Opening> openings, Candidates candidates, List<Standing> previous) {
        Map<String, Map<String, Standing>> before = before(previous);
        NightQuestions questions = new NightQuestions();
        List<Shortlist> lists = new ArrayList<>();
        long[] scored = new long[1];
        openings.stream()
                .filter(opening -> opening.description().status() != Status.CLOSED)
                .sorted(Comparator.comparing(Opening::id))
                .forEach(opening -> {
                    Set<String> watched =
                            before.getOrDefault(opening.id(), Map.of()).keySet();
                    Shortlist list = new Shortlist(opening, scoreRules.watchFrom(), rules, watched);
                    candidates.forEach(opening, dossier -> {
                        scored[0]++;
                        offer(list, dossier, night, questions);
                    });
                    lists.add(list);
                });
        lists.stream()
                .flatMap(list -> list.recommended().stream())
                .filter(one -> one.band() == Band.CONTACT)
                .forEach(one -> questions.recommended(one.profile().dossier()));
        Conflicts conflicts = Conflicts.of(lists);
        List<OpeningList> shown = lists.stream()
                .map(list ->
                        show(list, conflicts, before.getOrDefault(list.opening().id(), Map.of())))
                .toList();
        return new RankedNight(night, shown, departures(previous, lists, openings), questions.items(), scored[0]);
    }

    private void offer(Shortlist list, Dossier dossier, LocalDate night, NightQuestions questions) {
        Profile profile = Profile.of(dossier, night);
        Optional<Exclusion> exclusion = Exclusion.of(profile, followUpRules);
        list.offer(scorer.score(profile, list.opening()), exclusion);
        if (exclusion.filter(why -> why == Exclusion.JOINED).isEmpty()) {
            questions.met(dossier);
        }
    }

    private OpeningList show(Shortlist list, Conflicts conflicts, Map<String, Standing> before) {
        List<Assessment> best = list.recommended();
        List<Recommendation> recommendations = new ArrayList<>();
        for (int i = 0; i < best.size(); i++) {
            recommendations.add(recommend(best.get(i), i + 1, conflicts, before));
        }
        List<NearMiss> near = list.nearMisses().stream().map(this::nearMiss).toList();
        return new OpeningList(
                list.opening().id(), list.opening().description().title(), recommendations, near, list.suppressed());
    }

    private Recommendation recommend(
            Assessment assessment, int rank, Conflicts conflicts, Map<String, Standing> before) {
        Dossier dossier = assessment.profile().dossier();
        String id = dossier.id().value();
        List<AlsoFor> others = conflicts.others(id, assessment.opening().id());
        return new Recommendation(
                rank,
                id,
                dossier.name().orElse(id),
                assessment.score(),
                assessment.band(),
                assessment.components(),
                assessment.confidence(),
                assessment.verdict().reason(),
                assessment.verdict().changedSince(),
                timing.of(assessment.profile(), assessment.verdict()),
                outreach.of(assessment.profile(), assessment.opening().description(), assessment.verdict()),
                assessment.evidence(),
                assessment.confirmFirst(),
                movement(rank, before.get(id)),
                others,
                assessment.points());
    }

    private NearMiss nearMiss(Assessment assessment) {
        Dossier dossier = assessment.profile().dossier();
        return new NearMiss(
                dossier.id().value(),
                dossier.name().orElse(dossier.id().value()),
                assessment.score(),
                assessment.without(),
                assessment.band(),
                assessment.components(),
                assessment.confidence(),
                assessment.verdict().reason(),
                Shortlist.blocking(assessment),
                timing.of(assessment.profile(), assessment.verdict()),
                assessment.verdict().changedSince(),
                assessment.evidence(),
                assessment.confirmFirst());
    }

    private static Movement movement(int rank, @Nullable Standing before) {
        if (before == null) {
            return Movement.NEW;
        }
        return rank < before.rank() ? Movement.UP : rank > before.rank() ? Movement.DOWN : Movement.SAME;
    }

    /** Only those who were recommended: near misses neither come nor leave. */
    private static Map<String, Map<String, Standing>> before(List<Standing> previous) {
        Map<String, Map<String, Standing>> before = new HashMap<>();
        previous.stream()
                .filter(standing -> standing.rank() > 0)
                .forEach(standing -> before.computeIfAbsent(standing.openingId(), id -> new HashMap<>())
                        .put(standing.person().value(), standing));
        return before;
    }

    private static List<Departure> departures(List<Standing> previous, List<Shortlist> lists, List<Opening> openings) {
        Map<String, Shortlist> byOpening =
                lists.stream().collect(Collectors.toMap(list -> list.opening().id(), list -> list));
        Map<String, String> titles = openings.stream()
                .collect(Collectors.toMap(
                        Opening::id, opening -> opening.description().title()));
        List<Departure> left = new ArrayList<>();
        previous.stream()
                .filter(standing -> standing.rank() > 0)
                .sorted(Comparator.comparing(Standing::openingId).thenComparingInt(Standing::rank))
                .forEach(standing -> {
                    Shortlist list = byOpening.get(standing.openingId());
                    if (list == null || !Conflicts.holds(list, standing.person().value())) {
                        left.add(departure(standing, list, titles.getOrDefault(standing.openingId(), "")));
                    }
                });
        return left;
    }

    private static Departure departure(Standing standing, @Nullable Shortlist list, String title) {
        String id = standing.person().value();
        Text why = list == null ? Text.of("left.closed") : list.whyNot(id).orElse(Text.of("left.gone"));
        String name = list == null ? id : list.name(id).orElse(id);
        return new Departure(id, name, standing.openingId(), title, standing.rank(), standing.score(), why);
    }
}
