package org.talentrecall.index;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallzhv15q.BgeSmallZhV15QuantizedEmbeddingModel;
import org.talentrecall.archive.text.Embedder;

/**
 * Meaning by the quantised model bge-small-zh-v1.5, which comes with the program: no network, the same vector on every
 * run. Made for Chinese; English words inside Chinese text are understood, wholly English texts are told apart poorly.
 * The model is loaded at first use. It reads about 500 characters of a text.
 */
public final class BgeEmbedder implements Embedder {
    /** Names the model, so that vectors of another are never taken for its own. */
    static final String MODEL = "bge-small-zh-v1.5-q";

    static final int DIMENSIONS = 512;

    @Override
    public float[] embed(String text) {
        if (text.isBlank()) {
            return new float[DIMENSIONS];
        }
        return Loaded.MODEL.embed(text).content().vector();
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    /** Loads when first asked for. */
    private static final class Loaded {
        static final EmbeddingModel MODEL = new BgeSmallZhV15QuantizedEmbeddingModel(Runnable::run);
    }
}
