package org.talentrecall.scoring.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.review.Question;
import org.talentrecall.archive.review.ReviewForm;
import org.talentrecall.scoring.profile.Claims;
import org.talentrecall.scoring.recommendation.Claim;
import org.talentrecall.scoring.recommendation.NightReport.ReviewItem;
import org.talentrecall.scoring.recommendation.Text;

/** A question in words. */
final class QuestionTexts {
    private QuestionTexts() {}

    static ReviewItem item(Question question) {
        return new ReviewItem(
                question.person().value(),
                question.name(),
                question.kind().name(),
                asked(question),
                evidence(question),
                question.id(),
                ReviewForm.of(question).line());
    }

    private static Text asked(Question question) {
        PersonFact about = question.about();
        return switch (question.kind()) {
            case REASON ->
                about instanceof NotHired no
                        ? Text.of("review.reason", Claims.join(no.post()), date(no.date()))
                        : Text.of("review.reason", "", "");
            case SALARY ->
                Text.of("review.salary", kind((SalaryStatement)
                        question.choices().get(0)));
            case VERIFICATION ->
                Text.of(about instanceof Education ? "review.verify.education" : "review.verify.employment");
            case FIELD -> Text.of("review.field");
            case CAREER_UPDATE -> Text.of("review.career");
            case SAME_PERSON ->
                throw new IllegalArgumentException("PairQuestions words what is asked about two persons");
            case DOUBT -> Text.of(about instanceof Doubt doubt ? doubtKey(doubt) : "review.doubt");
        };
    }

    private static String doubtKey(Doubt doubt) {
        return switch (doubt.question()) {
            case "WHICH_KIND_OF_MAIL" -> "review.doubt.mail";
            case "WHOSE_INTERVIEW" -> "review.doubt.interview";
            case "MOVE_THE_INTERVIEW" -> "review.doubt.move";
            case "READ_FROM_PICTURE" -> "review.doubt.picture";
            case "READ_IN_PART" -> "review.doubt.part";
            case "SAME_PERSON_ON_THE_WEB" -> "review.doubt.web";
            default -> "review.doubt";
        };
    }

    /** What is known, with the place that says it; of several choices the places of all. */
    private static Claim evidence(Question question) {
        PersonFact about = question.about();
        if (about != null) {
            return Claims.of(words(about), question.evidence());
        }
        List<Object> choices = new ArrayList<>();
        question.choices().forEach(choice -> choices.add(words(choice)));
        List<String> places = question.evidence().stream()
                .map(Evidence::locator)
                .map(locator -> locator.display())
                .distinct()
                .toList();
        return new Claim(Text.of("review.choices", choices), String.join("\n", places));
    }

    private static Text words(PersonFact fact) {
        if (fact instanceof NotHired no) {
            return Text.of("claim.refusal", date(no.date()), Text.words(Claims.cut(no.text())));
        } else if (fact instanceof Employment post) {
            String period = Claims.join(date(post.from()), post.current() ? "–" : "– " + date(post.to()));
            return Text.of("claim.post", period, post.company(), Claims.join(post.title()));
        } else if (fact instanceof Education study) {
            return Text.words(Claims.join(
                    study.school(), study.degree(), study.major(), date(study.from()) + "–" + date(study.to())));
        } else if (fact instanceof SalaryStatement salary) {
            return Text.words(Claims.join(salary.pay().asWritten(), date(salary.date())));
        } else if (fact instanceof CareerUpdate update) {
            return Text.of("claim.update", date(update.date()), Claims.cut(update.text()));
        } else if (fact instanceof Doubt doubt) {
            return Text.words(Claims.cut(doubt.words()));
        }
        return Text.words(fact.toString());
    }

    private static Text kind(SalaryStatement salary) {
        return Text.of("salary.kind." + salary.kind().name());
    }

    private static String date(@Nullable PartialDate date) {
        return date == null ? "" : date.toString();
    }
}
