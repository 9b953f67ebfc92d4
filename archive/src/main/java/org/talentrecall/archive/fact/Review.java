package org.talentrecall.archive.fact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of ours answered to a question about a person (审核). It outranks what readers read: see
 * {@link org.talentrecall.archive.dossier.DossierFold}. A right value that was entered stands as a fact of its own beside it,
 * in the same record.
 *
 * @param question the question's id, see {@link org.talentrecall.archive.review.Question}
 * @param about the fact that was asked about; null when the question was about something that nobody stated
 * @param wrong facts that the answer rules out, wherever they are stated
 * @param value what was entered, as written: the right value, or how something was verified; null when nothing was
 * @param by who answered, as the workbook or the mail names them
 */
public record Review(
        String question,
        Kind kind,
        Answer answer,
        @Nullable PersonFact about,
        List<PersonFact> wrong,
        @Nullable String value,
        @Nullable String note,
        String by,
        Instant at)
        implements PersonFact {

    public Review {
        wrong = List.copyOf(wrong);
        if (question.isBlank() || by.isBlank()) {
            throw new IllegalArgumentException("An answer names its question and who gave it");
        }
    }

    /** What is asked. */
    public enum Kind {
        /** Why the person was not hired, where nobody wrote it or the words do not tell. */
        REASON,
        /** Which of several salaries of one time is right. */
        SALARY,
        /** Whether an education or employment is proven, and how. */
        VERIFICATION,
        /** A value that was read with low confidence. */
        FIELD,
        /** Whether a career update is about this person. */
        CAREER_UPDATE,
        /** Whether two dossiers are one person's. */
        SAME_PERSON,
        /** Something that a reader could not decide. */
        DOUBT
    }

    /** What was answered. */
    public enum Answer {
        /** It is as read. */
        CONFIRMED,
        /** It is otherwise; the right value stands beside the review. */
        CORRECTED,
        /** It is wrong, or not about this person. */
        REJECTED,
        /** It is as read, and proven; {@link Review#value} tells how, for example by a certificate's number. */
        VERIFIED,
        /** Whoever was asked does not know; the question is not asked again. */
        NOT_KNOWN
    }
}
