package org.talentrecall.archive.fact;

import org.jspecify.annotations.Nullable;

/** How a recall ended. */
public record Outcome(
        Kind kind,
        @Nullable PartialDate date,
        @Nullable String openingId,
        @Nullable String reason) implements PersonFact {
    /** Joined us, said no, or it came to nothing on our side. */
    public enum Kind {
        JOINED,
        DECLINED,
        FAILED
    }
}
