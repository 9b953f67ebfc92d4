package org.talentrecall.archive.review;

import java.lang.reflect.RecordComponent;
import java.time.DateTimeException;
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
    private static final int LONGEST_QUESTION = 64;

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
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(ArchiveJson.read(line, ReviewForm.class))
                    .filter(form -> isWhole(form) && form.fits());
        } catch (JacksonException | IllegalArgumentException | NullPointerException | DateTimeException e) {
            // The constructors of facts refuse what cannot be, each in its way.
            return Optional.empty();
        }
    }

    /** Whether it holds what its kind needs, so that an edited cell is no form rather than a fault of the program. */
    private boolean fits() {
        if (question.isBlank() || question.length() > LONGEST_QUESTION) {
            return false;
        }
        return switch (kind) {
            case SALARY -> !choices.isEmpty() && choices.stream().allMatch(SalaryStatement.class::isInstance);
            case VERIFICATION, FIELD, CAREER_UPDATE, DOUBT -> about != null;
            case SAME_PERSON -> other != null && !other.equals(record);
            case REASON -> true;
        };
    }

    /** Whether nothing is missing anywhere that the program always writes: JSON can leave out what a type calls for. */
    private static boolean isWhole(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().allMatch(part -> part != null && isWhole(part));
        }
        if (!(value instanceof Record)) {
            return true;
        }
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object part = part(value, component);
            boolean whole =
                    part == null ? component.getAnnotatedType().isAnnotationPresent(Nullable.class) : isWhole(part);
            if (!whole) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Object part(Object record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The type " + record.getClass().getSimpleName() + " is not public", e);
        }
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
