package org.talentrecall.scoring.ranking;

import java.util.Map;

/**
 * @param most recommendations an opening shows
 * @param mostFor the same for single openings, by their id
 * @param mostNearMisses near misses an opening shows
 */
public record RankingRules(int most, Map<String, Integer> mostFor, int mostNearMisses) {
    public RankingRules {
        mostFor = Map.copyOf(mostFor);
        if (most < 1 || mostNearMisses < 0 || mostFor.values().stream().anyMatch(each -> each < 1)) {
            throw new IllegalArgumentException(
                    "A list shows at least one recommendation, and not less than 0 near misses");
        }
    }

    public static RankingRules standard() {
        return new RankingRules(20, Map.of(), 10);
    }

    int most(String openingId) {
        return mostFor.getOrDefault(openingId, most);
    }
}
