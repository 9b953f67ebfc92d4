package org.talentrecall.archive.fact;

import org.jspecify.annotations.Nullable;

/** A period of study. Unknown parts are null, an unknown school is empty. */
public record Education(
        String school,
        @Nullable String degree,
        @Nullable String major,
        @Nullable PartialDate from,
        @Nullable PartialDate to)
        implements PersonFact {}
