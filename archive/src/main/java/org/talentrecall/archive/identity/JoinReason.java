package org.talentrecall.archive.identity;

import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.linkage.Evidence;

/**
 * Why two records, and with them all that each stood for, became one person.
 *
 * @param evidence the weighed fields, for {@link Kind#WEIGHED}
 * @param key the name and post, or the record that an answer is about, for {@link Kind#ATTACHED}
 * @param judgement id of the human decision, for {@link Kind#JUDGED}
 */
public record JoinReason(
        Kind kind,
        @Nullable Evidence evidence,
        @Nullable IdentityKey key,
        @Nullable Long judgement) {
    /** Who or what joined. */
    public enum Kind {
        /** The fields of both, weighed. */
        WEIGHED,
        /** A note of which only name and post are known, and exactly one person fits; or an answer about a record. */
        ATTACHED,
        /** Somebody has decided so. */
        JUDGED
    }

    static JoinReason weighed(Evidence evidence) {
        return new JoinReason(Kind.WEIGHED, evidence, null, null);
    }

    static JoinReason attached(IdentityKey key) {
        return new JoinReason(Kind.ATTACHED, null, key, null);
    }

    static JoinReason judged(Judgement judgement) {
        return new JoinReason(Kind.JUDGED, null, null, judgement.id());
    }
}
