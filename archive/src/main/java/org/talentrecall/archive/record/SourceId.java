package org.talentrecall.archive.record;

/**
 * The configured name of one source, for example {@code hr-inbox} or {@code openings}. Stable over runs; chosen by
 * the operator in the settings or derived from the path of a one-off import.
 */
public record SourceId(String value) {
    public SourceId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A source needs a name");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
