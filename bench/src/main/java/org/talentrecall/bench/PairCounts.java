package org.talentrecall.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;

/**
 * Pairwise truth of a grouping: two records count when they are in one group, of the truth or of the answer.
 *
 * @param right pairs in both
 * @param found pairs of the answer
 * @param real pairs of the truth
 */
record PairCounts(long right, long found, long real) {

    static PairCounts of(int records, IntFunction<?> answer, IntFunction<?> truth) {
        Map<Object, Long> found = new HashMap<>();
        Map<Object, Long> real = new HashMap<>();
        Map<Both, Long> right = new HashMap<>();
        for (int record = 0; record < records; record++) {
            Object answered = Objects.requireNonNull(answer.apply(record));
            Object true_ = Objects.requireNonNull(truth.apply(record));
            found.merge(answered, 1L, Long::sum);
            real.merge(true_, 1L, Long::sum);
            right.merge(new Both(answered, true_), 1L, Long::sum);
        }
        return new PairCounts(pairs(right), pairs(found), pairs(real));
    }

    private record Both(Object answer, Object truth) {}

    private static long pairs(Map<?, Long> sizes) {
        return sizes.values().stream().mapToLong(size -> size * (size - 1) / 2).sum();
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
