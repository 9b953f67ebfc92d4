package org.talentrecall.archive.review;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.Review.Answer;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.text.PayReader;

/** Reads what was written into a form. Pure: the same form and words give the same facts. */
public final class Answers {
    private static final int LONGEST_VALUE = 500;
    private static final int LONGEST_NOTE = 4000;
    private static final int LONGEST_NAME = 100;

    private Answers() {}

    /** What the answer says. */
    public static Answered read(ReviewForm form, Given given) {
        if (given.value().length() > LONGEST_VALUE
                || given.note().length() > LONGEST_NOTE
                || given.by().length() > LONGEST_NAME) {
            return new Answered.Refused(
                    "ANSWER_TOO_LONG",
                    "A text is too long to be meant here: a value has " + LONGEST_VALUE
                            + " characters at the most, a note " + LONGEST_NOTE + ", a name " + LONGEST_NAME + ".");
        }
        List<Choice> offered = form.offered();
        Optional<Choice> choice = ReviewWords.read(given.answer(), offered);
        if (choice.isEmpty()) {
            // Whoever enters the right value and forgets the list means that value.
            choice = given.answer().isEmpty() ? other(offered) : Optional.empty();
        }
        return choice.<Answered>map(chosen -> read(form, given, chosen)).orElseGet(() -> unknown(given, offered));
    }

    private static Optional<Choice> other(List<Choice> offered) {
        return offered.stream()
                .filter(choice -> choice.code().equals(Choice.OTHER))
                .findFirst();
    }

    private static Answered unknown(Given given, List<Choice> offered) {
        ReviewWords words = ReviewWords.in(java.util.Locale.SIMPLIFIED_CHINESE);
        String list = offered.stream().map(words::of).collect(Collectors.joining(" / "));
        return new Answered.Refused(
                "UNKNOWN_ANSWER",
                given.answer().isEmpty()
                        ? "No answer was chosen: choose one of " + list + "."
                        : "The answer is none of those offered: choose one of " + list + ".");
    }

    private static Answered read(ReviewForm form, Given given, Choice choice) {
        if (choice.code().equals(Choice.NOT_KNOWN)) {
            return new Answered.Taken(review(form, given, Answer.NOT_KNOWN, List.of()), List.of());
        }
        return switch (form.kind()) {
            case REASON -> reason(form, given, RejectionCode.valueOf(choice.code()));
            case SALARY -> salary(form, given, choice);
            case VERIFICATION -> choice.code().equals(Choice.VERIFIED) ? verified(form, given) : wrong(form, given);
            case FIELD -> field(form, given, choice);
            case CAREER_UPDATE ->
                choice.code().equals(Choice.SAME) ? right(form, given, Answer.CONFIRMED) : wrong(form, given);
            case SAME_PERSON ->
                new Answered.Taken(
                        review(
                                form,
                                given,
                                choice.code().equals(Choice.SAME) ? Answer.CONFIRMED : Answer.REJECTED,
                                List.of()),
                        List.of());
            case DOUBT -> doubt(form, given, choice);
        };
    }

    /** The code takes the place of the unknown one; what was entered besides names the skill, field or place. */
    private static Answered reason(ReviewForm form, Given given, RejectionCode code) {
        String detail = given.value().isEmpty() ? null : given.value();
        if (detail == null && (code == RejectionCode.SKILL_GAP || code == RejectionCode.EXPERIENCE_GAP)) {
            return new Answered.Refused(
                    "NO_DETAIL", "A missing skill or experience needs its name in the cell beside: ToB, 区块链, Java ….");
        }
        NotHired told = no(form, given, code, detail);
        boolean confirmed = told.equals(form.about());
        List<PersonFact> wrong = confirmed || !(form.about() instanceof NotHired) ? List.of() : form.inQuestion();
        return new Answered.Taken(
                review(form, given, confirmed ? Answer.CONFIRMED : Answer.CORRECTED, wrong), List.of(told));
    }

