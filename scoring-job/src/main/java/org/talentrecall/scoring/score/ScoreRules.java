package org.talentrecall.scoring.score;

import org.talentrecall.scoring.reason.ReasonRules;
import org.talentrecall.scoring.recommendation.Band;
import org.talentrecall.scoring.recommendation.Reason.Standing;

/**
 * Everything about the score that an operator may set.
 *
 * @param contactFrom scores from here on ask for contact
 * @param watchFrom scores from here on ask for watching; below is not now
 */
public record ScoreRules(Weights weights, int contactFrom, int watchFrom, ReasonRules reasons) {
    public ScoreRules {
        if (watchFrom < 1 || contactFrom <= watchFrom || contactFrom > 100) {
            throw new IllegalArgumentException(
                    "The bands need 0 < watchFrom < contactFrom <= 100, not " + watchFrom + " and " + contactFrom);
        }
    }

    public static ScoreRules standard() {
        return new ScoreRules(Weights.standard(), 80, 60, ReasonRules.standard());
    }

    public Band band(int score) {
        return score >= contactFrom ? Band.CONTACT : score >= watchFrom ? Band.WATCH : Band.NOT_NOW;
    }

    /** The most that an obstacle leaves. */
    int cap(Standing standing) {
        return switch (standing) {
            case STANDS -> watchFrom - 1;
            case UNKNOWN -> contactFrom - 1;
            case LIFTED -> 100;
        };
    }
}
