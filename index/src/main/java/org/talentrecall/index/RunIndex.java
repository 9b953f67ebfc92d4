package org.talentrecall.index;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What runs did, for Kibana. */
public final class RunIndex {
    private final IndexSet set;

    public RunIndex(SearchConnection connection) {
        this.set = new IndexSet(connection, IndexName.RUNS);
    }

    /**
     * Puts what steps did; a step that was written before is replaced.
     *
     * @throws IndexUnavailable when some document could not be written
     */
    public void write(List<RunDocument> documents) {
        Map<String, Map<String, Object>> bodies = new LinkedHashMap<>();
        documents.forEach(document -> bodies.put(document.id(), document.body()));
        Refusals.none(set.put(bodies), IndexName.RUNS);
    }
}
