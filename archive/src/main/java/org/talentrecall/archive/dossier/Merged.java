package org.talentrecall.archive.dossier;

import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.TextFolding;

/**
 * A part of a fact that two sources give: what they say together, or that they conflict.
 *
 * @param text the fuller text, or null
 * @param date the more exact date, or null
 */
record Merged(@Nullable String text, @Nullable PartialDate date, boolean conflict) {

    /** Agrees where one is silent, or where they differ in case, width and blanks alone. */
    static Merged text(@Nullable String one, @Nullable String other) {
        if (one == null || other == null) {
            return new Merged(one == null ? other : one, null, false);
        }
        String folded = TextFolding.fold(one);
        String otherFolded = TextFolding.fold(other);
        if (folded.equals(otherFolded)) {
            return new Merged(FactMerge.written(one, other), null, false);
        }
        return new Merged(null, null, true);
    }

    /** Agrees where one is silent, or where one lies within the other. */
    static Merged date(@Nullable PartialDate one, @Nullable PartialDate other) {
        if (one == null || other == null) {
            return new Merged(null, one == null ? other : one, false);
        }
        if (within(one, other)) {
            return new Merged(null, one, false);
        }
        return within(other, one) ? new Merged(null, other, false) : new Merged(null, null, true);
    }

    private static boolean within(PartialDate exact, PartialDate vague) {
        return !exact.earliest().isBefore(vague.earliest()) && !exact.latest().isAfter(vague.latest());
    }

    static boolean anyConflict(Merged... parts) {
        for (Merged part : parts) {
            if (part.conflict()) {
                return true;
            }
        }
        return false;
    }
}
