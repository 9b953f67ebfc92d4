package org.talentrecall.archive.linkage;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Which pairs of a pool are worth comparing: those that share a block. A block of too many records is not compared as a
 * whole; its records meet in narrower blocks, of which the caller gives them enough, and the wide one is counted. Holds the
 * block keys and, by portions, the pairs; never all pairs of the pool.
 */
public final class CandidatePairs {
    /** The most records of a block whose pairs are all compared. */
    public static final int LARGEST_BLOCK = 100;

    private static final int INDEX_BITS = 24;
    private static final long INDEX_MASK = (1L << INDEX_BITS) - 1;
    private static final int PORTION = 6_000_000;

    private final long[] entries;
    private final long pairsWithRepeats;
    private final long wideBlocks;
    private long pairs;

    /** Told each pair once, the smaller index first. */
    public interface Visitor {
        void visit(int one, int other);
    }

    /**
     * @param count of records, below 16 million
     * @param blocks the hashes of each record's blocks
     */
    public CandidatePairs(int count, IntFunction<long[]> blocks) {
        if (count >= 1 << INDEX_BITS) {
            throw new IllegalArgumentException("One pool holds fewer than 16777216 records, not " + count);
        }
        long[] all = new long[Math.max(16, count * 12)];
        int size = 0;
        for (int record = 0; record < count; record++) {
            for (long block : blocks.apply(record)) {
                if (size == all.length) {
                    all = Arrays.copyOf(all, all.length + all.length / 4);
                }
                all[size++] = (block & ~INDEX_MASK) | record;
            }
        }
        Arrays.sort(all, 0, size);
        long repeated = 0;
        long wide = 0;
        int kept = 0;
        for (int from = 0; from < size; ) {
            int to = end(all, from, size);
            int members = distinct(all, from, to, kept);
            if (members > LARGEST_BLOCK) {
                wide++;
            } else if (members > 1) {
                repeated += (long) members * (members - 1) / 2;
                kept += members;
            }
            from = to;
        }
        entries = Arrays.copyOf(all, kept);
        pairsWithRepeats = repeated;
        wideBlocks = wide;
    }

    private static int end(long[] all, int from, int size) {
        int to = from + 1;
        while (to < size && (all[to] & ~INDEX_MASK) == (all[from] & ~INDEX_MASK)) {
            to++;
        }
        return to;
    }

    /** Moves the block's entries, each record's once, to the place; returns how many there are. */
    private static int distinct(long[] all, int from, int to, int place) {
        int members = 0;
        for (int i = from; i < to; i++) {
            if (members == 0 || all[place + members - 1] != all[i]) {
                all[place + members++] = all[i];
            }
        }
        return members;
    }

    /** Blocks of more than {@link #LARGEST_BLOCK} records, whose pairs meet in narrower ones or not at all. */
    public long wideBlocks() {
        return wideBlocks;
    }

    /** Different pairs visited so far in the last whole visit. */
    public long pairs() {
        return pairs;
    }

    /** Visits every pair once, in an order that depends on the pool alone. */
    public void forEach(Visitor visitor) {
        int portions = (int) (pairsWithRepeats / PORTION) + 1;
        long[] buffer = new long[(int) Math.min(pairsWithRepeats, PORTION + PORTION / 8) + 16];
        pairs = 0;
        for (int portion = 0; portion < portions; portion++) {
            int size = 0;
            for (int from = 0; from < entries.length; ) {
                int to = end(entries, from, entries.length);
                for (int i = from; i < to; i++) {
                    long one = entries[i] & INDEX_MASK;
                    if (portions > 1 && Long.remainderUnsigned(mixed(one), portions) != portion) {
                        continue;
                    }
                    for (int j = i + 1; j < to; j++) {
                        if (size == buffer.length) {
                            buffer = Arrays.copyOf(buffer, size + size / 2);
                        }
                        buffer[size++] = one << INDEX_BITS | (entries[j] & INDEX_MASK);
                    }
                }
                from = to;
            }
            Arrays.sort(buffer, 0, size);
            for (int i = 0; i < size; i++) {
                if (i == 0 || buffer[i] != buffer[i - 1]) {
                    pairs++;
                    visitor.visit((int) (buffer[i] >> INDEX_BITS), (int) (buffer[i] & INDEX_MASK));
                }
            }
        }
    }

    /** The finaliser of SplitMix64, which spreads neighbouring numbers. */
    static long mixed(long value) {
        long mixed = (value + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** The block of these parts, the same for equal parts on every machine. */
    public static long block(String... parts) {
        long hash = 0xcbf29ce484222325L;
        for (String part : parts) {
            for (int i = 0; i < part.length(); i++) {
                hash = (hash ^ part.charAt(i)) * 0x100000001b3L;
            }
            hash = (hash ^ 0x1F) * 0x100000001b3L;
        }
        return mixed(hash);
    }
}
