package org.talentrecall.bench;

import java.util.Arrays;

/**
 * Pairwise truth of a grouping: two records count when they are in one group, of the truth or of the answer.
 *
 * @param right pairs in both
 * @param found pairs of the answer
 * @param real pairs of the truth
 */
record PairCounts(long right, long found, long real) {

    /**
     * @param answer for each record a number that is the same for all of one group
     * @param truth the same of the truth
     */
    static PairCounts of(int[] answer, int[] truth) {
        long[] both = new long[answer.length];
        for (int record = 0; record < both.length; record++) {
            both[record] = (long) answer[record] << Integer.SIZE | truth[record];
        }
        return new PairCounts(
                pairs(both),
                pairs(Arrays.stream(answer).asLongStream().toArray()),
                pairs(Arrays.stream(truth).asLongStream().toArray()));
    }

    private static long pairs(long[] groups) {
        Arrays.sort(groups);
        long pairs = 0;
        int first = 0;
        for (int i = 1; i < groups.length; i++) {
            first = groups[i] == groups[first] ? first : i;
            pairs += i - first;
        }
        return pairs;
    }

    double precision() {
        return found == 0 ? 1 : (double) right / found;
    }

    double recall() {
        return real == 0 ? 1 : (double) right / real;
    }

    double f1() {
        return found + real == 0 ? 1 : 2.0 * right / (found + real);
    }
}
