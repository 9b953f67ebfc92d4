package org.talentrecall.archive.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talentrecall.archive.dossier.Told.currentJob;
import static org.talentrecall.archive.dossier.Told.date;
import static org.talentrecall.archive.dossier.Told.job;
import static org.talentrecall.archive.dossier.Told.update;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.dossier.Career.Gain;
import org.talentrecall.archive.fact.CareerUpdate.Kind;
import org.talentrecall.archive.fact.Project;
import org.talentrecall.archive.fact.Skill;

class CareerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void a_resume_gives_one_line_of_posts() {
        Career career = career(new Told()
                .on("2026-01-05", currentJob("云帆软件", "产品经理", "2022-07"), job("北岸制造", "产品助理", "2018-03", "2022-06")));

        assertThat(career.posts()).extracting(Post::company).containsExactly("北岸制造", "云帆软件");
        Post current = career.current().orElseThrow();
        assertThat(current.title()).contains("产品经理");
        assertThat(current.monthsAt(TODAY)).contains(52);
        assertThat(career.at(LocalDate.of(2020, 1, 1)).orElseThrow().company()).isEqualTo("北岸制造");
        assertThat(career.at(LocalDate.of(2017, 1, 1))).isEmpty();
    }

    @Test
    void a_new_job_told_later_ends_the_post_the_resume_called_current() {
        Career career = career(new Told()
                .on("2022-10-08", currentJob("医学影像设备", "高级研发工程师", "2018-03"))
                .on("2023-02-20", update(Kind.NEW_JOB, "2023-02", "高端影像", "研发负责人")));

        Post current = career.current().orElseThrow();
        assertThat(current.company()).isEqualTo("高端影像");
        assertThat(current.from()).isEqualTo(date("2023-02"));
        Post former = career.posts().get(0);
        assertThat(former.current()).isFalse();
        assertThat(former.to()).isEqualTo(date("2023-02"));
    }

    @Test
    void two_posts_that_one_resume_calls_current_are_both_held() {
        Career career =
                career(new Told().on("2026-01-05", currentJob("云帆软件", "顾问", "2020"), currentJob("江城大学", "讲师", "2022")));

        assertThat(career.posts()).allMatch(Post::current);
        assertThat(career.current().orElseThrow().company()).isEqualTo("江城大学");
    }

    @Test
    void a_later_resume_tells_the_end_that_an_earlier_one_could_not() {
        Career career = career(new Told()
                .on("2021-01-05", currentJob("云帆软件", "产品经理", "2020-01"))
                .on("2024-01-05", job("云帆软件有限公司", "产品经理", "2020-01", "2023-05")));

        assertThat(career.posts()).singleElement().satisfies(post -> {
            assertThat(post.current()).isFalse();
            assertThat(post.to()).isEqualTo(date("2023-05"));
        });
        assertThat(career.current()).isEmpty();
    }

    @Test
    void a_promotion_is_a_step_within_the_post() {
        Career career = career(new Told()
                .on("2023-01-05", currentJob("云帆软件", "风控专员", "2022-01"))
                .on("2024-06-05", update(Kind.PROMOTION, "2024-06", null, "风控主管")));

        Post post = career.current().orElseThrow();
        assertThat(career.posts()).hasSize(1);
        assertThat(post.title()).contains("风控主管");
        assertThat(post.promotions())
                .singleElement()
                .satisfies(step -> assertThat(step.since()).isEqualTo(date("2024-06")));
        assertThat(post.monthsAt(TODAY)).contains(58);
        assertThat(post.monthsWithoutPromotionAt(TODAY)).contains(29);
    }

    @Test
    void who_left_and_came_back_has_two_posts() {
        Career career = career(
                new Told().on("2026-01-05", job("云帆软件", "工程师", "2015", "2017"), job("云帆软件", "架构师", "2021", "2023")));

        assertThat(career.posts()).hasSize(2);
    }

    @Test
    void who_left_holds_no_post() {
        Career career = career(new Told()
                .on("2023-01-05", currentJob("云帆软件", "产品经理", "2022-01"))
                .on("2025-03-05", update(Kind.LEFT, "2025-03", "云帆软件", null)));

        assertThat(career.current()).isEmpty();
        assertThat(career.posts().get(0).to()).isEqualTo(date("2025-03"));
    }

    @Test
    void a_year_without_month_counts_from_its_middle() {
        Career career = career(new Told().on("2026-01-05", currentJob("云帆软件", "产品经理", "2025")));

        assertThat(career.current().orElseThrow().monthsAt(TODAY)).contains(16);
    }

    @Test
    void what_was_gained_since_a_day_has_its_date_and_evidence() {
        Career career = career(new Told()
                .on("2024-05-10", currentJob("银海支付", "风控分析师", "2021-01"), new Skill("Python", null))
                .on(
                        "2025-12-01",
                        update(Kind.NEW_JOB, "2025-11", "链上金融", "风控负责人"),
                        new Project("链上反洗钱", "负责人", date("2026-01"), null, "区块链交易监测"),
                        new Project("旧账清理", null, date("2022"), date("2023"), null),
                        new Skill("python", "五年 Python"),
                        new Skill("区块链", null)));

        assertThat(career.gainedSince(LocalDate.of(2024, 5, 10)))
                .extracting(gain -> gain.kind() + " " + gain.what() + " " + gain.date())
                .containsExactly("POST 风控负责人, 链上金融 2025-11", "SKILL 区块链 2025-12-01", "PROJECT 链上反洗钱 2026-01");
        assertThat(career.gainedSince(LocalDate.of(2024, 5, 10)))
                .allSatisfy(gain -> assertThat(gain.evidence()).isNotEmpty())
                .extracting(Gain::dated)
                .containsExactly(true, false, true);
    }

    @Test
    void a_dossier_without_posts_has_a_career_without_posts() {
        Career career = career(new Told().on(null, new Skill("Java", null)));

        assertThat(career.posts()).isEmpty();
        assertThat(career.current()).isEmpty();
        assertThat(career.gainedSince(LocalDate.MIN)).isEmpty();
    }

    private static Career career(Told told) {
        return Career.of(told.dossier(), TODAY);
    }
}
