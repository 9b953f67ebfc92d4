package org.talentrecall.index;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One candidate for one opening in one night, as Kibana shows it. Texts are rendered in the language of the report.
 *
 * @param rank from 1 among the recommended; 0 for the others
 * @param confidence 0 to 1
 * @param blockedBy the rejection code that still stands, or null
 * @param changedSince one line for each thing that changed since the no
 * @param evidence one line for each claim with its place
 */
public record RecommendationDocument(
        LocalDate night,
        String openingId,
        String openingTitle,
        @Nullable String department,
        String personId,
        String name,
        int rank,
        int score,
        String band,
        int requirement,
        int career,
        int salary,
        int opinion,
        double confidence,
        @Nullable String reasonCode,
        @Nullable String reason,
        @Nullable LocalDate whenDate,
        @Nullable String whenWhy,
        @Nullable String channel,
        @Nullable String template,
        @Nullable String draft,
        @Nullable String movement,
        @Nullable String blockedBy,
        List<String> changedSince,
        List<String> evidence) {
    public RecommendationDocument {
        changedSince = List.copyOf(changedSince);
        evidence = List.copyOf(evidence);
    }

    String id() {
        return night + "|" + openingId + "|" + personId;
    }

    Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("night", night.toString());
        body.put("opening_id", openingId);
        body.put("opening_title", openingTitle);
        put(body, "department", department);
        body.put("person_id", personId);
        body.put("name", name);
        body.put("rank", rank);
        body.put("recommended", rank > 0);
        body.put("score", score);
        body.put("band", band);
        body.put("requirement", requirement);
        body.put("career", career);
        body.put("salary", salary);
        body.put("opinion", opinion);
        body.put("confidence", confidence);
        put(body, "reason_code", reasonCode);
        put(body, "reason", reason);
        put(body, "when_date", whenDate == null ? null : whenDate.toString());
        put(body, "when_why", whenWhy);
        put(body, "channel", channel);
        put(body, "template", template);
        put(body, "draft", draft);
        put(body, "movement", movement);
        put(body, "blocked_by", blockedBy);
        body.put("changed_since", changedSince);
        body.put("evidence", evidence);
        return body;
    }

    private static void put(Map<String, Object> body, String field, @Nullable String value) {
        if (value != null) {
            body.put(field, value);
        }
    }
}
