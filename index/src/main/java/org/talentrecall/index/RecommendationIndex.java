package org.talentrecall.index;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The nights' recommendations for Kibana. What is not written yet shows up as an error of the write, never later. */
public final class RecommendationIndex {
    private final IndexSet set;

    public RecommendationIndex(SearchConnection connection) {
        this.set = new IndexSet(connection, IndexName.RECOMMENDATIONS);
    }

    /**
     * Lets these be the night's recommendations; what it said before goes.
     *
     * @throws IndexUnavailable when some document could not be written
     */
    public void replace(LocalDate night, List<RecommendationDocument> documents) {
        Map<String, Map<String, Object>> bodies = new LinkedHashMap<>();
        for (RecommendationDocument document : documents) {
            if (!document.night().equals(night)) {
                throw new IllegalArgumentException("A recommendation of " + document.night() + " is none of " + night);
            }
            bodies.put(document.id(), document.body());
        }
        Refusals.none(set.replace(IndexScan.where("night", night.toString()), bodies), IndexName.RECOMMENDATIONS);
    }
}
