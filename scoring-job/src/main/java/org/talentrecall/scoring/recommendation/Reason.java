package org.talentrecall.scoring.recommendation;

import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.RejectionCode;

/**
 * Why the person was not hired then.
 *
 * @param text the notes' own words, or a sentence saying that there are none
 * @param date ISO date as exact as the source gave it, or null
 * @param standing whether it still stands tonight
 */
public record Reason(
        RejectionCode code, Text text, @Nullable String date, Standing standing) {
    /** What became of a reason. */
    public enum Standing {
        /** Its condition is met: it no longer speaks against the person. */
        LIFTED,
        /** It still does. */
        STANDS,
        /** Cannot be told from what we know; somebody has to find out. */
        UNKNOWN
    }
}
