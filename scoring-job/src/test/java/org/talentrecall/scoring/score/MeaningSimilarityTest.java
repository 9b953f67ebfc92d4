package org.talentrecall.scoring.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.text.Embedder;

class MeaningSimilarityTest {
    private final AtomicInteger embedded = new AtomicInteger();

    @Test
    void stretches_the_cosine_between_unrelated_and_same() {
        assertThat(likeness(0.3)).isZero();
        assertThat(likeness(0.55)).isCloseTo(0, within(1e-6));
        assertThat(likeness(0.7)).isCloseTo(0.5, within(1e-6));
        assertThat(likeness(0.9)).isEqualTo(1);
    }

    @Test
    void letters_that_agree_count_where_they_say_more() {
        assertThat(new MeaningSimilarity(at(0)).between("风险评估", "风险评估")).isEqualTo(1);
    }

    @Test
    void embeds_a_text_once_and_blank_text_never() {
        Similarity similarity = new MeaningSimilarity(at(0.7));
        similarity.between("甲", "乙");
        similarity.between("甲", "丙");
        similarity.between("甲", " ");
        assertThat(embedded).hasValue(3);
    }

    private double likeness(double cosine) {
        return new MeaningSimilarity(at(cosine)).between("甲", "乙");
    }

    /** Gives the first text a vector of its own and every other one at an angle of the cosine to it. */
    private Embedder at(double cosine) {
        return new Embedder() {
            @Override
            public float[] embed(String text) {
                embedded.incrementAndGet();
                return text.equals("甲")
                        ? new float[] {1, 0}
                        : new float[] {(float) cosine, (float) Math.sqrt(1 - cosine * cosine)};
            }

            @Override
            public int dimensions() {
                return 2;
            }
        };
    }
}
