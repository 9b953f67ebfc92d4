package org.talentrecall.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RankFusionTest {
    private static List<String> fused(RankFusion.Ranking... rankings) {
        return RankFusion.fuse(List.of(rankings)).stream()
                .map(RankFusion.Fused::key)
                .toList();
    }

    private static RankFusion.Ranking ranking(double weight, String... keys) {
        return new RankFusion.Ranking(weight, List.of(keys));
    }

    @Test
    void what_two_rankings_hold_comes_before_what_one_holds() {
        assertThat(fused(ranking(1, "a", "b"), ranking(1, "c", "b"))).containsExactly("b", "a", "c");
    }

    @Test
    void weight_counts() {
        assertThat(fused(ranking(1, "a"), ranking(2, "b"))).containsExactly("b", "a");
    }

    @Test
    void heavy_ranking_beats_two_light_ones() {
        assertThat(fused(ranking(4, "x", "exact"), ranking(1, "a"), ranking(1, "a")))
                .containsExactly("x", "exact", "a");
    }

    @Test
    void equal_sums_are_ordered_by_key() {
        assertThat(fused(ranking(1, "b"), ranking(1, "a"))).containsExactly("a", "b");
    }

    @Test
    void sum_is_of_reciprocal_ranks() {
        RankFusion.Fused first =
                RankFusion.fuse(List.of(ranking(1, "a"), ranking(1, "x", "a"))).get(0);

        assertThat(first.key()).isEqualTo("a");
        assertThat(first.score()).isEqualTo(1 / 61.0 + 1 / 62.0);
    }

    @Test
    void no_rankings_give_nothing() {
        assertThat(fused()).isEmpty();
        assertThat(fused(ranking(1))).isEmpty();
    }
}
