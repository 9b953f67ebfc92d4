package org.talentrecall.archive.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.json.ArchiveJson;
import org.talentrecall.archive.record.RecordId;
import tools.jackson.core.JacksonException;

/**
 * What a question needs to know of itself when it comes back answered, however long it was away: a line of JSON in a hidden
 * cell beside it.
 *
 * @param record the record by which the answer finds its person
 * @param other the record that stands for the other person, for {@link Review.Kind#SAME_PERSON}; null for all other kinds
 */
public record ReviewForm(
        String question,
        Review.Kind kind,
        RecordId record,
        @Nullable RecordId other,
        @Nullable PersonFact about,
        List<PersonFact> choices) {

    public ReviewForm {
        choices = List.copyOf(choices);
    }

    public static ReviewForm of(Question question) {
        return new ReviewForm(
                question.id(), question.kind(), question.record(), null, question.about(), question.choices());
    }

    /** One line. */
    public String line() {
        return ArchiveJson.write(this);
    }

    /** What {@link #line()} wrote, or empty for anything else: people paste into all cells that they can reach. */
    public static Optional<ReviewForm> read(String line) {
        try {
            return Optional.ofNullable(ArchiveJson.read(line, ReviewForm.class))
                    .filter(form -> form.question != null && form.kind != null && form.record != null && form.fits());
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** Whether it holds what its kind needs, so that an edited cell is no form rather than a fault of the program. */
    private boolean fits() {
        return kind != Review.Kind.SALARY
                || !choices.isEmpty() && choices.stream().allMatch(SalaryStatement.class::isInstance);
    }

    /** The answers that are offered. */
    public List<Choice> offered() {
        return Choice.of(kind, about, choices);
    }

    /** The facts in question. */
    List<PersonFact> inQuestion() {
        List<PersonFact> facts = new ArrayList<>(choices);
        if (about != null) {
            facts.add(about);
        }
        return facts;
    }
}
