package org.talentrecall.archive.fact;

import org.jspecify.annotations.Nullable;

/**
 * How soon a person could begin, as stated when the source was written.
 *
 * @param noticeDays days until then, 0 for at once; null where the words give no number
 * @param text as written
 */
public record Availability(@Nullable Integer noticeDays, String text) implements PersonFact {
    public Availability {
        if (noticeDays != null && noticeDays < 0) {
            throw new IllegalArgumentException("A notice period is no negative number of days: " + noticeDays);
        }
    }
}
