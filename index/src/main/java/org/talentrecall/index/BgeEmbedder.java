package org.talentrecall.index;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
        return Model.LOADED.embed(text).content().vector();
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    /**
     * The model with one thread for each text: for so small a model, threads that share one text cost more than they
     * bring (measured: half the time of the library's own set-up), and callers embed several texts at once.
     */
    private static final class Model extends AbstractInProcessEmbeddingModel {
        static final Model LOADED = new Model();

        private final OnnxBertBiEncoder encoder;

        private Model() {
            super(Runnable::run);
            try (InputStream model = resource(MODEL + ".onnx");
                    InputStream tokenizer = resource(MODEL + "-tokenizer.json");
                    OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                OrtEnvironment environment = OrtEnvironment.getEnvironment();
                encoder = new OnnxBertBiEncoder(
                        environment,
                        environment.createSession(model.readAllBytes(), options),
                        tokenizer,
                        PoolingMode.CLS);
            } catch (IOException e) {
                throw new UncheckedIOException("The model " + MODEL + " that comes with the program cannot be read", e);
            } catch (OrtException e) {
                throw new IllegalStateException(
                        "The model " + MODEL + " cannot be run on this machine: it needs Linux, macOS or Windows on a"
                                + " 64-bit processor, with glibc on Linux",
                        e);
            }
        }

        private static InputStream resource(String name) throws IOException {
            InputStream in = OnnxBertBiEncoder.class.getResourceAsStream("/" + name);
            if (in == null) {
                throw new IOException("There is no " + name + " on the class path");
            }
            return in;
        }

        @Override
        protected OnnxBertBiEncoder model() {
            return encoder;
        }

        @Override
        protected Integer knownDimension() {
            return DIMENSIONS;
        }
    }
}
