package org.talentrecall.archive.linkage;

/** What becomes of two records by how likely they are one person. The same bounds hold for every pool. */
public enum Verdict {
    /** Surely enough one person: joined by the machine. */
    MERGE,
    /** Neither sure nor unlikely: a person is asked. */
    REVIEW,
    /** Two people, as far as is known. */
    APART;

    /** The least probability of {@link #MERGE}. */
    public static final double MERGE_FROM = 0.9;
    /** The least probability of {@link #REVIEW}. */
    public static final double REVIEW_FROM = 0.5;

    private static final double MERGE_BITS = Evidence.bits(MERGE_FROM);
    private static final double REVIEW_BITS = Evidence.bits(REVIEW_FROM);

    /** @param total prior and evidence in bits */
    public static Verdict of(double total) {
        if (total >= MERGE_BITS) {
            return MERGE;
        }
        return total > REVIEW_BITS ? REVIEW : APART;
    }
}
