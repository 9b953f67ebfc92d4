package org.talentrecall.archive.review;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * What somebody wrote into a form.
 *
 * @param answer the choice, as the cell shows it
 * @param value what was entered besides; empty when nothing was
 * @param by who; the writer's mail address or the account's name when the form does not say
 */
public record Given(String answer, String value, String note, String by, Instant at) {
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]+");

    public Given {
        answer = plain(answer);
        value = plain(value);
        note = plain(note);
        by = plain(by);
        if (by.isEmpty()) {
            throw new IllegalArgumentException("Whoever answers has a name");
        }
    }

    /** Without the signs that no keyboard writes and no database takes. */
    public static String plain(String written) {
        return CONTROL.matcher(written).replaceAll(" ").strip();
    }

    /** Whether the row was left as it was. */
    public static boolean blank(String answer, String value) {
        return answer.isBlank() && value.isBlank();
    }
}