    private static NotHired no(ReviewForm form, Given given, RejectionCode code, @Nullable String detail) {
        if (form.about() instanceof NotHired no) {
            String text = no.text().isBlank() ? given.note() : no.text();
            String kept = detail == null && no.code() == code ? no.detail() : detail;
            return new NotHired(code, kept, text, no.date(), no.post(), no.openingId());
        }
        if (form.about() instanceof Interview interview) {
            return new NotHired(code, detail, given.note(), interview.date(), interview.post(), interview.openingId());
        }
        PartialDate today = PartialDate.of(day(given));
        return new NotHired(code, detail, given.note(), today, null, null);
    }

    private static LocalDate day(Given given) {
        return LocalDate.ofInstant(given.at(), ZoneOffset.UTC);
    }

    private static Answered salary(ReviewForm form, Given given, Choice choice) {
        if (choice.number() >= 0) {
            PersonFact right = form.choices().get(choice.number());
            List<PersonFact> wrong = new ArrayList<>(form.choices());
            wrong.remove(right);
            return new Answered.Taken(review(form, given, Answer.CONFIRMED, wrong), List.of(right));
        }
        SalaryStatement latest =
                (SalaryStatement) form.choices().get(form.choices().size() - 1);
        return PayReader.read(given.value())
                .<Answered>map(pay -> new Answered.Taken(
                        review(form, given, Answer.CORRECTED, form.inQuestion()),
                        List.of(new SalaryStatement(latest.kind(), pay, latest.date()))))
                .orElseGet(() -> noValue("a salary such as 18K or 18-25k*14薪"));
    }

    private static Answered verified(ReviewForm form, Given given) {
        if (given.value().isEmpty()) {
            return new Answered.Refused(
                    "NO_PROOF",
                    "Verified, but how? Enter it in the cell beside: the number of the 学信网 report, whom you called ….");
        }
        return right(form, given, Answer.VERIFIED);
    }

    private static Answered field(ReviewForm form, Given given, Choice choice) {
        if (choice.code().equals(Choice.RIGHT)) {
            return right(form, given, Answer.CONFIRMED);
        }
        if (choice.code().equals(Choice.WRONG) && given.value().isEmpty()) {
            return wrong(form, given);
        }
        PersonFact about = form.about();
        return (about == null ? Optional.<PersonFact>empty() : RightValue.read(about, given.value(), day(given)))
                .<Answered>map(fact ->
                        new Answered.Taken(review(form, given, Answer.CORRECTED, form.inQuestion()), List.of(fact)))
                .orElseGet(() -> noValue(about == null ? "the right value" : RightValue.shape(about)));
    }

    private static Answered doubt(ReviewForm form, Given given, Choice choice) {
        String words = choice.words();
        if (words == null && given.value().isEmpty()) {
            return noValue("what it is");
        }
        Given chosen = words == null
                ? given
                : new Given(given.answer(), words, join(given.value(), given.note()), given.by(), given.at());
        return new Answered.Taken(review(form, chosen, Answer.CORRECTED, List.of()), List.of());
    }

    private static String join(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + " · " + other;
    }

    private static Answered noValue(String shape) {
        return new Answered.Refused("NO_VALUE", "The right value is missing or cannot be read: enter " + shape + ".");
    }

    private static Answered right(ReviewForm form, Given given, Answer answer) {
        List<PersonFact> facts = form.about() == null ? List.of() : List.of(form.about());
        return new Answered.Taken(review(form, given, answer, List.of()), facts);
    }

    private static Answered wrong(ReviewForm form, Given given) {
        return new Answered.Taken(review(form, given, Answer.REJECTED, form.inQuestion()), List.of());
    }

    /** What was entered, so that an answer that a later one overtakes still tells what it said. */
    private static String entered(ReviewForm form, Given given) {
        return switch (form.kind()) {
            case REASON, SALARY -> join(given.answer(), given.value());
            case VERIFICATION, FIELD, CAREER_UPDATE, SAME_PERSON, DOUBT -> given.value();
        };
    }

    private static Review review(ReviewForm form, Given given, Answer answer, List<PersonFact> wrong) {
        String value = entered(form, given);
        return new Review(
                form.question(),
                form.kind(),
                answer,
                form.about(),
                wrong,
                value.isEmpty() ? null : value,
                given.note().isEmpty() ? null : given.note(),
                given.by(),
                given.at());
    }
}
