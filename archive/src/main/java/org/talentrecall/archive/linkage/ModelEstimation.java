package org.talentrecall.archive.linkage;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.talentrecall.archive.linkage.LinkageModel.Chances;

/**
 * Estimates a {@link LinkageModel} from a pool without knowing who is who, by expectation maximisation (Dempster, Laird
 * and Rubin 1977; Winkler 1988 for record linkage). Chances of different persons come from the whole pool: equal values by
 * counting them, other levels from a fixed sample of pairs, less what the pairs of one person contribute. Chances of one
 * person come from the candidate pairs. Depends on the pool's set and order alone; uses no chance.
 */
public final class ModelEstimation {
    private static final int ROUNDS = 60;
    private static final double SETTLED = 1e-5;
    private static final long ALL_PAIRS_UP_TO = 600_000;
    private static final int SAMPLED_PAIRS = 600_000;
    /** Observations that the first guess of m counts for. */
    private static final double GUESSED = 10;

    private static final double[] FIRST_GUESS = {0.1, 0.75, 0.01, 0.02, 0.07, 0.03, 0.05};
    private static final int FREQUENT = 2;

    private final List<Field> fields;
    private final Description[] pool;
    private final double allPairs;

    private ModelEstimation(List<Field> fields, Description[] pool) {
        this.fields = fields;
        this.pool = pool;
        allPairs = (double) pool.length * (pool.length - 1) / 2;
    }

    /**
     * Estimates.
     *
     * @param pool two records at least
     * @param candidates of this pool
     */
    public static LinkageModel of(List<Field> fields, List<Description> pool, CandidatePairs candidates) {
        if (pool.size() < 2) {
            throw new IllegalArgumentException("A model needs two records at least");
        }
        ModelEstimation estimation = new ModelEstimation(List.copyOf(fields), pool.toArray(Description[]::new));
        return estimation.maximise(estimation.patterns(candidates));
    }

    /** The levels of all fields and how many candidate pairs come to them. */
    private static final class Pattern {
        private final byte[] levels;
        private final long count;

        Pattern(byte[] levels, long count) {
            this.levels = levels;
            this.count = count;
        }

        byte[] levels() {
            return levels;
        }

        long count() {
            return count;
        }
    }

    private List<Pattern> patterns(CandidatePairs candidates) {
        Agreement agreement = new Agreement(fields);
        Map<String, long[]> counts = new HashMap<>();
        candidates.forEach((one, other) -> {
            agreement.compare(pool[one], pool[other]);
            counts.computeIfAbsent(new String(agreement.levels(), StandardCharsets.ISO_8859_1), key -> new long[1])[
                    0]++;
        });
        List<Pattern> patterns = new ArrayList<>();
        new TreeMap<>(counts)
                .forEach(
                        (key, count) -> patterns.add(new Pattern(key.getBytes(StandardCharsets.ISO_8859_1), count[0])));
        return patterns;
    }

    private LinkageModel maximise(List<Pattern> patterns) {
        double[][] rates = rates();
        double[][] m = new double[fields.size()][];
        double[][] u = new double[fields.size()][];
        for (int field = 0; field < fields.size(); field++) {
            m[field] = guess(rates[field], patterns, field);
            u[field] = normalised(rates[field]);
        }
        double matches = Math.max(1, pool.length * 0.2);
        for (int round = 0; round < ROUNDS; round++) {
            double prior = Evidence.bits(Math.min(0.5, matches / allPairs));
            double[][] expected = new double[fields.size()][Level.COUNT];
            double next = 0;
            for (Pattern pattern : patterns) {
                double share = Evidence.probability(prior + bits(pattern, m, u)) * pattern.count();
                next += share;
                for (int field = 0; field < fields.size(); field++) {
                    if (pattern.levels()[field] != Level.MISSING) {
                        expected[field][pattern.levels()[field]] += share;
                    }
                }
            }
            for (int field = 0; field < fields.size(); field++) {
                m[field] = smoothed(expected[field], guess(rates[field], patterns, field));
                u[field] = others(rates[field], expected[field]);
            }
            boolean settled = Math.abs(next - matches) < SETTLED * matches;
            matches = Math.max(0.5, next);
            if (settled) {
                break;
            }
        }
        return model(m, u, Evidence.bits(Math.min(0.5, matches / allPairs)));
    }

    private double bits(Pattern pattern, double[][] m, double[][] u) {
        double bits = 0;
        for (int field = 0; field < fields.size(); field++) {
            byte level = pattern.levels()[field];
            if (level != Level.MISSING && m[field][level] > 0 && u[field][level] > 0) {
                bits += Math.log(m[field][level] / u[field][level]) / Math.log(2);
            }
        }
        return bits;
    }

    /** For each field and level the share of all pairs of the pool that come to it; the rest lacks a value. */
    private double[][] rates() {
        double[][] rates = new double[fields.size()][Level.COUNT];
        Agreement agreement = new Agreement(fields);
        long sampled = 0;
        if (allPairs <= ALL_PAIRS_UP_TO) {
            for (int one = 0; one < pool.length; one++) {
                for (int other = one + 1; other < pool.length; other++) {
                    count(rates, agreement, one, other);
                    sampled++;
                }
            }
        } else {
            for (long draw = 0; draw < SAMPLED_PAIRS; draw++) {
                int one = (int) Long.remainderUnsigned(CandidatePairs.mixed(2 * draw), pool.length);
                int other = (int) Long.remainderUnsigned(CandidatePairs.mixed(2 * draw + 1), pool.length);
                if (one != other) {
                    count(rates, agreement, one, other);
                    sampled++;
                }
            }
        }
        for (double[] rate : rates) {
            for (int level = 0; level < Level.COUNT; level++) {
                rate[level] /= sampled;
            }
        }
        for (int field = 0; field < fields.size() && allPairs > ALL_PAIRS_UP_TO; field++) {
            countEqual(field, rates[field]);
        }
        return rates;
    }

