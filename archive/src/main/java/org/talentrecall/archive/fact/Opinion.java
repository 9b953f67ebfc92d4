package org.talentrecall.archive.fact;

import org.jspecify.annotations.Nullable;

/**
 * What somebody of ours thought of the candidate.
 *
 * @param by whose opinion, as written; null when only the role is known
 * @param text their words
 * @param rating 0 (never) to 100 (must have), read from the words or from a stated grade; null when it cannot be told
 */
public record Opinion(
        Role role,
        @Nullable String by,
        String text,
        @Nullable Integer rating,
        @Nullable PartialDate date,
        @Nullable String post)
        implements PersonFact {
    /** Who speaks. */
    public enum Role {
        INTERVIEWER,
        HIRING_MANAGER,
        /** 老总. */
        BOSS,
        HR
    }
}
