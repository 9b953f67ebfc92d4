package org.talentrecall.archive.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Values for the one {@code = any(?)} of a statement, which is run for some of them at a time. */
final class Wanted {
    private static final int PORTION = 200;

    private final Object[] sorted;

    /** @param sorted strings or numbers, in an array of their type */
    Wanted(Object[] sorted) {
        this.sorted = sorted;
    }

    /** The values of each run of a statement: as they are, but with a portion of those that are wanted in their place. */
    static List<@Nullable Object[]> portions(@Nullable Object[] values) {
        List<@Nullable Object[]> portions = new ArrayList<>();
        int place = 0;
        while (place < values.length && !(values[place] instanceof Wanted)) {
            place++;
        }
        if (place == values.length) {
            portions.add(values);
            return portions;
        }
        Object[] all = ((Wanted) Objects.requireNonNull(values[place])).sorted;
        for (int from = 0; from < all.length; from += PORTION) {
            @Nullable Object[] portion = values.clone();
            portion[place] = Arrays.copyOfRange(all, from, Math.min(all.length, from + PORTION));
            portions.add(portion);
        }
        return portions;
    }
}
