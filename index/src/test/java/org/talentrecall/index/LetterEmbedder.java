package org.talentrecall.index;

import java.util.concurrent.atomic.AtomicInteger;
import org.talentrecall.archive.text.Embedder;

/** A vector of letter counts: quick, and alike for texts of like letters. Counts how often it is asked. */
final class LetterEmbedder implements Embedder {
    private final AtomicInteger asked = new AtomicInteger();

    @Override
    public float[] embed(String text) {
        asked.incrementAndGet();
        float[] vector = new float[dimensions()];
        text.codePoints().forEach(letter -> vector[letter % vector.length]++);
        double length = 0;
        for (float value : vector) {
            length += value * value;
        }
        for (int i = 0; i < vector.length && length > 0; i++) {
            vector[i] /= (float) Math.sqrt(length);
        }
        return vector;
    }

    @Override
    public int dimensions() {
        return BgeEmbedder.DIMENSIONS;
    }

    int asked() {
        return asked.get();
    }
}
