package org.talentrecall.archive;

/** How far each consumer has dealt with the archive's changes. Kept in the archive's database, joined to its transactions. */
public interface Marks {
    /** The last sequence number the consumer has committed; 0 in the beginning. */
    long get(String consumer);

    void set(String consumer, long sequence);
}
