package org.talentrecall.scoring.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.FactDates;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.review.OpenQuestions;
import org.talentrecall.archive.review.Question;
import org.talentrecall.archive.review.ReviewState;
import org.talentrecall.scoring.recommendation.NightReport.ReviewItem;

/**
 * Gathers a night's questions: whatever is open about anybody who could stand in a list, and about those whom the night
 * recommends also what the recommendation leans on: a post or degree that nobody has verified, a value that was read with
 * doubt. Each question once, whichever openings raise it.
 */
public final class NightQuestions {
    private static final Comparator<PartialDate> TIME = Comparator.nullsFirst(Comparator.naturalOrder());

    private final Map<String, Question> questions = new HashMap<>();

    /** Somebody who could stand in a list. */
    public void met(Dossier dossier) {
        OpenQuestions.of(dossier).forEach(this::ask);
    }

    /** Somebody whom the night says to contact. */
    public void recommended(Dossier dossier) {
        latest(dossier, Employment.class).ifPresent(post -> verify(dossier, post));
        latest(dossier, Education.class).ifPresent(study -> verify(dossier, study));
        doubtful(dossier, Employment.class);
        doubtful(dossier, SalaryStatement.class);
    }

    private static <T extends PersonFact> Optional<Evidenced<T>> latest(Dossier dossier, Class<T> type) {
        return dossier.of(type).stream()
                .max(Comparator.comparing((Evidenced<T> entry) -> FactDates.of(entry.fact()), TIME)
                        .thenComparing(entry -> entry.fact().toString()));
    }

    private void verify(Dossier dossier, Evidenced<?> entry) {
        if (ReviewState.verification(dossier, entry).isEmpty()) {
            askUnlessAnswered(dossier, Question.about(Review.Kind.VERIFICATION, dossier, entry));
        }
    }

    private <T extends PersonFact> void doubtful(Dossier dossier, Class<T> type) {
        dossier.of(type).stream()
                .filter(entry -> entry.confidence() < OpenQuestions.DOUBTFUL)
                .forEach(entry -> askUnlessAnswered(dossier, Question.about(Review.Kind.FIELD, dossier, entry)));
    }

    private void askUnlessAnswered(Dossier dossier, Question question) {
        if (question.answered(dossier).isEmpty()) {
            ask(question);
        }
    }

    private void ask(Question question) {
        questions.putIfAbsent(question.id(), question);
    }

    /** All of them: by kind in the order of {@link Order}, then by person. */
    public List<ReviewItem> items() {
        List<Question> sorted = new ArrayList<>(questions.values());
        sorted.sort(Comparator.comparing((Question question) -> Order.of(question.kind()))
                .thenComparing(Question::person)
                .thenComparing(Question::id));
        return sorted.stream().map(QuestionTexts::item).toList();
    }

    /** What holds a list back most comes first. */
    private enum Order {
        REASON,
        SAME_PERSON,
        SALARY,
        CAREER_UPDATE,
        DOUBT,
        FIELD,
        VERIFICATION;

        static Order of(Review.Kind kind) {
            return valueOf(kind.name());
        }
    }
}
