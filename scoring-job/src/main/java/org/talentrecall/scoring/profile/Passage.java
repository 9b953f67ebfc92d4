package org.talentrecall.scoring.profile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.scoring.recommendation.Claim;

/**
 * Words of a dossier that can show what a person can do.
 *
 * @param from when what they tell began, or null
 * @param to when it ended; null when unknown or still going on
 * @param firstSaid when a source first said it, or null when none tells
 * @param claim the words in short, and where they stand
 */
public record Passage(
        Kind kind,
        String words,
        @Nullable PartialDate from,
        @Nullable PartialDate to,
        @Nullable LocalDate firstSaid,
        Claim claim) {
    /** What the words are about, and so how much they prove. */
    public enum Kind {
        /** A post held. */
        POST,
        PROJECT,
        /** Something that happened since: a new job, a promotion, a project. */
        UPDATE,
        /** Named in a list of skills. */
        SKILL,
        STUDY,
        /** What somebody of ours thought. */
        OPINION,
        /** A publication or an interest: says where somebody looks, not what they have done. */
        SIGN;

        /** Whether words of this kind tell of work done. */
        public boolean practice() {
            return this == POST || this == PROJECT || this == UPDATE;
        }
    }

    /**
     * Whether it came about after a day: began after it, or was told only after it and had not ended by then. What tells
     * neither its beginning nor when it was said did not.
     */
    public boolean since(LocalDate day) {
        if (from != null && from.earliest().isAfter(day)) {
            return true;
        }
        boolean toldLater = firstSaid != null && firstSaid.isAfter(day);
        return toldLater && (to == null || to.latest().isAfter(day));
    }

    /** The date to show: when it began, else when it was first said; null when neither is known. */
    public @Nullable String date() {
        if (from != null) {
            return from.toString();
        }
        return firstSaid == null ? null : firstSaid.toString();
    }
}
