package org.talentrecall.scoring.score;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.talentrecall.archive.text.Embedder;
import org.talentrecall.scoring.profile.Words;

/**
 * Likeness of meaning from an embedder's vectors. The cosine of unrelated short texts is far from 0 with such models, so
 * it is stretched between {@value #UNRELATED} and {@value #SAME}; letters that agree count where they say more. (Measured
 * with bge-small-zh on requirements against lines of resumes: unrelated pairs lie at 0.30–0.60, related ones at 0.50–0.75.)
 * Vectors of the texts asked for last are kept, at most {@value #KEPT} of them.
 */
public final class MeaningSimilarity implements Similarity {
    private static final double UNRELATED = 0.55;
    private static final double SAME = 0.85;
    private static final int KEPT = 20_000;
    /** A model reads a line; what stands behind it costs time and blurs the meaning. */
    private static final int LONGEST = 64;

    private final Embedder embedder;
    private final Map<String, float[]> vectors = Collections.synchronizedMap(new LatestVectors());

    public MeaningSimilarity(Embedder embedder) {
        this.embedder = embedder;
    }

    @Override
    public double between(String wanted, String found) {
        if (wanted.isBlank() || found.isBlank()) {
            return 0;
        }
        double stretched = (cosine(vector(wanted), vector(found)) - UNRELATED) / (SAME - UNRELATED);
        return Math.max(Math.max(0, Math.min(1, stretched)), Words.alike(wanted, found));
    }

    private float[] vector(String text) {
        String line = text.codePointCount(0, text.length()) <= LONGEST
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST));
        float[] known = vectors.get(line);
        if (known != null) {
            return known;
        }
        float[] vector = embedder.embed(line);
        vectors.put(line, vector);
        return vector;
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    private static final class LatestVectors extends LinkedHashMap<String, float[]> {
        LatestVectors() {
            super(256, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, float[]> eldest) {
            return size() > KEPT;
        }
    }
}
