package org.talentrecall.archive.fact;

import org.jspecify.annotations.Nullable;

/**
 * A post held, as a resume or profile lists it.
 *
 * @param to end of the post; null when unknown or still held
 * @param current true when the source says that the post was still held when it was written ("至今", "present")
 * @param description what was done, in the source's words
 */
public record Employment(
        String company,
        @Nullable String title,
        @Nullable String department,
        @Nullable PartialDate from,
        @Nullable PartialDate to,
        boolean current,
        @Nullable String description)
        implements PersonFact {}
