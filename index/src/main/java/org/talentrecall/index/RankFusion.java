package org.talentrecall.index;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes one ranking of several by reciprocal ranks: each list gives weight / (60 + rank) to what it holds. After Cormack,
 * Clarke, Büttcher: Reciprocal Rank Fusion outperforms Condorcet and individual Rank Learning Methods (SIGIR 2009), with
 * weights added. Equal sums are ordered by key, so the result never depends on chance.
 */
final class RankFusion {
    private static final int DAMPING = 60;

    private RankFusion() {}

    /** A ranking, best first, and how much it counts. */
    record Ranking(double weight, List<String> keys) {
        Ranking {
            keys = List.copyOf(keys);
        }
    }

    /** A key with its sum. */
    record Fused(String key, double score) {}

    static List<Fused> fuse(List<Ranking> rankings) {
        Map<String, Double> sums = new HashMap<>();
        for (Ranking ranking : rankings) {
            int rank = 0;
            for (String key : ranking.keys()) {
                rank++;
                sums.merge(key, ranking.weight() / (DAMPING + rank), Double::sum);
            }
        }
        return sums.entrySet().stream()
                .map(entry -> new Fused(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(Fused::score).reversed().thenComparing(Fused::key))
                .toList();
    }
}
