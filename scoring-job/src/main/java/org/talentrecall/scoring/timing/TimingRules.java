package org.talentrecall.scoring.timing;

import java.time.MonthDay;
import org.jspecify.annotations.Nullable;

/**
 * @param tenureMonths after how many months in a post people look around again
 * @param settledMonths before so many months in a new post nobody wants to hear of another
 * @param patienceDays how long an open post waits for a better moment
 * @param bonusPaid the day of the year by which year-end bonuses are paid; null for a week after Chinese New Year
 */
public record TimingRules(
        int tenureMonths,
        int settledMonths,
        int patienceDays,
        @Nullable MonthDay bonusPaid) {
    public TimingRules {
        if (tenureMonths < 1 || settledMonths < 0 || settledMonths > tenureMonths || patienceDays < 0) {
            throw new IllegalArgumentException(
                    "Timing needs 0 <= settledMonths <= tenureMonths and patience of 0 days or more");
        }
    }

    public static TimingRules standard() {
        return new TimingRules(12, 6, 60, null);
    }
}