    private void count(double[][] rates, Agreement agreement, int one, int other) {
        agreement.compare(pool[one], pool[other]);
        for (int field = 0; field < rates.length; field++) {
            if (agreement.levels()[field] != Level.MISSING) {
                rates[field][agreement.levels()[field]]++;
            }
        }
    }

    /** A sample meets too few equal telephones; counting values meets all. */
    private void countEqual(int field, double[] rates) {
        Map<String, int[]> counts = valueCounts(field);
        double equal = 0;
        for (int[] count : counts.values()) {
            equal += (double) count[0] * (count[0] - 1) / 2;
        }
        double counted = equal / allPairs;
        if (rates[Level.SAME.code()] * SAMPLED_PAIRS < 100 && counted > 0) {
            rates[Level.SAME.code()] = counted;
        }
    }

    private Map<String, int[]> valueCounts(int field) {
        Map<String, int[]> counts = new HashMap<>();
        Comparison comparison = fields.get(field).comparison();
        for (Description description : pool) {
            switch (comparison) {
                case SURNAME, GIVEN_NAME -> {
                    for (PersonalName name : description.names()) {
                        add(counts, comparison == Comparison.SURNAME ? name.surname() : name.given());
                    }
                }
                case NAME_ORDER -> {
                    // Has no values of its own.
                }
                case EXACT, PAGE, DIGITS, DATE, MAIL, TEXT -> {
                    for (String value : description.values(field)) {
                        add(counts, value);
                    }
                }
            }
        }
        return counts;
    }

    private static void add(Map<String, int[]> counts, String value) {
        if (!value.isEmpty() && value.charAt(0) != Description.SHARED) {
            counts.computeIfAbsent(value, key -> new int[1])[0]++;
        }
    }

    /** Of all pairs less those of one person. */
    private double[] others(double[] rates, double[] expected) {
        double[] others = new double[Level.COUNT];
        for (int level = 0; level < Level.COUNT; level++) {
            boolean seen = rates[level] > 0 || expected[level] > 0;
            double least = 0.5 + 0.02 * Math.sqrt(rates[level] * allPairs);
            others[level] = seen ? Math.max(least, rates[level] * allPairs - expected[level]) : 0;
        }
        return normalised(others);
    }

    private static double[] guess(double[] rates, List<Pattern> patterns, int field) {
        double[] guess = FIRST_GUESS.clone();
        boolean[] seen = new boolean[Level.COUNT];
        patterns.forEach(pattern -> {
            if (pattern.levels()[field] != Level.MISSING) {
                seen[pattern.levels()[field]] = true;
            }
        });
        for (int level = 0; level < Level.COUNT; level++) {
            if (rates[level] <= 0 && !seen[level]) {
                guess[level] = 0;
            }
        }
        return normalised(guess);
    }

    private static double[] smoothed(double[] expected, double[] guess) {
        double[] smoothed = new double[Level.COUNT];
        for (int level = 0; level < Level.COUNT; level++) {
            smoothed[level] = expected[level] + GUESSED * guess[level];
        }
        return normalised(smoothed);
    }

    private static double[] normalised(double[] values) {
        double total = Arrays.stream(values).sum();
        return total <= 0
                ? values.clone()
                : Arrays.stream(values).map(value -> value / total).toArray();
    }

    private LinkageModel model(double[][] m, double[][] u, double prior) {
        List<Chances> chances = new ArrayList<>();
        for (int field = 0; field < fields.size(); field++) {
            monotone(m[field], u[field]);
            Map<String, Double> frequencies = new TreeMap<>();
            double otherwise = 1;
            if (fields.get(field).byFrequency()) {
                Map<String, int[]> counts = valueCounts(field);
                double total =
                        counts.values().stream().mapToInt(count -> count[0]).sum();
                counts.forEach((value, count) -> {
                    if (count[0] > FREQUENT) {
                        frequencies.put(value, count[0] / total);
                    }
                });
                otherwise = FREQUENT / Math.max(total, FREQUENT);
            }
            chances.add(new Chances(boxed(m[field]), boxed(u[field]), frequencies, Map.of(), otherwise));
        }
        return new LinkageModel(fields, prior, chances);
    }

    /** A better level never speaks less for one person than a worse one: where it would, both are taken together. */
    private static void monotone(double[] m, double[] u) {
        boolean changed = true;
        while (changed) {
            changed = false;
            int better = -1;
            for (int level = 0; level < Level.COUNT; level++) {
                if (m[level] <= 0 || u[level] <= 0) {
                    continue;
                }
                if (better >= 0 && m[better] / u[better] < m[level] / u[level] * (1 - 1e-9)) {
                    double ratio = (m[better] + m[level]) / (u[better] + u[level]);
                    // Only ratios count from here on; each keeps its u.
                    m[better] = ratio * u[better];
                    m[level] = ratio * u[level];
                    changed = true;
                }
                better = level;
            }
        }
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }
}
