package org.talentrecall.scoring.night;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.identity.DoubtfulPair;
import org.talentrecall.archive.identity.Identities;
import org.talentrecall.archive.night.Nights;
import org.talentrecall.archive.night.Nights.Standing;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.archive.opening.Openings;
import org.talentrecall.index.CandidateProposals;
import org.talentrecall.index.RecentTalks;
import org.talentrecall.index.RecommendationIndex;
import org.talentrecall.scoring.followup.FollowUps;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.ranking.Candidates;
import org.talentrecall.scoring.ranking.RankedNight;
import org.talentrecall.scoring.ranking.Ranking;
import org.talentrecall.scoring.recommendation.NearMiss;
import org.talentrecall.scoring.recommendation.NightReport;
import org.talentrecall.scoring.recommendation.NightReport.Balance;
import org.talentrecall.scoring.recommendation.NightReport.FollowUp;
import org.talentrecall.scoring.recommendation.NightReport.OpeningList;
import org.talentrecall.scoring.recommendation.NightReport.ReviewItem;
import org.talentrecall.scoring.recommendation.Recommendation;
import org.talentrecall.scoring.report.RenderedReport;
import org.talentrecall.scoring.report.Rendering;
import org.talentrecall.scoring.report.ReportJson;
import org.talentrecall.scoring.review.PairQuestions;

/**
 * Scores a night: ranks the candidates of every opening, finds the follow-ups that are due, keeps both in the archive and
 * shows the recommendations in the index. A night scored again replaces what it said before.
 */
public final class NightScoring {
    /** Pairs of persons that one review asks about. */
    private static final int MOST_PAIRS = 100;

    private static final Balance NOT_YET = new Balance(List.of(), 0, 0, false);

    private final Openings openings;
    private final Dossiers dossiers;
    private final Nights nights;
    private final Identities identities;
    private final Ranking ranking;
    private final CandidateProposals proposals;
    private final int most;
    private final FollowUps followUps;
    private final RecentTalks talks;
    private final RecommendationIndex index;
    private final Locale language;
    private final int talksDays;
    private final Basis basis;

    NightScoring(Archive archive, Rules rules, Search search, Locale language) {
        this.openings = archive.openings();
        this.dossiers = archive.dossiers();
        this.nights = archive.nights();
        this.identities = archive.identities();
        this.ranking = rules.ranking();
        this.most = rules.proposals();
        this.proposals = search.proposals();
        this.followUps = rules.followUps();
        this.talksDays = rules.talksDays();
        this.basis = rules.basis();
        this.talks = search.talks();
        this.index = search.recommendations();
        this.language = language;
    }

    /** What is read from the archive. */
    record Archive(Openings openings, Dossiers dossiers, Nights nights, Identities identities) {}

    /**
     * @param proposals how many candidates the index proposes for an opening
     * @param talksDays how many days back a talk can still make a reminder due
     * @param basis what else the lists depend on
     */
    record Rules(Ranking ranking, FollowUps followUps, int proposals, int talksDays, Basis basis) {}

    /** What is asked and told in the index. */
    record Search(CandidateProposals proposals, RecentTalks talks, RecommendationIndex recommendations) {}

    /**
     * @param scored pairs of person and opening
     * @param recommended recommendations kept
     */
    public record Scored(long scored, long recommended) {}

    /** Scores the night, unless nothing that the lists depend on has changed since it was scored last. */
    public Scored score(LocalDate night) {
        List<Standing> previous = nights.before(night).map(nights::of).orElse(List.of());
        List<DoubtfulPair> pairs = identities.questions(MOST_PAIRS);
        String now = basis.of(night, openings.all(), dossiers.checksum(), previous, pairs);
        Optional<KeptLists> kept =
                KeptLists.of(nights, night).filter(lists -> lists.basis().equals(now));
        if (kept.isPresent()) {
            RenderedReport lists = kept.get().lists();
            index.replace(night, RecommendationDocuments.of(lists, openings));
            return new Scored(0, 0);
        }
        return score(night, previous, pairs, now);
    }

    private Scored score(LocalDate night, List<Standing> previous, List<DoubtfulPair> pairs, String now) {
        RankedNight ranked = ranking.rank(night, openings.all(), candidates(previous), previous);
        List<ReviewItem> review = new ArrayList<>(ranked.review());
        review.addAll(PairQuestions.of(pairs, dossiers));
        NightReport report = new NightReport(night, ranked.openings(), due(night), review, ranked.left(), NOT_YET);
        RenderedReport rendered = new Rendering(language).of(report);
        List<Standing> standings = standings(report, rendered);
        nights.replace(night, standings);
        new KeptLists(now, rendered).keep(nights);
        index.replace(night, RecommendationDocuments.of(rendered, openings));
        return new Scored(ranked.scored(), recommended(ranked));
    }

    /** The ranked list of one opening as it would be tonight; keeps nothing. */
    public RenderedReport preview(LocalDate night, Opening opening) {
        List<Standing> previous = nights.before(night).map(nights::of).orElse(List.of()).stream()
                .filter(standing -> standing.openingId().equals(opening.id()))
                .toList();
        RankedNight ranked = ranking.rank(night, List.of(opening), candidates(previous), previous);
        return new Rendering(language)
                .of(new NightReport(night, ranked.openings(), List.of(), ranked.review(), ranked.left(), NOT_YET));
    }

    private List<FollowUp> due(LocalDate night) {
        List<FollowUp> due = new ArrayList<>();
        for (PersonId person : talks.since(night.minusDays(talksDays))) {
            dossiers.find(person)
                    .flatMap(dossier -> followUps.due(Profile.of(dossier, night)))
                    .ifPresent(due::add);
        }
        due.sort(Comparator.comparing(FollowUp::due).thenComparing(FollowUp::candidateId));
        return due;
    }

    private static List<Standing> standings(NightReport report, RenderedReport rendered) {
        List<Standing> standings = new ArrayList<>();
        for (int list = 0; list < report.openings().size(); list++) {
            OpeningList opening = report.openings().get(list);
            RenderedReport.Opening shown = rendered.openings().get(list);
            for (int place = 0; place < opening.recommendations().size(); place++) {
                Recommendation one = opening.recommendations().get(place);
                standings.add(new Standing(
                        opening.id(),
                        new PersonId(one.candidateId()),
                        one.rank(),
                        one.score(),
                        one.band().name(),
                        ReportJson.text(shown.recommendations().get(place))));
            }
            for (int place = 0; place < opening.nearMisses().size(); place++) {
                NearMiss miss = opening.nearMisses().get(place);
                standings.add(new Standing(
                        opening.id(),
                        new PersonId(miss.candidateId()),
                        0,
                        miss.score(),
                        miss.band().name(),
                        ReportJson.text(shown.nearMisses().get(place))));
            }
        }
        return standings;
    }

    private static long recommended(RankedNight ranked) {
        return ranked.openings().stream()
                .mapToLong(opening -> opening.recommendations().size())
                .sum();
    }

    /** Whom the index proposes, and whoever stood in the list before, so that a leaving can be explained. */
    private Candidates candidates(List<Standing> previous) {
        return (opening, action) -> {
            Set<PersonId> persons = new TreeSet<>(proposals.propose(opening, most));
            previous.stream()
                    .filter(standing ->
                            standing.rank() > 0 && standing.openingId().equals(opening.id()))
                    .forEach(standing -> persons.add(standing.person()));
            Set<PersonId> seen = new HashSet<>();
            for (PersonId person : persons) {
                dossiers.find(person).filter(dossier -> seen.add(dossier.id())).ifPresent(action);
            }
        };
    }
}
