package org.talentrecall.archive.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The weights of a linkage after Fellegi and Sunter (A Theory for Record Linkage, JASA 64, 1969): for each field and level
 * {@code log2(m/u)}, where m is how often two records of one person come to that level and u how often two of different
 * persons do; for equal values of some fields u is the frequency of the very value (Winkler 1989). Immutable.
 *
 * @param fields what is compared
 * @param prior bits: how likely two records out of the pool are one person before anything is compared
 * @param chances for each field m and u of its levels
 */
public record LinkageModel(List<Field> fields, double prior, List<Chances> chances) {
    private static final double LEAST_CHANCE = 1e-9;
    /** Bits by which one field alone speaks clearly against one person: another given name, another year of birth. */
    private static final double CLEAR_ALONE = -6;
    /** Bits by which several fields together do so. */
    private static final double CLEAR_TOGETHER = -8;
    /** Bits that a family name says beside a given name that differs: father and son share it, however rare it is. */
    private static final double RELATIVES = 2;

    public LinkageModel {
        fields = List.copyOf(fields);
        chances = List.copyOf(chances);
        if (fields.size() != chances.size()) {
            throw new IllegalArgumentException("Each of " + fields.size() + " fields needs its chances");
        }
    }

    /**
     * Of one field.
     *
     * @param same m by level; 0 for a level that does not come up
     * @param different u by level
     * @param frequencies how often each of the commoner values comes, of all; empty where frequency does not count
     * @param shapes how often a given name comes that is not among them, by its shape; empty for other fields
     * @param otherwise the frequency of any other value that is not among them
     */
    public record Chances(
            List<Double> same,
            List<Double> different,
            Map<String, Double> frequencies,
            Map<GivenNameShape, Double> shapes,
            double otherwise) {
        public Chances {
            same = List.copyOf(same);
            different = List.copyOf(different);
            frequencies = Map.copyOf(frequencies);
            shapes = Map.copyOf(shapes);
            if (same.size() != Level.COUNT || different.size() != Level.COUNT) {
                throw new IllegalArgumentException("Each level needs its chances");
            }
        }

        double weight(Level level) {
            double m = same.get(level.code());
            double u = different.get(level.code());
            return m <= 0 || u <= 0 ? 0 : log2(m / u);
        }

        double frequency(String value) {
            Double known = frequencies.get(value);
            if (known == null && !shapes.isEmpty()) {
                known = shapes.get(GivenNameShape.of(value));
            }
            return known == null ? otherwise : known;
        }
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }

    /** Ready to weigh pairs; for one thread. */
    public Scales scales() {
        return new Scales(this);
    }

    /** Weighs pairs of descriptions by a model. Not safe for use by several threads. */
    public static final class Scales {
        private final LinkageModel model;
        private final Agreement agreement;
        private final double[][] weights;
        private final boolean[] byFrequency;
        private final int surname;
        private final int given;
        private final double[][] mLog;

        private Scales(LinkageModel model) {
            this.model = model;
            agreement = new Agreement(model.fields);
            int count = model.fields.size();
            surname = place(model.fields, Comparison.SURNAME);
            given = place(model.fields, Comparison.GIVEN_NAME);
            weights = new double[count][Level.COUNT];
            byFrequency = new boolean[count];
            mLog = new double[count][Level.COUNT];
            for (int field = 0; field < count; field++) {
                Chances chances = model.chances.get(field);
                byFrequency[field] = model.fields.get(field).byFrequency();
                for (int level = 0; level < Level.COUNT; level++) {
                    weights[field][level] = chances.weight(Level.of(level));
                    mLog[field][level] = log2(Math.max(chances.same().get(level), LEAST_CHANCE));
                }
            }
        }

        private static int place(List<Field> fields, Comparison comparison) {
            return fields.stream().map(Field::comparison).toList().indexOf(comparison);
        }

        /** The bits of evidence alone, without the prior. */
        private double evidence(Description one, Description other) {
            agreement.compare(one, other);
            double bits = 0;
            for (int field = 0; field < weights.length; field++) {
                bits += weight(field);
            }
            return bits;
        }

        /**
         * Prior and evidence in bits. A pair that agrees in one field only, or in nothing but the name, comes to less than
         * nothing: a name alone says nothing about who somebody is.
         */
        public double total(Description one, Description other) {
            double bits = model.prior + evidence(one, other);
            return bits > 0 && !isCorroborated() ? 0 : bits;
        }

        /**
         * What the pair says when others of their groups are linked: 1 that the two are surely enough one person, -1 that
         * something clearly speaks against it and not enough for it, 0 neither, as for two records with nothing in common.
         */
        public int stance(Description one, Description other) {
            double total = total(one, other);
            if (Verdict.of(total) == Verdict.MERGE) {
                return 1;
            }
            double against = 0;
            double most = 0;
            for (int field = 0; field < weights.length; field++) {
                double bits = Math.min(0, weight(field));
                against += bits;
                most = Math.min(most, bits);
            }
            return total <= 0 && (most <= CLEAR_ALONE || against <= CLEAR_TOGETHER) ? -1 : 0;
        }

        /** The same with each field's part in it. */
        public Evidence explain(Description one, Description other) {
            double total = total(one, other);
            List<Evidence.Point> points = new ArrayList<>();
            for (int field = 0; field < weights.length; field++) {
                byte level = agreement.levels()[field];
                if (level != Level.MISSING) {
                    points.add(
                            new Evidence.Point(model.fields.get(field).id(), Level.of(level), rounded(weight(field))));
                }
            }
            return new Evidence(points, rounded(total));
        }

        private static double rounded(double bits) {
            return Math.round(bits * 100) / 100.0;
        }

        private double weight(int field) {
            double own = ownWeight(field);
            boolean relatives = field == surname && given >= 0 && agreement.levels()[given] == Level.DIFFERENT.code();
            return relatives ? Math.min(own, RELATIVES) : own;
        }

        private double ownWeight(int field) {
            byte level = agreement.levels()[field];
            if (level == Level.MISSING) {
                return 0;
            }
            String agreed = agreement.agreed(field);
            if (byFrequency[field] && !agreed.isEmpty()) {
                return mLog[field][level] - log2(model.chances.get(field).frequency(agreed));
            }
            return weights[field][level];
        }

        /** True when something beside the name speaks for one person. */
        private boolean isCorroborated() {
            for (int field = 0; field < weights.length; field++) {
                boolean name = switch (model.fields.get(field).comparison()) {
                    case SURNAME, GIVEN_NAME, NAME_ORDER -> true;
                    case EXACT, PAGE, DIGITS, DATE, MAIL, TEXT -> false;
                };
                if (!name && weight(field) > 0) {
                    return true;
                }
            }
            return false;
        }

        byte[] levels(Description one, Description other) {
            agreement.compare(one, other);
            return agreement.levels();
        }
    }
}
