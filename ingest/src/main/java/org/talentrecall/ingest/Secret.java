package org.talentrecall.ingest;

/** A value that never appears in logs or messages. */
public record Secret(String value) {
    /** What Spring calls to convert a setting. */
    public static Secret of(String value) {
        return new Secret(value);
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
