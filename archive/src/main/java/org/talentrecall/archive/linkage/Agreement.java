package org.talentrecall.archive.linkage;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares descriptions field by field. Holds the outcome of the last comparison; for one thread. */
final class Agreement {
    private static final int MOST_VALUES = 12;

    private final Comparison[] comparisons;
    private final byte[] levels;
    private final String[] agreed;

    Agreement(List<Field> fields) {
        comparisons = fields.stream().map(Field::comparison).toArray(Comparison[]::new);
        levels = new byte[comparisons.length];
        agreed = new String[comparisons.length];
    }

    /** The level of each field, {@link Level#MISSING} for those that cannot be compared. Overwritten by the next comparison. */
    byte[] levels() {
        return levels;
    }

    /** The value in which a field agrees; empty when it does not, or in several. */
    String agreed(int field) {
        return agreed[field];
    }

    void compare(Description one, Description other) {
        Arrays.fill(agreed, "");
        NameAgreement names = null;
        for (int field = 0; field < comparisons.length; field++) {
            switch (comparisons[field]) {
                case SURNAME, GIVEN_NAME, NAME_ORDER -> {
                    names = names == null ? NameAgreement.of(one.names(), other.names()) : names;
                    name(field, names);
                }
                case EXACT, PAGE, DIGITS, DATE, MAIL, TEXT -> levels[field] = values(field, one, other);
            }
        }
    }

    private void name(int field, NameAgreement names) {
        switch (comparisons[field]) {
            case SURNAME -> {
                levels[field] = code(names.surname());
                agreed[field] = names.agreedSurname();
            }
            case GIVEN_NAME -> {
                levels[field] = code(names.given());
                agreed[field] = names.agreedGiven();
            }
            default -> levels[field] = code(names.order());
        }
    }

    private static byte code(@Nullable Level level) {
        return level == null ? Level.MISSING : level.code();
    }

    private byte values(int field, Description left, Description right) {
        int end = Math.min(left.to(field), left.from(field) + MOST_VALUES);
        int otherEnd = Math.min(right.to(field), right.from(field) + MOST_VALUES);
        if (left.from(field) == end || right.from(field) == otherEnd) {
            return Level.MISSING;
        }
        int equal = 0;
        boolean shared = false;
        boolean comparable = false;
        Level best = Level.DIFFERENT;
        for (int i = left.from(field); i < end; i++) {
            String one = left.value(i);
            boolean oneShared = one.charAt(0) == Description.SHARED;
            for (int j = right.from(field); j < otherEnd; j++) {
                String other = right.value(j);
                if (one.equals(other)) {
                    if (oneShared) {
                        shared = true;
                    } else {
                        equal++;
                        agreed[field] = one;
                    }
                } else if (!oneShared && other.charAt(0) != Description.SHARED) {
                    Level level = equal == 0 ? comparisons[field].compare(one, other) : null;
                    if (level != null) {
                        comparable = true;
                        best = level.compareTo(best) < 0 ? level : best;
                    }
                }
            }
        }
        if (equal > 1) {
            agreed[field] = "";
            return Level.SEVERAL.code();
        }
        if (equal == 1) {
            return Level.SAME.code();
        }
        if (shared) {
            return Level.SHARED.code();
        }
        return comparable ? best.code() : Level.MISSING;
    }
}
