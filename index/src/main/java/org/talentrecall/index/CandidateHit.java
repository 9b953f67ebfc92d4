package org.talentrecall.index;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.PersonId;

/**
 * A person found.
 *
 * @param score for ordering only; sums of reciprocal ranks
 * @param name the name to show, or null when only an address is known
 * @param foundBy what of the person the words met
 * @param snippet a passage with the words between 【 and 】, or null
 */
public record CandidateHit(
        PersonId person,
        double score,
        @Nullable String name,
        @Nullable String currentCompany,
        @Nullable String currentTitle,
        Set<FoundBy> foundBy,
        @Nullable String snippet) {
    /** What was met. */
    public enum FoundBy {
        ID,
        NAME,
        PINYIN,
        PHONE,
        MAIL,
        PROFILE,
        COMPANY,
        SCHOOL,
        SKILL,
        /** The words themselves. */
        WORDS,
        /** Something that means the like. */
        MEANING
    }

    public CandidateHit {
        EnumSet<FoundBy> sorted = EnumSet.noneOf(FoundBy.class);
        sorted.addAll(foundBy);
        foundBy = Collections.unmodifiableSet(sorted);
    }
}
