package org.talentrecall.archive.text;

import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;

/**
 * A span of time as a resume gives it.
 *
 * @param from its start, or null when not told
 * @param to its end, or null when not told or not over
 * @param current true when the text says that it was not over when it was written ("至今", "present")
 */
public record DateRange(
        @Nullable PartialDate from, @Nullable PartialDate to, boolean current) {
    public DateRange {
        if (current && to != null) {
            throw new IllegalArgumentException("What still goes on has no end: " + to);
        }
    }
}
