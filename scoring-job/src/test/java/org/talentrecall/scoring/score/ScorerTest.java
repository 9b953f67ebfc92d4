package org.talentrecall.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.talentrecall.scoring.Golden.TODAY;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.BirthYear;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.scoring.Golden;
import org.talentrecall.scoring.Post;
import org.talentrecall.scoring.Told;
import org.talentrecall.scoring.recommendation.Component;
import org.talentrecall.scoring.recommendation.Point;
import org.talentrecall.scoring.recommendation.Reason.Standing;

class ScorerTest {
    private final Scorer scorer = new Scorer(ScoreRules.standard(), Similarity.ofLetters());

    @Test
    void standing_obstacles_keep_the_best_person_below_watch() {
        for (RejectionCode code : List.of(RejectionCode.INTEGRITY, RejectionCode.CULTURE)) {
            Told best = Golden.manager().no(code, null, "words", "2021-03-01", "别的岗位");
            Assessment assessment = scorer.score(best.dossier(), Golden.managerPost(), TODAY);
            assertThat(assessment.score()).isEqualTo(59);
            assertThat(assessment.without()).isGreaterThan(80);
        }
    }

    @Test
    void unknown_reasons_keep_the_best_person_below_contact() {
        Told best = Told.of("无名")
                .on("2023-01-01")
                .post("苏州恒岳机械有限公司", "高级生产经理", "2010-03", null, "生产管理 大型生产团队管理 精益生产")
                .lives("苏州")
                .earns(20_000, "2023-01-01")
                .expects(25_000, "2023-01-01")
                .boss("非常认可", 100, "2022-09-01")
                .no(RejectionCode.UNKNOWN, null, "", "2022-09-01", "高级生产经理");
        Assessment assessment = scorer.score(best.dossier(), Golden.managerPost(), TODAY);
        assertThat(assessment.without()).isGreaterThanOrEqualTo(80);
        assertThat(assessment.score()).isEqualTo(79);
    }

    @Test
    void one_more_must_have_that_is_met_never_lowers_the_score() {
        long seed = 20261123;
        Random random = new Random(seed);
        List<String> asked = List.of("精益生产", "8年以上工作经验", "苏州", "区块链", "Java", "供应链管理", "英语流利", "50年以上生产管理经验");
        for (int round = 0; round < 200; round++) {
            List<String> some = new ArrayList<>(asked);
            Collections.shuffle(some, random);
            String[] musts = some.subList(0, random.nextInt(asked.size())).toArray(String[]::new);
            int before = requirement(Post.of("A", "高级生产经理").must(musts));
            int after = requirement(Post.of("A", "高级生产经理").must(musts).must("管理300人的生产团队"));
            assertThat(after).as("seed %d, musts %s", seed, List.of(musts)).isGreaterThanOrEqualTo(before);
        }
    }

    @Test
    void age_name_and_contacts_move_nothing() {
        Dossier plain = Golden.engineer().dossier();
        List<Evidenced<?>> entries = new ArrayList<>(plain.entries());
        entries.removeIf(entry -> entry.fact() instanceof PersonName);
        Dossier other = new Dossier(plain.id(), plain.records(), entries);
        Dossier aged = Golden.engineer().add(new BirthYear(1961)).dossier();
        Assessment expected = scorer.score(plain, Golden.engineerPost(), TODAY);
        for (Dossier each : List.of(other, aged)) {
            Assessment assessment = scorer.score(each, Golden.engineerPost(), TODAY);
            assertThat(assessment.components()).isEqualTo(expected.components());
            assertThat(assessment.points()).isEqualTo(expected.points());
        }
    }

    @Test
    void the_same_dossier_scores_the_same_every_time() {
        Dossier dossier = Golden.analyst().dossier();
        Assessment expected = scorer.score(dossier, Golden.analystPost(), TODAY);
        assertThat(scorer.score(dossier, Golden.analystPost(), TODAY)).isEqualTo(expected);
    }

    @Test
    void points_add_up_to_their_component() {
        Assessment assessment = scorer.score(Golden.engineer().dossier(), Golden.engineerPost(), TODAY);
        Map<Component, Double> sums = new EnumMap<>(Component.class);
        assessment.points().forEach(point -> sums.merge(point.component(), point.points(), Double::sum));
        for (Component component : Component.values()) {
            double sum = Math.max(0, Math.min(100, sums.get(component)));
            assertThat(sum).isCloseTo(assessment.components().of(component), within(0.5));
        }
    }

    @Test
    void whatever_moves_a_component_names_its_evidence() {
        for (Assessment assessment : List.of(
                scorer.score(Golden.manager().dossier(), Golden.managerPost(), TODAY),
                scorer.score(Golden.analyst().dossier(), Golden.analystPost(), TODAY),
                scorer.score(Golden.engineer().dossier(), Golden.engineerPost(), TODAY))) {
            for (Point point : assessment.points()) {
                boolean neutral = point.text().key().endsWith("unknown")
                        || point.text().key().equals("point.start")
                        || point.points() == 0;
                assertThat(neutral || !point.claims().isEmpty())
                        .as(point.toString())
                        .isTrue();
                assertThat(point.claims()).allMatch(claim -> !claim.locator().isBlank());
            }
        }
    }

