package org.talentrecall.ingest.spreadsheet;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers how words were read that came a second time: lists say the same reasons, dates and pay over and over, and
 * understanding words costs a hundred times what reading a cell costs. Of words that came once, as most opinions do, it
 * keeps nothing but a number, so that they neither push others out nor fill the memory. Not safe for use by several
 * threads.
 *
 * @param <V> what words are read into; must not depend on anything but the words
 */
final class Remembered<V> {
    private static final int BITS = 12;
    private static final int PLACES = 1 << BITS;
    /** Spreads the hashes of words that differ in a figure alone (Knuth's multiplicative hashing). */
    private static final int SPREAD = 0x9e3779b1;
    /** Long texts hardly repeat, and would fill the memory. */
    private static final int LONGEST = 200;

    private final Function<String, V> reader;
    /** The hash of what came last to each place. */
    private final int[] seen = new int[PLACES];
    /**
     * The hash of what is remembered at each place, or should be at the one beside it: comparing it spares a look at words
     * that lie far away in memory.
     */
    private final int[] hashes = new int[PLACES];

    private final @Nullable Known<V>[] known = places();

    private record Known<V>(String words, V meaning) {}

    Remembered(Function<String, V> reader) {
        this.reader = reader;
    }

    V read(String words) {
        if (words.length() > LONGEST) {
            return reader.apply(words);
        }
        int hash = words.hashCode();
        int place = hash * SPREAD >>> Integer.SIZE - BITS;
        int other = place ^ 1;
        Known<V> before = hashes[place] == hash ? known[place] : hashes[other] == hash ? known[other] : null;
        if (before != null && before.words().equals(words)) {
            return before.meaning();
        }
        V fresh = reader.apply(words);
        if (seen[place] == hash) {
            int free = known[place] == null ? place : other;
            hashes[free] = hash;
            known[free] = new Known<>(words, fresh);
        }
        seen[place] = hash;
        return fresh;
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // there are no arrays of generic types
    private static <V> @Nullable Known<V>[] places() {
        return new @Nullable Known[PLACES];
    }
}
