package org.talentrecall.archive.fact;

/**
 * A monthly gross pay range.
 *
 * @param minMonthly lower end in whole units of the currency a month
 * @param maxMonthly upper end; equal to the lower end for a single figure
 * @param currency ISO 4217, for example {@code CNY}
 * @param months salaries a year, 12 unless stated ("14薪")
 * @param asWritten as the source wrote it
 */
public record Pay(long minMonthly, long maxMonthly, String currency, double months, String asWritten) {
    public Pay {
        if (minMonthly < 0 || maxMonthly < minMonthly) {
            throw new IllegalArgumentException("A pay range runs from low to high: " + minMonthly + "-" + maxMonthly);
        }
    }
}
