package org.talentrecall.ingest.notes;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.text.Embedder;

/** Compares words with typical sentences for each code; speaks only when one code stands out. */
final class LikelyReason {
    /** Cosine that the nearest typical sentence must reach. */
    private static final double NEAR = 0.62;
    /** How far the nearest code must be ahead of the next one. */
    private static final double MARGIN = 0.04;
    /** A likeness is never as sure as a rule. */
    private static final double MOST_CONFIDENT = 0.6;

    private final Embedder embedder;
    private final List<RejectionCode> codes = new ArrayList<>();
    private final List<float[]> vectors = new ArrayList<>();

    LikelyReason(Embedder embedder) {
        this.embedder = embedder;
    }

    /** Loading a model takes time, so nothing is embedded before the first words that no rule knows. */
    private synchronized void prepare() {
        if (!codes.isEmpty()) {
            return;
        }
        for (String line : RuleTable.lines("rejection-prototypes.tsv")) {
            String[] columns = line.split("\t", 2);
            codes.add(RejectionCode.valueOf(columns[0]));
            vectors.add(embedder.embed(columns[1]));
        }
    }

    RejectionClassifier.@Nullable Reason of(String text) {
        prepare();
        float[] vector = embedder.embed(text);
        Map<RejectionCode, Double> nearest = new EnumMap<>(RejectionCode.class);
        for (int i = 0; i < codes.size(); i++) {
            nearest.merge(codes.get(i), cosine(vector, vectors.get(i)), Math::max);
        }
        List<Map.Entry<RejectionCode, Double>> ranked = nearest.entrySet().stream()
                .sorted(Map.Entry.<RejectionCode, Double>comparingByValue().reversed())
                .toList();
        double best = ranked.get(0).getValue();
        if (best < NEAR || best - ranked.get(1).getValue() < MARGIN) {
            return null;
        }
        if (ranked.get(0).getKey() == RejectionCode.INTEGRITY) {
            return null; // Nobody is called dishonest because words resemble such words; a person has to say it.
        }
        return new RejectionClassifier.Reason(
                ranked.get(0).getKey(), null, text, Math.min(MOST_CONFIDENT, best - NEAR + 0.35));
    }

    /** Vectors have length one. */
    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