    @Test
    void missing_data_is_neutral_lowers_confidence_and_is_asked_for() {
        Dossier stranger = Told.of("无名").interview("2022-09-01", "高级生产经理").dossier();
        Assessment assessment = scorer.score(stranger, Golden.managerPost(), TODAY);
        assertThat(assessment.score()).isEqualTo(60);
        assertThat(assessment.confidence()).isZero();
        assertThat(assessment.verdict().overall()).isEqualTo(Standing.UNKNOWN);
        assertThat(assessment.confirmFirst())
                .extracting("key")
                .contains("ask.reason", "ask.expectation", "ask.career", "ask.must");
    }

    @Test
    void whom_the_post_does_not_fit_nothing_else_carries_into_the_list() {
        Told sales = Told.of("范某")
                .on("2023-09-01")
                .post("苏州某医疗器械有限公司", "销售经理", "2012-01", null, "医院渠道销售，带团队")
                .lives("苏州")
                .earns(20_000, "2023-09-01")
                .expects(25_000, "2023-09-01")
                .boss("非常认可", 100, "2023-09-01")
                .no(RejectionCode.HEADCOUNT_FROZEN, null, "冻结", "2023-01-01", "销售经理");
        Assessment assessment = scorer.score(sales.dossier(), Golden.managerPost(), TODAY);
        assertThat(Weights.standard().total(assessment.components())).isGreaterThan(60);
        assertThat(assessment.components().requirement()).isLessThan(60);
        assertThat(assessment.score()).isEqualTo(59);
        assertThat(assessment.without()).isEqualTo(59);
    }

    @Test
    void whom_the_budget_could_not_pay_is_not_in_the_list() {
        Told dear = Golden.manager().expects(55_000, "2023-09-01");
        Assessment assessment = scorer.score(dear.dossier(), Golden.managerPost(), TODAY);
        assertThat(assessment.components().requirement()).isGreaterThan(80);
        assertThat(assessment.score()).isEqualTo(59);
        Told near = Golden.manager().expects(43_000, "2023-09-01");
        assertThat(scorer.score(near.dossier(), Golden.managerPost(), TODAY).score())
                .isGreaterThan(60);
    }

    @Test
    void years_in_the_field_count_more_than_years_elsewhere() {
        Post post = Post.of("A", "生产经理").must("8年以上生产管理经验");
        int inside = requirement(career("生产管理", "生产管理"), post);
        int half = requirement(career("医院渠道销售", "生产管理"), post);
        assertThat(inside).isGreaterThan(half);
    }

    @Test
    void the_very_title_counts_more_than_one_like_it() {
        Post same = Post.of("A", "生产经理");
        Post higher = Post.of("A", "高级生产经理");
        Told told = career("生产管理", "生产管理");
        assertThat(requirement(told, same)).isGreaterThan(requirement(told, higher));
    }

    @Test
    void what_was_said_of_pay_long_ago_fades_to_neutral() {
        int fresh = salary("2023-09-01");
        int old = salary("2019-09-01");
        assertThat(fresh).isGreaterThan(old);
        assertThat(old).isGreaterThan(60);
    }

    @Test
    void salary_falls_as_the_expectation_grows_past_the_budget() {
        int previous = 101;
        for (long wants = 20_000; wants <= 60_000; wants += 5_000) {
            Dossier dossier = Told.of("无名").expects(wants, "2023-10-01").dossier();
            int salary = scorer.score(dossier, Golden.managerPost(), TODAY)
                    .components()
                    .salary();
            assertThat(salary).isLessThanOrEqualTo(previous);
            previous = salary;
        }
        assertThat(previous).isEqualTo(20);
    }

    @Test
    void the_boss_outweighs_an_interviewer() {
        Dossier bossFor = Told.of("无名")
                .boss("", 90, "2023-01-01")
                .interviewer("", 30, "2023-01-01")
                .dossier();
        Dossier bossAgainst = Told.of("无名")
                .boss("", 30, "2023-01-01")
                .interviewer("", 90, "2023-01-01")
                .dossier();
        assertThat(opinion(bossFor)).isGreaterThan(60);
        assertThat(opinion(bossAgainst)).isLessThan(60);
    }

    @Test
    void what_log_and_mail_tell_in_the_same_words_counts_once() {
        Dossier once = Told.of("无名")
                .interviewer("", null, "2023-01-01")
                .boss("非常认可", null, "2023-01-01")
                .dossier();
        Dossier twice = Told.of("无名")
                .interviewer("", null, "2023-01-01")
                .boss("非常认可", null, "2023-01-01")
                .boss("非常认可。", null, "2023-01-01")
                .dossier();
        assertThat(opinion(twice)).isEqualTo(opinion(once));
    }

    @Test
    void weights_of_nothing_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Weights(0, 0, 0, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ScoreRules(
                        Weights.standard(), 60, 60, ScoreRules.standard().reasons()));
    }

    private static Told career(String first, String second) {
        return Told.of("某人")
                .on("2023-09-01")
                .post("甲公司", "组长", "2013-01", "2018-12", first)
                .post("乙公司", "生产经理", "2019-01", null, second);
    }

    private int requirement(Told told, Post post) {
        return scorer.score(told.dossier(), post.opening(), TODAY).components().requirement();
    }

    private int salary(String day) {
        Dossier dossier = Told.of("无名").expects(20_000, day).earns(15_000, day).dossier();
        return scorer.score(dossier, Golden.managerPost(), TODAY).components().salary();
    }

    private int opinion(Dossier dossier) {
        return scorer.score(dossier, Golden.managerPost(), TODAY).components().opinion();
    }

    private int requirement(Post post) {
        Opening opening = post.opening();
        return scorer.score(Golden.manager().dossier(), opening, TODAY)
                .components()
                .requirement();
    }
}
