package org.talentrecall.archive.fact;

import org.jspecify.annotations.Nullable;

/** A project a person took part in, with what they did there. */
public record Project(
        String name,
        @Nullable String role,
        @Nullable PartialDate from,
        @Nullable PartialDate to,
        @Nullable String description)
        implements PersonFact {}
