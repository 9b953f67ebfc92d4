package org.talentrecall.archive.fact;

import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a person's career since we met them.
 *
 * @param date when it happened; null when the source does not tell
 * @param text the source's words
 * @param url where to read more, or null
 */
public record CareerUpdate(
        Kind kind,
        @Nullable PartialDate date,
        @Nullable String company,
        @Nullable String title,
        String text,
        @Nullable String url)
        implements PersonFact {
    /** What happened. */
    public enum Kind {
        NEW_JOB,
        PROMOTION,
        LEFT,
        PROJECT,
        PUBLICATION,
        /** Says that they are interested in a field or in moving. */
        INTEREST
    }
}
