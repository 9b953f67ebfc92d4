package org.talentrecall.archive.fact;

import org.talentrecall.archive.record.Locator;

/**
 * A fact with the place it was read at.
 *
 * @param confidence 0 (guessed) to 1 (certain) that the source says this
 */
public record StatedFact(Fact fact, Locator locator, double confidence) {
    public StatedFact {
        if (!(confidence >= 0 && confidence <= 1)) {
            throw new IllegalArgumentException("Confidence lies between 0 and 1: " + confidence);
        }
    }
}
