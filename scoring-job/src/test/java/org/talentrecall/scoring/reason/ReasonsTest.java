package org.talentrecall.scoring.reason;

import static org.assertj.core.api.Assertions.assertThat;
import static org.talentrecall.archive.fact.RejectionCode.CANDIDATE_DECLINED;
import static org.talentrecall.archive.fact.RejectionCode.COMPETING_OFFER;
import static org.talentrecall.archive.fact.RejectionCode.EXPERIENCE_GAP;
import static org.talentrecall.archive.fact.RejectionCode.HEADCOUNT_FROZEN;
import static org.talentrecall.archive.fact.RejectionCode.INTEGRITY;
import static org.talentrecall.archive.fact.RejectionCode.LEVEL;
import static org.talentrecall.archive.fact.RejectionCode.LOCATION;
import static org.talentrecall.archive.fact.RejectionCode.SALARY;
import static org.talentrecall.archive.fact.RejectionCode.SKILL_GAP;
import static org.talentrecall.archive.fact.RejectionCode.TIMING;
import static org.talentrecall.archive.fact.RejectionCode.UNKNOWN;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.CareerUpdate.Kind;
import org.talentrecall.archive.fact.Communication.Channel;
import org.talentrecall.archive.fact.Communication.Stance;
import org.talentrecall.archive.fact.OpeningDescription.Status;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.scoring.Post;
import org.talentrecall.scoring.Told;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.recommendation.Reason.Standing;

class ReasonsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final String PM = "产品经理";

    private final Opening opening = Post.of("O-1", PM)
            .in("杭州")
            .pays(25_000, 35_000)
            .must("ToB产品经验", "5年以上工作经验")
            .because("2026-10", "公司转型ToB")
            .opening();

    @Test
    void frozen_post_is_open_now() {
        assertThat(standing(no(HEADCOUNT_FROZEN, null))).isEqualTo(Standing.LIFTED);
        Opening frozen = Post.of("O-1", PM).status(Status.FROZEN).opening();
        assertThat(judge(no(HEADCOUNT_FROZEN, null), frozen).overall()).isEqualTo(Standing.STANDS);
    }

    @Test
    void expectation_grows_three_percent_a_year() {
        assertThat(standing(no(SALARY, null).expects(32_900, "2024-11-23"))).isEqualTo(Standing.LIFTED);
        assertThat(standing(no(SALARY, null).expects(33_500, "2024-11-23"))).isEqualTo(Standing.UNKNOWN);
        assertThat(standing(no(SALARY, null).expects(40_000, "2024-11-23"))).isEqualTo(Standing.STANDS);
    }

    @Test
    void salary_without_expectation_or_budget_is_unknown() {
        assertThat(standing(no(SALARY, null))).isEqualTo(Standing.UNKNOWN);
        Opening unpriced = Post.of("O-2", PM).opening();
        assertThat(judge(no(SALARY, null).expects(20_000, "2025-01-01"), unpriced)
                        .overall())
                .isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void experience_counts_only_when_it_came_after_the_no() {
        Told before = Told.of("甲")
                .on("2025-01-01")
                .post("某软件", PM, "2020-01", "2024-12", "ToB产品")
                .no(EXPERIENCE_GAP, "ToB", "缺乏ToB经验", "2025-06-01", PM);
        assertThat(standing(before)).isEqualTo(Standing.STANDS);
        Told after = no(EXPERIENCE_GAP, "ToB").on("2026-01-01").project("企业客户平台", "2025-09", "ToB项目");
        assertThat(standing(after)).isEqualTo(Standing.LIFTED);
    }

    @Test
    void words_for_the_same_field_count() {
        for (String words : new String[] {"负责B端产品", "企业服务SaaS平台", "B2B product owner"}) {
            Told told = no(EXPERIENCE_GAP, "ToB项目经验").update(Kind.NEW_JOB, "2025-09", "某公司", PM, words);
            assertThat(standing(told)).as(words).isEqualTo(Standing.LIFTED);
        }
    }

    @Test
    void other_news_does_not_close_a_gap() {
        Told told = no(EXPERIENCE_GAP, "ToB").update(Kind.NEW_JOB, "2026-04", "某直播", PM, "负责C端直播电商增长");
        assertThat(standing(told)).isEqualTo(Standing.STANDS);
    }

    @Test
    void the_wider_field_does_not_close_a_gap_in_a_narrower_one() {
        Told told = no(EXPERIENCE_GAP, "区块链").update(Kind.NEW_JOB, "2026-04", "某银行", "风控经理", "负责金融科技风控");
        Opening chain = Post.of("O-5", "区块链风控分析师").must("区块链领域经验").opening();
        assertThat(judge(told, chain).overall()).isEqualTo(Standing.STANDS);
    }

    @Test
    void leading_people_since_closes_a_gap_in_leading() {
        String missing = "团队管理经验";
        assertThat(standing(no(SKILL_GAP, missing).update(Kind.PROMOTION, "2026-01", "某公司", "研发主管", "晋升")))
                .isEqualTo(Standing.LIFTED);
        assertThat(standing(no(SKILL_GAP, missing).update(Kind.PROJECT, "2026-01", "某公司", null, "带12人团队做新平台")))
                .isEqualTo(Standing.LIFTED);
        assertThat(standing(no(SKILL_GAP, missing).update(Kind.NEW_JOB, "2026-01", "某公司", "高级工程师", "入职")))
                .isEqualTo(Standing.STANDS);
    }

    @Test
    void interest_and_articles_are_signs_not_proof() {
        Told told = no(EXPERIENCE_GAP, "ToB").update(Kind.PUBLICATION, "2026-04", null, null, "发表ToB产品设计文章");
        assertThat(standing(told)).isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void skill_named_for_the_first_time_since_closes_a_skill_gap_only() {
        assertThat(standing(no(SKILL_GAP, "ToB").on("2026-05-01").skill("ToB产品")))
                .isEqualTo(Standing.LIFTED);
        assertThat(standing(no(EXPERIENCE_GAP, "ToB").on("2026-05-01").skill("ToB产品")))
                .isEqualTo(Standing.UNKNOWN);
    }

    @Test
    void gap_that_another_post_does_not_ask_for_is_no_obstacle_there() {
        Opening other = Post.of("O-3", "用户增长运营").must("C端增长经验").opening();
        assertThat(judge(no(EXPERIENCE_GAP, "区块链"), other).overall()).isEqualTo(Standing.LIFTED);
    }

    @Test
    void what_a_post_does_not_ask_for_is_told_behind_its_opening() {
        Opening other = Post.of("O-3", "用户增长运营")
                .must("C端增长经验")
                .because("2026-10", "新业务")
                .opening();
        assertThat(judge(no(EXPERIENCE_GAP, "区块链"), other).changedSince())
                .extracting(change -> change.what().key())
                .containsExactly("change.post.open.because", "change.notasked");
    }

    @Test
    void gap_told_in_a_sentence_is_quoted() {
        Verdict sentence =
                judge(Told.of("某人").no(SKILL_GAP, "ToB方案讲不清楚，细节不足", "ToB方案讲不清楚，细节不足", "2025-06-01", PM), opening);
        assertThat(sentence.judged().get(0).finding().why().key()).isEqualTo("why.gap.stands.quoted");
        Verdict phrase = judge(Told.of("某人").no(SKILL_GAP, null, "缺乏ToB项目经验", "2025-06-01", PM), opening);
        assertThat(phrase.judged().get(0).finding().why().key()).isEqualTo("why.gap.stands");
        assertThat(phrase.judged().get(0).finding().why().arguments()).containsExactly("ToB项目经验");
    }

    @Test
    void one_event_told_by_several_sources_is_told_once() {
        Told told = no(HEADCOUNT_FROZEN, null)
                .update(Kind.PROMOTION, "2026-02", "云公司", "产品总监", "升任产品总监，负责B端产品线")
                .update(Kind.PROMOTION, "2026-02-13", "云公司", "产品总监", "升任产品总监")
                .post("云公司", "产品总监", "2026-02", null, "");
        assertThat(judge(told, opening).changedSince()).hasSize(2);
    }

    @Test
    void clause_that_names_a_known_field_tells_what_was_missing() {
        String note = "没有做过那类客户，缺乏ToB项目经验，等不了人从头学";
        Told told = Told.of("某人").no(EXPERIENCE_GAP, "那类客户", note, "2025-06-01", PM);
        assertThat(standing(told)).isEqualTo(Standing.STANDS);
        assertThat(standing(told.on("2026-01-01").project("企业客户平台", "2025-09", "ToB项目")))
                .isEqualTo(Standing.LIFTED);
    }

    @Test
    void one_lack_in_two_names_is_one_obstacle() {
        String note = "没有做过ToB，缺乏那类项目经验";
        Told told = Told.of("某人")
                .no(EXPERIENCE_GAP, "ToB", note, "2025-06-01", PM)
                .no(EXPERIENCE_GAP, "那类项目", note, "2025-06-01", PM);
        assertThat(judge(told, opening).obstacles()).hasSize(1);
    }

    @Test
    void gap_in_years_is_judged_by_years() {
        Told told = Told.of("某人")
                .no(EXPERIENCE_GAP, null, "资历偏浅，工作年限不足", "2023-04-01", PM)
                .on("2025-01-01")
                .post("某公司", PM, "2019-01", null, "");
        assertThat(standing(told)).isEqualTo(Standing.LIFTED);
        assertThat(judge(told, opening).reason().code()).isEqualTo(LEVEL);
    }

    @Test
    void high_concurrency_is_not_too_high() {
        Told told = Told.of("某人")
                .no(LEVEL, null, "没碰过高并发，撑不起高级岗", "2023-04-01", PM)
                .on("2025-01-01")
                .post("某公司", PM, "2019-01", null, "");
        assertThat(judge(told, opening).changedSince())
                .extracting(change -> change.what().key())
                .doesNotContain("change.level.higher");
    }

    @Test
    void of_one_decision_the_named_field_is_shown_before_the_level() {
        Told told = Told.of("某人")
                .no(EXPERIENCE_GAP, "ToB", "缺乏ToB经验", "2023-04-01", PM)
                .no(LEVEL, null, "资历偏浅", "2023-04-02", PM)
                .on("2025-01-01")
                .post("某公司", PM, "2019-01", null, "")
                .project("企业客户平台", "2024-09", "ToB项目");
        assertThat(judge(told, opening).reason().code()).isEqualTo(EXPERIENCE_GAP);
    }

    @Test
    void highest_of_several_titles_in_one_line_is_the_level_reached() {
        Told told = Told.of("某人")
                .no(LEVEL, null, "资历偏浅", "2025-09-17", "算法工程师")
                .on("2025-09-02")
                .post("某公司", "算法实习生、算法工程师", "2024-07", null, "");
        Opening asksNoYears = Post.of("O-6", "算法工程师").must("深度学习").opening();
        assertThat(judge(told, asksNoYears).overall()).isEqualTo(Standing.LIFTED);
    }

    @Test
    void doubtful_reading_is_no_veto_but_a_question() {
        Verdict verdict = judge(Told.of("某人").sure(0.4).no(INTEGRITY, null, "简历留存", "2021-03-01", "主管"), opening);
        assertThat(verdict.overall()).isEqualTo(Standing.UNKNOWN);
        assertThat(verdict.reason().code()).isEqualTo(UNKNOWN);
    }

    @Test
    void later_written_reason_overtakes_an_earlier_unreadable_one() {
        Told told = Told.of("某人")
                .sure(0.4)
                .no(INTEGRITY, null, "简历留存", "2021-03-01", "主管")
                .sure(0.9)
                .no(HEADCOUNT_FROZEN, null, "冻结", "2025-06-01", PM);
        Verdict verdict = judge(told, opening);
        assertThat(verdict.judged()).hasSize(1);
        assertThat(verdict.reason().code()).isEqualTo(HEADCOUNT_FROZEN);
        assertThat(verdict.overall()).isEqualTo(Standing.LIFTED);
    }

    @Test
    void years_asked_for_must_be_there() {
        Verdict young = judge(no(LEVEL, null).on("2025-01-01").post("某公司", PM, "2023-01", null, ""), opening);
        assertThat(young.overall()).isEqualTo(Standing.STANDS);
        assertThat(young.judged().get(0).finding().liftsOn())
                .isBetween(LocalDate.of(2027, 12, 1), LocalDate.of(2028, 3, 1));
        assertThat(standing(no(LEVEL, null).on("2025-01-01").post("某公司", PM, "2019-01", null, "")))
                .isEqualTo(Standing.LIFTED);
    }

    @Test
    void place_fits_when_remote_or_when_post_or_person_is_there() {
        assertThat(standing(no(LOCATION, null).lives("成都"))).isEqualTo(Standing.STANDS);
        assertThat(standing(no(LOCATION, null).lives("杭州市"))).isEqualTo(Standing.LIFTED);
        assertThat(standing(no(LOCATION, "Hangzhou"))).isEqualTo(Standing.LIFTED);
        assertThat(standing(no(LOCATION, null))).isEqualTo(Standing.UNKNOWN);
        Opening remote = Post.of("O-4", PM).in("杭州").remote().opening();
        assertThat(judge(no(LOCATION, null).lives("成都"), remote).overall()).isEqualTo(Standing.LIFTED);
    }

    @Test
    void bad_moments_pass() {
        Verdict early = judge(Told.of("乙").no(TIMING, null, "家里有事", "2026-09-01", PM), opening);
        assertThat(early.overall()).isEqualTo(Standing.STANDS);
        assertThat(early.judged().get(0).finding().liftsOn()).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(standing(Told.of("乙").no(TIMING, null, "家里有事", "2026-03-01", PM)))
                .isEqualTo(Standing.LIFTED);
    }

    @Test
    void day_named_in_the_reason_decides() {
        Verdict verdict = judge(Told.of("丙").no(TIMING, null, "竞业限制到2027年1月", "2025-02-01", PM), opening);
        assertThat(verdict.overall()).isEqualTo(Standing.STANDS);
        assertThat(verdict.judged().get(0).finding().liftsOn()).isEqualTo(LocalDate.of(2027, 1, 31));
    }

    @Test
    void who_took_another_offer_may_be_asked_after_a_year_there_or_after_leaving() {
        Verdict settling = judge(took("2026-05-01", "2026-06"), opening);
        assertThat(settling.overall()).isEqualTo(Standing.STANDS);
        assertThat(settling.judged().get(0).finding().liftsOn()).isEqualTo(LocalDate.of(2027, 6, 1));
        assertThat(standing(took("2025-05-01", "2025-06"))).isEqualTo(Standing.LIFTED);
        assertThat(standing(took("2026-05-01", "2026-06").update(Kind.LEFT, "2026-10", "云公司", null, "离职")))
                .isEqualTo(Standing.LIFTED);
    }

    @Test
    void a_promotion_long_after_is_no_competing_offer() {
        Told told = took("2024-05-01", "2024-06").update(Kind.PROMOTION, "2026-08", "云公司", "产品总监", "晋升");
        assertThat(standing(told)).isEqualTo(Standing.LIFTED);
    }

    @Test
    void their_own_word_lifts_a_no_of_theirs() {
        Told told = Told.of("戊")
                .no(CANDIDATE_DECLINED, null, "放弃", "2026-08-01", PM)
                .talk("2026-10-01", Channel.PHONE, Stance.WILLING, "问候", "愿意聊聊", null);
        assertThat(standing(told)).isEqualTo(Standing.LIFTED);
    }

    @Test
    void integrity_counts_however_old_and_for_every_post() {
        Verdict verdict = judge(no(HEADCOUNT_FROZEN, null).no(INTEGRITY, null, "学历造假", "2015-01-01", "会计"), opening);
        assertThat(verdict.overall()).isEqualTo(Standing.STANDS);
        assertThat(verdict.reason().code()).isEqualTo(INTEGRITY);
    }

    @Test
    void later_no_for_the_same_post_overtakes_the_earlier_one() {
        Told told = Told.of("己")
                .no(EXPERIENCE_GAP, "ToB", "缺乏ToB", "2023-01-01", PM)
                .no(HEADCOUNT_FROZEN, null, "冻结", "2025-06-01", PM);
        assertThat(judge(told, opening).judged()).hasSize(1);
        assertThat(standing(told)).isEqualTo(Standing.LIFTED);
    }

    @Test
    void one_decision_told_in_two_places_counts_once_and_its_two_reasons_both() {
        Told told = Told.of("庚")
                .no(SALARY, null, "薪资偏高", "2025-06-01", PM)
                .no(SALARY, null, "薪资预期不符", "2025-06-03", PM)
                .no(UNKNOWN, null, "", "2025-06-02", PM)
                .no(EXPERIENCE_GAP, "ToB", "缺乏ToB", "2025-06-01", PM);
        assertThat(judge(told, opening).judged())
                .extracting(each -> each.refusal().no().code())
                .containsExactlyInAnyOrder(SALARY, EXPERIENCE_GAP);
    }

    @Test
    void a_no_of_tomorrow_is_not_yet_known() {
        assertThat(judge(Told.of("辛").no(INTEGRITY, null, "x", "2026-12-01", PM), opening)
                        .judged())
                .isEmpty();
    }

    @Test
    void what_changed_carries_dates_and_places() {
        Verdict verdict = judge(no(EXPERIENCE_GAP, "ToB").project("企业客户平台", "2025-09", "ToB项目"), opening);
        assertThat(verdict.changedSince())
                .hasSize(2)
                .allMatch(change -> change.date() != null && !change.source().isBlank());
        assertThat(verdict.changedSince().get(0).date()).isEqualTo("2025-09");
    }

    private static Told no(RejectionCode code, String detail) {
        return Told.of("某人").on("2025-05-01").no(code, detail, "缺乏" + detail, "2025-06-01", PM);
    }

    private static Told took(String no, String began) {
        return Told.of("丁").no(COMPETING_OFFER, null, "", no, PM).update(Kind.NEW_JOB, began, "云公司", PM, "入职");
    }

    private Standing standing(Told told) {
        return judge(told, opening).overall();
    }

    private static Verdict judge(Told told, Opening post) {
        return new Reasons(ReasonRules.standard()).judge(Profile.of(told.dossier(), TODAY), post);
    }
}
