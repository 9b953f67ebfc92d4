package org.talentrecall.archive.fact;

import org.jspecify.annotations.Nullable;

/** The person applied or was proposed for one of our posts. */
public record Application(
        String post, @Nullable String openingId, @Nullable PartialDate date) implements PersonFact {}
