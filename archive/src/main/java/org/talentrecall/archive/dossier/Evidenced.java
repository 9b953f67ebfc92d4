package org.talentrecall.archive.dossier;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PersonFact;

/** A fact with every place that says it, the earliest first. */
public record Evidenced<T extends PersonFact>(T fact, List<Evidence> evidence) {
    public Evidenced {
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("A fact without evidence has no place in a dossier");
        }
    }

    /** The highest confidence of any place that says it. */
    public double confidence() {
        return evidence.stream().mapToDouble(Evidence::confidence).max().orElse(0);
    }

    /** When it was first said, or null when no source tells. */
    public java.time.@Nullable Instant firstSaid() {
        return evidence.stream()
                .map(Evidence::saidAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When it was last said, or null when no source tells. */
    public java.time.@Nullable Instant lastSaid() {
        return evidence.stream()
                .map(Evidence::saidAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
