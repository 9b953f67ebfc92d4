package org.talentrecall.archive.linkage;

import java.util.List;

/**
 * Why two records are taken for one person or two: the weight of each field that both give, and what they come to.
 *
 * @param points the fields that both records give, in the model's order
 * @param total prior and all points, in bits: the binary logarithm of the odds
 */
public record Evidence(List<Point> points, double total) {
    /**
     * One field.
     *
     * @param weight bits for (positive) or against the two being one person
     */
    public record Point(String field, Level level, double weight) {}

    public Evidence {
        points = List.copyOf(points);
    }

    /** How likely the two records are of one person, 0 to 1. */
    public double probability() {
        return probability(total);
    }

    /** From bits to a probability. */
    public static double probability(double bits) {
        return 1 / (1 + Math.exp(-bits * Math.log(2)));
    }

    /** From a probability to bits. */
    public static double bits(double probability) {
        return Math.log(probability / (1 - probability)) / Math.log(2);
    }
}
