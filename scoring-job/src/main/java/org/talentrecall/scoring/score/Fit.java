package org.talentrecall.scoring.score;

import java.util.List;
import org.talentrecall.scoring.recommendation.Claim;

/**
 * How well something asked for is met.
 *
 * @param value 0–1
 * @param known whether anything tells; if not, the value is neutral
 */
record Fit(double value, boolean known, List<Claim> claims) {
    /** Neutral on the scale of items, as {@link Part#NEUTRAL} is on that of components. */
    static final double NEUTRAL = Part.NEUTRAL / 100;

    Fit {
        claims = List.copyOf(claims);
    }

    static Fit unknown() {
        return new Fit(NEUTRAL, false, List.of());
    }

    static Fit of(double value, Claim claim) {
        return new Fit(value, true, List.of(claim));
    }
}
