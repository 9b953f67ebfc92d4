package org.talentrecall.scoring.reason;

/**
 * Figures by which reasons expire.
 *
 * @param salaryGrowthPerYear by how much an expectation grows each year after it was stated, for example 0.03
 * @param negotiationRoom by how much an expectation may exceed the budget and still be worth asking, for example 0.05
 * @param timingMonths after how many months a bad moment is over
 * @param declinedMonths after how many months somebody who declined may be asked again
 * @param tenureMonths after how many months in a post people look around again
 */
public record ReasonRules(
        double salaryGrowthPerYear, double negotiationRoom, int timingMonths, int declinedMonths, int tenureMonths) {
    public ReasonRules {
        if (salaryGrowthPerYear < 0
                || negotiationRoom < 0
                || timingMonths < 0
                || declinedMonths < 0
                || tenureMonths < 0) {
            throw new IllegalArgumentException("Rules for reasons take no negative figures");
        }
    }

    public static ReasonRules standard() {
        return new ReasonRules(0.03, 0.05, 6, 12, 12);
    }
}
