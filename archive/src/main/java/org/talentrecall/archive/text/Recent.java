package org.talentrecall.archive.text;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A pure function of short texts that remembers what it last came to, since names of firms and people come in runs: of the
 * same record, the same person, the same list. Holds a fixed number of results and forgets one for another; long texts are
 * not remembered. Safe for use by several threads, which never wait for each other.
 *
 * @param <V> an immutable type
 */
public final class Recent<V> {
    private static final int LONGEST = 64;

    private final int longest;

    /** Final fields, so that a thread that sees it sees all of it. */
    private record Result<V>(String text, V value) {}

    private final Function<String, V> function;
    private final @Nullable Result<V>[] results;

    /**
     * @param size how many results are held at the most, a power of two
     * @param function gives equal results for equal texts, and never null
     */
    public Recent(int size, Function<String, V> function) {
        this(size, LONGEST, function);
    }

    /**
     * @param size how many results are held at the most, a power of two
     * @param longest characters of the longest text that is remembered
     * @param function gives equal results for equal texts, and never null
     */
    public Recent(int size, int longest, Function<String, V> function) {
        this.longest = longest;
        if (Integer.bitCount(size) != 1) {
            throw new IllegalArgumentException("Not a power of two: " + size);
        }
        this.function = function;
        @SuppressWarnings({"unchecked", "rawtypes"})
        @Nullable
        Result<V>[] none = new Result[size];
        results = none;
    }

    /** What the function makes of the text. */
    public V of(String text) {
        if (text.length() > longest) {
            return function.apply(text);
        }
        int hash = text.hashCode() * 0x9E3779B9;
        int place = (hash ^ (hash >>> 16)) & (results.length - 1);
        Result<V> known = results[place];
        if (known != null && known.text().equals(text)) {
            return known.value();
        }
        V value = function.apply(text);
        results[place] = new Result<>(text, value);
        return value;
    }
}
