package org.talentrecall.archive.review;

import java.time.Instant;

/**
 * What somebody wrote into a form.
 *
 * @param answer the choice, as the cell shows it
 * @param value what was entered besides; empty when nothing was
 * @param by who; the writer's mail address or the account's name when the form does not say
 */
public record Given(String answer, String value, String note, String by, Instant at) {
    public Given {
        answer = answer.strip();
        value = value.strip();
        note = note.strip();
        by = by.strip();
        if (by.isEmpty()) {
            throw new IllegalArgumentException("Whoever answers has a name");
        }
    }

    /** Whether the row was left as it was. */
    public static boolean blank(String answer, String value) {
        return answer.isBlank() && value.isBlank();
    }
}
