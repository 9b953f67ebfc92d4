package org.talentrecall.ingest.document;

/**
 * What may come out of one packed file, or out of one message with everything nested in it.
 *
 * @param depth how many messages and packed files may lie within each other
 * @param entries how many files
 * @param packedBytes how large a packed file in a folder may be
 * @param expandedBytes how many bytes they may have together
 * @param ratio how many times the size of the packed file; small files may always grow to {@value #ALWAYS} bytes
 */
public record PackedLimits(int depth, int entries, long packedBytes, long expandedBytes, int ratio) {
    /** Growth nobody needs to fear. */
    static final long ALWAYS = 10L << 20;

    /** A year's resumes in one file. */
    public static final PackedLimits USUAL = new PackedLimits(8, 1000, 100L << 20, 300L << 20, 100);

    public PackedLimits {
        if (depth < 1 || entries < 1 || packedBytes < 1 || expandedBytes < 1 || ratio < 1) {
            throw new IllegalArgumentException("Limits of packed files must be above zero");
        }
    }

    /** How many bytes a packed file of this size may bring. */
    long room(long packedBytes) {
        return Math.min(expandedBytes, Math.max(ALWAYS, packedBytes * ratio));
    }
}
