package org.talentrecall.archive.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.Review.Answer;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.json.ArchiveJson;
import org.talentrecall.archive.review.OpenQuestions;
import org.talentrecall.archive.review.Question;
import org.talentrecall.archive.review.ReviewState;

class ReviewedTest {
    private static final PersonName NAME = new PersonName("林知远");
    private static final NotHired UNTOLD = no(RejectionCode.UNKNOWN, null);

    private static NotHired no(RejectionCode code, String detail) {
        return new NotHired(code, detail, "未录用", Told.date("2025-03-04"), "产品经理", null);
    }

    private static Review answer(Question question, Answer answer, String at, PersonFact... wrong) {
        return new Review(
                question.id(),
                question.kind(),
                answer,
                question.about(),
                List.of(wrong),
                null,
                null,
                "周敏",
                Instant.parse(at));
    }

    private static Told told() {
        return new Told().on("2025-03-05", NAME, UNTOLD);
    }

    private static Question asked() {
        return OpenQuestions.of(told().dossier()).get(0);
    }

    @Test
    void a_no_without_reason_is_an_open_question() {
        assertThat(OpenQuestions.of(told().dossier())).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo(Review.Kind.REASON);
            assertThat(question.about()).isEqualTo(UNTOLD);
            assertThat(question.name()).isEqualTo("林知远");
        });
        assertThat(ReviewState.of(told().dossier())).isEqualTo(ReviewState.ENTERED);
    }

    @Test
    void the_corrected_reason_takes_the_place_of_the_unknown_one() {
        NotHired frozen = no(RejectionCode.HEADCOUNT_FROZEN, null);
        Dossier dossier = told().on(
                        "2026-11-01", answer(asked(), Answer.CORRECTED, "2026-11-01T02:00:00Z", UNTOLD), frozen)
                .dossier();
        assertThat(dossier.of(NotHired.class)).extracting(Evidenced::fact).containsExactly(frozen);
        assertThat(OpenQuestions.of(dossier)).isEmpty();
        assertThat(ReviewState.of(dossier)).isEqualTo(ReviewState.ARCHIVED);
        assertThat(ReviewState.of(dossier, dossier.of(NotHired.class).get(0))).isEqualTo(ReviewState.ARCHIVED);
        assertThat(ReviewState.of(dossier, dossier.of(PersonName.class).get(0))).isEqualTo(ReviewState.ENTERED);
        assertThat(ReviewState.review(dossier, dossier.of(NotHired.class).get(0)))
                .map(Review::by)
                .contains("周敏");
    }

    @Test
    void the_latest_of_two_answers_counts_in_any_order_and_both_stay_to_be_seen() {
        NotHired frozen = no(RejectionCode.HEADCOUNT_FROZEN, null);
        NotHired salary = no(RejectionCode.SALARY, null);
        Fact later = answer(asked(), Answer.CORRECTED, "2026-11-09T02:00:00Z", UNTOLD);
        Fact earlier = answer(asked(), Answer.CORRECTED, "2026-11-01T02:00:00Z", UNTOLD);
        Told told = told().on("2026-11-09", later, salary).on("2026-11-01", earlier, frozen);
        Dossier dossier = told.dossier();
        assertThat(dossier.of(NotHired.class)).extracting(Evidenced::fact).containsExactly(salary);
        assertThat(dossier.of(Review.class)).hasSize(2);
        for (long seed = 1; seed <= 10; seed++) {
            assertThat(told.shuffled(seed)).isEqualTo(dossier);
        }
    }

    @Test
    void a_wrong_value_stays_out_when_another_source_repeats_it() {
        Employment read = Told.job("远途科技", "总监", "2020-01", null);
        Employment repeated = Told.job("远途科技", null, "2020-01", null);
        Question question = Question.about(
                Review.Kind.FIELD,
                new Told().on("2025-03-05", NAME, read).dossier(),
                new Told().on("2025-03-05", read).dossier().of(Employment.class).get(0));
        Dossier dossier = new Told()
                .on("2025-03-05", NAME, read)
                .on("2026-11-01", answer(question, Answer.REJECTED, "2026-11-01T02:00:00Z", read))
                .on("2026-11-20", repeated)
                .on("2026-11-21", Told.job("远途科技", "经理", "2021-06", null))
                .dossier();
        assertThat(dossier.of(Employment.class))
                .extracting(entry -> entry.fact().title())
                .containsExactly("经理");
    }

    @Test
    void salaries_of_one_time_that_exclude_each_other_are_asked_about() {
        SalaryStatement fifteen = wants(15_000);
        SalaryStatement thirty = wants(30_000);
        Told told = new Told().on("2025-03-01", NAME, fifteen).on("2025-03-10", thirty);
        assertThat(OpenQuestions.of(told.dossier())).singleElement().satisfies(question -> {
            assertThat(question.kind()).isEqualTo(Review.Kind.SALARY);
            assertThat(question.choices()).containsExactly(fifteen, thirty);
        });
        Question question = OpenQuestions.of(told.dossier()).get(0);
        Review answer = answer(question, Answer.CONFIRMED, "2026-11-01T02:00:00Z", fifteen);
        assertThat(told.on("2026-11-01", answer, thirty).dossier().of(SalaryStatement.class))
                .extracting(Evidenced::fact)
                .containsExactly(thirty);
    }

    @Test
    void a_salary_of_another_year_is_no_contradiction() {
        Told told = new Told().on("2024-03-01", NAME, wants(15_000)).on("2025-03-10", wants(30_000));
        assertThat(OpenQuestions.of(told.dossier())).isEmpty();
    }

    @Test
    void a_verified_education_says_how_by_whom_and_when() {
        Education degree = new Education("江南理工大学", "硕士", "自动化", Told.date("2012"), Told.date("2015"));
        Told told = new Told().on("2025-03-05", NAME, degree);
        Question question = Question.about(
                Review.Kind.VERIFICATION,
                told.dossier(),
                told.dossier().of(Education.class).get(0));
        Review review = new Review(
                question.id(),
                Review.Kind.VERIFICATION,
                Answer.VERIFIED,
                degree,
                List.of(),
                "学信网 1042 3120 1505 0001 23",
                null,
                "周敏",
                Instant.parse("2026-11-01T02:00:00Z"));
        Dossier dossier = told.on("2026-11-01", review, degree).dossier();
        assertThat(dossier.of(Education.class)).singleElement().satisfies(entry -> {
            assertThat(entry.evidence()).hasSize(2);
            assertThat(ReviewState.verification(dossier, entry)).contains(review);
        });
        assertThat(ArchiveJson.dossier(ArchiveJson.dossier(dossier))).isEqualTo(dossier);
    }

    private static SalaryStatement wants(long monthly) {
        return new SalaryStatement(
                SalaryStatement.Kind.EXPECTED, new Pay(monthly, monthly, "CNY", 12, monthly + ""), null);
    }
}
