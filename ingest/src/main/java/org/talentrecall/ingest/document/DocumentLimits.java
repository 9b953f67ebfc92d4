package org.talentrecall.ingest.document;

import java.time.Duration;

/**
 * What one document may cost at most.
 *
 * @param bytes size of the file
 * @param characters length of its text
 * @param time for reading it
 */
public record DocumentLimits(long bytes, int characters, Duration time) {
    /** Generous for a resume, harmless for the machine. */
    public static final DocumentLimits USUAL = new DocumentLimits(30L << 20, 1_000_000, Duration.ofSeconds(20));
}
