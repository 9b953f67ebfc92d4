package org.talentrecall.archive.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.Review.Answer;
import org.talentrecall.archive.fact.Review.Kind;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

class AnswersTest {
    private static final RecordId RECORD = RecordId.of(new SourceId("notes"), "m1#body");
    private static final Instant NOW = Instant.parse("2026-11-24T01:00:00Z");
    private static final NotHired UNTOLD =
            new NotHired(RejectionCode.UNKNOWN, null, "未录用", PartialDate.parse("2025-03-04"), "产品经理", "YT-1");
    private static final Employment POST =
            new Employment("远途科技", "总监", "平台部", PartialDate.parse("2020"), PartialDate.parse("2023"), false, "负责平台");

    private static ReviewForm form(Kind kind, PersonFact about, PersonFact... choices) {
        return new ReviewForm("0123456789abcdef", kind, RECORD, null, about, List.of(choices));
    }

    private static Given given(String answer, String value) {
        return new Given(answer, value, "", "周敏", NOW);
    }

    private static Answered.Taken taken(ReviewForm form, String answer, String value) {
        return (Answered.Taken) Answers.read(form, given(answer, value));
    }

    private static SalaryStatement wants(String written, long monthly) {
        return new SalaryStatement(
                SalaryStatement.Kind.EXPECTED,
                new Pay(monthly, monthly, "CNY", 12, written),
                PartialDate.parse("2025-03"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"岗位冻结", "Post frozen", "HEADCOUNT_FROZEN", " post　FROZEN "})
    void takes_a_reason_in_either_language_or_by_its_code(String answer) {
        Answered.Taken taken = taken(form(Kind.REASON, UNTOLD), answer, "");
        assertThat(taken.facts())
                .containsExactly(
                        new NotHired(RejectionCode.HEADCOUNT_FROZEN, null, "未录用", UNTOLD.date(), "产品经理", "YT-1"));
        assertThat(taken.review().answer()).isEqualTo(Answer.CORRECTED);
        assertThat(taken.review().wrong()).containsExactly(UNTOLD);
        assertThat(taken.review().by()).isEqualTo("周敏");
        assertThat(taken.review().at()).isEqualTo(NOW);
    }

    @Test
    void a_gap_needs_its_name() {
        Answered refused = Answers.read(form(Kind.REASON, UNTOLD), given("经验不足", ""));
        assertThat(refused).isInstanceOfSatisfying(Answered.Refused.class, why -> {
            assertThat(why.code()).isEqualTo("NO_DETAIL");
            assertThat(why.sentence()).contains("ToB");
        });
        assertThat(taken(form(Kind.REASON, UNTOLD), "经验不足", "ToB").facts())
                .singleElement()
                .isInstanceOfSatisfying(
                        NotHired.class, told -> assertThat(told.detail()).isEqualTo("ToB"));
    }

    @Test
    void the_same_reason_again_is_a_confirmation() {
        NotHired read = new NotHired(RejectionCode.SALARY, null, "薪资?", null, null, null);
        Answered.Taken taken = taken(form(Kind.REASON, read), "薪资不符", "");
        assertThat(taken.review().answer()).isEqualTo(Answer.CONFIRMED);
        assertThat(taken.review().wrong()).isEmpty();
        assertThat(taken.facts()).containsExactly(read);
    }

    @Test
    void refuses_an_answer_that_was_not_offered_and_names_those_that_were() {
        assertThat(Answers.read(form(Kind.REASON, UNTOLD), given("看情况", "")))
                .isInstanceOfSatisfying(Answered.Refused.class, why -> {
                    assertThat(why.code()).isEqualTo("UNKNOWN_ANSWER");
                    assertThat(why.sentence()).contains("岗位冻结").doesNotContain("看情况");
                });
    }

    @Test
    void one_of_two_salaries_rules_the_other_out() {
        SalaryStatement fifteen = wants("15K", 15_000);
        SalaryStatement thirty = wants("30K", 30_000);
        Answered.Taken taken = taken(form(Kind.SALARY, null, fifteen, thirty), "30K (2025-03)", "");
        assertThat(taken.facts()).containsExactly(thirty);
        assertThat(taken.review().wrong()).containsExactly(fifteen);
        Answered.Taken other = taken(form(Kind.SALARY, null, fifteen, thirty), "", "18-25k*14薪");
        assertThat(other.review().wrong()).containsExactly(fifteen, thirty);
        assertThat(other.facts()).singleElement().isInstanceOfSatisfying(SalaryStatement.class, right -> {
            assertThat(right.pay().minMonthly()).isEqualTo(18_000);
            assertThat(right.pay().months()).isEqualTo(14);
        });
        assertThat(Answers.read(form(Kind.SALARY, null, fifteen, thirty), given("其他（填右列）", "很多")))
                .isInstanceOf(Answered.Refused.class);
    }

    @Test
    void a_verification_says_how() {
        Education degree = new Education("江南理工大学", "硕士", null, null, null);
        assertThat(Answers.read(form(Kind.VERIFICATION, degree), given("已核实", "")))
                .isInstanceOf(Answered.Refused.class);
        Answered.Taken taken = taken(form(Kind.VERIFICATION, degree), "已核实", "学信网 104231201505000123");
        assertThat(taken.review().answer()).isEqualTo(Answer.VERIFIED);
        assertThat(taken.review().value()).isEqualTo("学信网 104231201505000123");
        assertThat(taken.facts()).containsExactly(degree);
        assertThat(taken(form(Kind.VERIFICATION, degree), "不正确", "").review().wrong())
                .containsExactly(degree);
    }

    @ParameterizedTest
    @CsvSource({
        "远途科技; 产品总监; 2021-03 - 至今,远途科技,产品总监,2021-03,,true",
        "; 产品总监,远途科技,产品总监,2020,2023,false",
        "远途数据；；2019.5-2022.6,远途数据,总监,2019-05,2022-06,false"
    })
    void a_post_is_put_right_part_by_part(
            String value, String company, String title, String from, String to, boolean current) {
        Answered.Taken taken = taken(form(Kind.FIELD, POST), "其他（填右列）", value);
        assertThat(taken.facts())
                .containsExactly(new Employment(
                        company,
                        title,
                        "平台部",
                        PartialDate.parse(from),
                        to == null ? null : PartialDate.parse(to),
                        current,
                        "负责平台"));
        assertThat(taken.review().wrong()).containsExactly(POST);
    }

    @Test
    void a_corrected_phone_is_normalised_and_an_impossible_one_refused() {
        Contact phone = new Contact(Contact.Kind.PHONE, "+8613800001234", "13800001234");
        assertThat(taken(form(Kind.FIELD, phone), "", "138 0000 4321").facts())
                .singleElement()
                .isInstanceOfSatisfying(
                        Contact.class, right -> assertThat(right.value()).isEqualTo("+8613800004321"));
        assertThat(Answers.read(form(Kind.FIELD, phone), given("", "没有"))).isInstanceOf(Answered.Refused.class);
    }

    @Test
    void a_career_update_of_somebody_else_is_ruled_out() {
        CareerUpdate update = new CareerUpdate(CareerUpdate.Kind.NEW_JOB, null, "远途科技", "总监", "加入远途科技", null);
        assertThat(taken(form(Kind.CAREER_UPDATE, update), "不是同一人", "").review().wrong())
                .containsExactly(update);
    }

    @Test
    void a_doubt_is_answered_by_one_of_its_choices() {
        Doubt doubt = new Doubt(Doubt.Kind.MEANING, "WHICH_KIND_OF_MAIL", "聊得不错", List.of("NOTES", "REPLY"), null);
        Review review = taken(form(Kind.DOUBT, doubt), "NOTES", "").review();
        assertThat(review.value()).isEqualTo("NOTES");
        assertThat(review.answer()).isEqualTo(Answer.CORRECTED);
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_can_be_answered_with_not_known(Kind kind) {
        ReviewForm form = form(kind, null, wants("15K", 15_000), wants("30K", 30_000));
        Answered.Taken taken = taken(form, "不清楚", "");
        assertThat(taken.review().answer()).isEqualTo(Answer.NOT_KNOWN);
        assertThat(taken.facts()).isEmpty();
        form.offered()
                .forEach(choice -> assertThat(
                                ReviewWords.read(ReviewWords.in(Locale.ENGLISH).of(choice), form.offered()))
                        .contains(choice));
    }

    @Test
    void a_form_comes_back_from_its_line_and_nothing_else_is_one() {
        ReviewForm form = form(Kind.SALARY, UNTOLD, wants("15K", 15_000), wants("30K", 30_000));
        assertThat(form.line()).doesNotContain("\n");
        assertThat(ReviewForm.read(form.line())).contains(form);
        for (String other : List.of(
                "",
                "张三",
                "{}",
                "null",
                "[]",
                "{\"question\":\"x\"}",
                form.line().substring(9))) {
            assertThat(ReviewForm.read(other)).isEmpty();
        }
    }

    @Test
    void a_form_about_salaries_without_salaries_is_none() {
        assertThat(ReviewForm.read(form(Kind.SALARY, null).line())).isEmpty();
        assertThat(ReviewForm.read(form(Kind.SALARY, null, UNTOLD).line())).isEmpty();
        assertThat(ReviewForm.read(form(Kind.REASON, UNTOLD).line())).isPresent();
    }

    @Test
    void both_languages_have_the_same_words() {
        assertThat(new TreeSet<>(keys(Locale.ENGLISH))).isEqualTo(new TreeSet<>(keys(Locale.SIMPLIFIED_CHINESE)));
    }

    private static java.util.Set<String> keys(Locale locale) {
        return ResourceBundle.getBundle(
                        "org.talentrecall.archive.review.review",
                        locale,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet();
    }
}
