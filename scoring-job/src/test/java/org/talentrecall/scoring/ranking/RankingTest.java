package org.talentrecall.scoring.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talentrecall.scoring.Golden.TODAY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.fact.Communication.Channel;
import org.talentrecall.archive.fact.Communication.Stance;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.OpeningDescription.Status;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.night.Nights.Standing;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.scoring.Golden;
import org.talentrecall.scoring.Post;
import org.talentrecall.scoring.Told;
import org.talentrecall.scoring.followup.FollowUpRules;
import org.talentrecall.scoring.outreach.Outreach;
import org.talentrecall.scoring.outreach.Sender;
import org.talentrecall.scoring.outreach.Templates;
import org.talentrecall.scoring.recommendation.Band;
import org.talentrecall.scoring.recommendation.Movement;
import org.talentrecall.scoring.recommendation.NearMiss;
import org.talentrecall.scoring.recommendation.NightReport.OpeningList;
import org.talentrecall.scoring.recommendation.Recommendation;
import org.talentrecall.scoring.score.ScoreRules;
import org.talentrecall.scoring.score.Scorer;
import org.talentrecall.scoring.score.Similarity;
import org.talentrecall.scoring.timing.Timing;
import org.talentrecall.scoring.timing.TimingRules;

class RankingTest {
    private final List<Dossier> everybody = List.of(
            Golden.manager().dossier(),
            Golden.product().dossier(),
            Golden.analyst().dossier(),
            Golden.engineer().dossier());
    private final List<Opening> openings =
            List.of(Golden.managerPost(), Golden.productPost(), Golden.analystPost(), Golden.engineerPost());

    @Test
    void puts_each_golden_person_first_for_their_post() {
        RankedNight night = rank(everybody, openings, List.of());
        assertThat(first(night, "G-1").name()).isEqualTo("魏长林");
        assertThat(first(night, "G-3").name()).isEqualTo("邵明哲");
        assertThat(first(night, "G-4").name()).isEqualTo("欧阳澜");
        assertThat(first(night, "G-4").rank()).isEqualTo(1);
        assertThat(first(night, "G-4").movement()).isEqualTo(Movement.NEW);
        assertThat(night.scored()).isEqualTo(16);
    }

    @Test
    void names_the_one_fact_that_keeps_a_near_miss_out() {
        OpeningList list = list(rank(everybody, openings, List.of()), "G-2");
        NearMiss miss = list.nearMisses().stream()
                .filter(each -> each.name().equals("顾一帆"))
                .findFirst()
                .orElseThrow();
        assertThat(miss.blocking().key()).isEqualTo("why.gap.stands");
        assertThat(miss.reason().code()).isEqualTo(RejectionCode.EXPERIENCE_GAP);
        assertThat(miss.band()).isEqualTo(Band.NOT_NOW);
        assertThat(miss.without()).isGreaterThanOrEqualTo(80);
        assertThat(list.recommendations()).noneMatch(each -> each.name().equals("顾一帆"));
    }

    @Test
    void integrity_is_no_near_miss() {
        Dossier liar = Golden.manager()
                .no(RejectionCode.INTEGRITY, null, "学历造假", "2022-09-02", "高级生产经理")
                .dossier();
        OpeningList list = list(rank(List.of(liar), openings, List.of()), "G-1");
        assertThat(list.recommendations()).isEmpty();
        assertThat(list.nearMisses()).isEmpty();
    }

