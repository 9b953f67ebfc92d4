package org.talentrecall.archive.fact;

import org.jspecify.annotations.Nullable;

/** A salary that was stated: what the person earned, wanted or was offered at {@code date}. */
public record SalaryStatement(Kind kind, Pay pay, @Nullable PartialDate date) implements PersonFact {
    /** Which salary. */
    public enum Kind {
        CURRENT,
        EXPECTED,
        OFFERED
    }
}
