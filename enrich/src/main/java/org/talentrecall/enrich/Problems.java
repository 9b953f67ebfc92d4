package org.talentrecall.enrich;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Problems of one run; the same problem with many pages is one sentence with a count. */
final class Problems {
    private final Map<SourceProblem, Integer> counts = new LinkedHashMap<>();

    void add(SourceProblem problem) {
        counts.merge(problem, 1, Integer::sum);
    }

    int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    Map<SourceProblem, Integer> all() {
        return Map.copyOf(counts);
    }

    List<String> sentences() {
        return counts.entrySet().stream()
                .map(entry -> "Source " + entry.getKey().source() + ": "
                        + entry.getKey().sentence()
                        + (entry.getValue() > 1 ? " (" + entry.getValue() + " addresses)" : ""))
                .toList();
    }
}