    @Test
    void order_of_candidates_changes_nothing() {
        List<Dossier> shuffled = new ArrayList<>(everybody);
        RankedNight expected = rank(everybody, openings, List.of());
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(rank(shuffled, openings, List.of())).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void ties_fall_by_id_and_lists_end_at_their_length() {
        List<Dossier> twins = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            twins.add(Told.of("双胞胎" + i)
                    .post("某公司", "会计", "2015-01", null, "会计核算")
                    .interview("2023-01-01", "会计")
                    .dossier());
        }
        Opening opening = Post.of("T", "会计").opening();
        RankedNight night =
                ranking(new RankingRules(3, Map.of("T", 7), 2)).rank(TODAY, List.of(opening), all(twins), List.of());
        List<Recommendation> shown = list(night, "T").recommendations();
        List<String> expected =
                twins.stream().map(each -> each.id().value()).sorted().limit(7).toList();
        assertThat(shown).extracting(Recommendation::candidateId).isEqualTo(expected);
        assertThat(shown).extracting(Recommendation::rank).containsExactly(1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void counts_whom_it_must_not_name() {
        Dossier talking = Golden.manager()
                .talk("2023-10-08", Channel.PHONE, Stance.WILLING, "邀请", "愿意", null)
                .dossier();
        OpeningList list = list(rank(List.of(talking), openings, List.of()), "G-1");
        assertThat(list.recommendations()).isEmpty();
        assertThat(list.suppressed()).containsExactly(Map.entry("IN_CONVERSATION", 1));
    }

    @Test
    void lists_nobody_of_whom_nothing_shows_the_work() {
        Dossier stranger = Told.of("单某")
                .no(RejectionCode.CANDIDATE_DECLINED, null, "家庭原因", "2021-02-28", "财务经理")
                .dossier();
        OpeningList list = list(rank(List.of(stranger), openings, List.of()), "G-1");
        assertThat(list.recommendations()).isEmpty();
        assertThat(list.nearMisses()).isEmpty();
        assertThat(list.suppressed()).containsExactly(Map.entry("NO_EVIDENCE", 1));
    }

    @Test
    void lists_nobody_who_has_neither_name_nor_contact() {
        Dossier manager = Golden.manager().dossier();
        Dossier nobody = new Dossier(
                manager.id(),
                manager.records(),
                manager.entries().stream()
                        .filter(entry -> !(entry.fact() instanceof PersonName || entry.fact() instanceof Contact))
                        .toList());
        OpeningList list = list(rank(List.of(nobody), openings, List.of()), "G-1");
        assertThat(list.recommendations()).isEmpty();
        assertThat(list.suppressed()).containsExactly(Map.entry("NOT_IDENTIFIED", 1));
    }

    @Test
    void lists_no_name_that_somebody_only_mentioned() {
        Dossier mentioned = Told.of("欧阳").boss("生产管理很强，想要", null, "2023-09-01").dossier();
        Dossier unreachable = new Dossier(
                mentioned.id(),
                mentioned.records(),
                mentioned.entries().stream()
                        .filter(entry -> !(entry.fact() instanceof Contact))
                        .toList());
        assertThat(list(rank(List.of(unreachable), openings, List.of()), "G-1").suppressed())
                .containsExactly(Map.entry("NOT_IDENTIFIED", 1));
    }

    @Test
    void frozen_openings_are_one_step_away_only_where_nothing_else_stands() {
        Opening frozen = Post.of("F", "高级生产经理")
                .in("苏州")
                .pays(10_000, 12_000)
                .status(Status.FROZEN)
                .must("生产管理")
                .opening();
        Dossier dear = Golden.manager()
                .expects(40_000, "2023-09-01")
                .no(RejectionCode.SALARY, null, "薪资过高", "2023-09-01", "生产经理")
                .dossier();
        assertThat(list(rank(List.of(dear), List.of(frozen), List.of()), "F").nearMisses())
                .isEmpty();
    }

    @Test
    void frozen_openings_name_only_whom_they_fit() {
        Opening frozen = Post.of("F", "供应链经理")
                .in("苏州")
                .status(Status.FROZEN)
                .must("供应链管理经验", "采购谈判")
                .opening();
        assertThat(list(rank(everybody, List.of(frozen), List.of()), "F").nearMisses())
                .isEmpty();
    }

    @Test
    void tells_what_moved_and_who_left() {
        PersonId manager = Golden.manager().dossier().id();
        PersonId engineer = Golden.engineer().dossier().id();
        PersonId unknown = new PersonId("P-000000000000");
        List<Standing> before = List.of(
                new Standing("G-1", manager, 3, 82, "CONTACT", "{}"),
                new Standing("G-4", engineer, 1, 88, "CONTACT", "{}"),
                new Standing("G-4", unknown, 2, 85, "CONTACT", "{}"),
                new Standing("G-9", manager, 1, 85, "CONTACT", "{}"));
        RankedNight night = rank(everybody, openings, before);
        assertThat(first(night, "G-1").movement()).isEqualTo(Movement.UP);
        assertThat(first(night, "G-4").movement()).isEqualTo(Movement.SAME);
        assertThat(night.left())
                .extracting(each -> each.openingId() + " " + each.why().key())
                .containsExactly("G-4 left.gone", "G-9 left.closed");
    }

    @Test
    void shows_who_is_wanted_twice_and_which_opening_speaks_first() {
        Opening twin = Post.of("G-5", "高级生产经理")
                .in("苏州")
                .pays(30_000, 40_000)
                .must("8年以上生产管理经验", "区块链")
                .because("2023-09", "扩产")
                .opening();
        RankedNight night = rank(everybody, List.of(Golden.managerPost(), twin), List.of());
        assertThat(first(night, "G-1").alsoFor())
                .singleElement()
                .matches(also -> also.openingId().equals("G-5") && !also.first());
        assertThat(first(night, "G-5").alsoFor())
                .singleElement()
                .matches(also -> also.openingId().equals("G-1") && also.first());
    }

    @Test
    void closed_openings_have_no_list_and_frozen_ones_only_near_misses() {
        Opening frozen = Post.of("F", "高级生产经理")
                .in("苏州")
                .status(Status.FROZEN)
                .must("生产管理")
                .opening();
        Opening closed = Post.of("C", "高级生产经理").status(Status.CLOSED).opening();
        RankedNight night = rank(everybody, List.of(frozen, closed), List.of());
        assertThat(night.openings()).extracting(OpeningList::id).containsExactly("F");
        assertThat(list(night, "F").recommendations()).isEmpty();
        assertThat(list(night, "F").nearMisses())
                .anyMatch(miss -> miss.blocking().key().equals("why.post.frozen"));
    }

    @Test
    void sends_noes_without_a_reason_to_review() {
        Dossier untold = Told.of("唐小满")
                .no(RejectionCode.UNKNOWN, null, "", "2023-05-01", "产品经理")
                .dossier();
        assertThat(rank(List.of(untold), openings, List.of()).review())
                .singleElement()
                .matches(item -> item.kind().equals("REASON") && item.name().equals("唐小满"));
    }

    private RankedNight rank(List<Dossier> dossiers, List<Opening> posts, List<Standing> before) {
        return ranking(RankingRules.standard()).rank(TODAY, posts, all(dossiers), before);
    }

    private static Candidates all(List<Dossier> dossiers) {
        return (opening, action) -> dossiers.forEach(action);
    }

    private static Ranking ranking(RankingRules rules) {
        ScoreRules score = ScoreRules.standard();
        return new Ranking(
                new Scorer(score, Similarity.ofLetters()),
                score,
                new Timing(TimingRules.standard()),
                new Outreach(new Templates(null), Sender.unnamed()),
                FollowUpRules.standard(),
                rules);
    }

    private static OpeningList list(RankedNight night, String opening) {
        return night.openings().stream()
                .filter(each -> each.id().equals(opening))
                .findFirst()
                .orElseThrow();
    }

    private static Recommendation first(RankedNight night, String opening) {
        return list(night, opening).recommendations().get(0);
    }
}
