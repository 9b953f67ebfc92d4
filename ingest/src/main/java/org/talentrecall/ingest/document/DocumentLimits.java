package org.talentrecall.ingest.document;

import java.time.Duration;

/**
 * What one document may cost at most.
 *
 * @param bytes size of the file
 * @param characters length of its text
 * @param time for reading it
 * @param memory bytes of heap its parser may use
 * @param packed what unpacking may bring
 * @param ocr how pictures of text are read
 */
public record DocumentLimits(
        long bytes, int characters, Duration time, long memory, PackedLimits packed, OcrSettings ocr) {
    private static final long USUAL_MEMORY = 384L << 20;

    /** Generous for a resume, harmless for the machine; pictures are not read. */
    public static final DocumentLimits USUAL = new DocumentLimits(30L << 20, 1_000_000, Duration.ofSeconds(20));

    /** Limits whose further parts are the usual ones. */
    public DocumentLimits(long bytes, int characters, Duration time) {
        this(bytes, characters, time, USUAL_MEMORY, PackedLimits.USUAL, OcrSettings.OFF);
    }

    public DocumentLimits {
        if (bytes < 1 || characters < 1 || time.isNegative() || time.isZero() || memory < 1) {
            throw new IllegalArgumentException("Limits of documents must be above zero");
        }
    }
}
