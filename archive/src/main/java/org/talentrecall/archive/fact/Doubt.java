package org.talentrecall.archive.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something about the person that a reader could not decide and did not guess. It changes nothing in the dossier; it waits
 * there to be listed and answered by a reviewer.
 *
 * @param question stable upper-case code of the question, for example {@code WHICH_KIND_OF_MAIL}; an answer refers to it and
 *     to the record that raised it
 * @param words the source's words that the question is about, cut to what a reviewer needs to see
 * @param choices the possible answers as stable codes or values, the likeliest first; empty for an open question
 * @param date when the words were said, or null
 */
public record Doubt(
        Kind kind,
        String question,
        String words,
        List<String> choices,
        @Nullable PartialDate date) implements PersonFact {
    /** What is doubtful. */
    public enum Kind {
        /** What a mail is, and so what it says. */
        MEANING,
        /** Whether something is about this person. */
        IDENTITY,
        /** Whether something happened in their career. */
        CAREER,
        /** A value that was read with little confidence. */
        VALUE
    }

    public Doubt {
        choices = List.copyOf(choices);
        if (!question.matches("[A-Z][A-Z_]{2,60}")) {
            throw new IllegalArgumentException("A question has an upper-case code, not: " + question);
        }
    }
}
