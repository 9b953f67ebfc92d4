package org.talentrecall.archive.fact;

import org.jspecify.annotations.Nullable;

/** The person asked not to be contacted, or allowed it again. The latest one counts. */
public record ContactPreference(
        boolean mayContact, String text, @Nullable PartialDate date) implements PersonFact {}
