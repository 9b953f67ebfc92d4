package org.talentrecall.scoring.recommendation;

/**
 * Something said of a candidate or an opening, with the place that says it (M2).
 *
 * @param locator the place as {@link org.talentrecall.archive.record.Locator#display()} shows it
 */
public record Claim(Text claim, String locator) {}
