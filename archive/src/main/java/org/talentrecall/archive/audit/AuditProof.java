package org.talentrecall.archive.audit;

import java.util.List;

/**
 * What a check of the whole chain has found.
 *
 * @param entries how many there are
 * @param head number of the last one
 * @param headHash its hash: written down elsewhere, it vouches for all before it
 * @param anchors how many notes outside the database were compared
 * @param faults empty when nothing is wrong; by number
 */
public record AuditProof(long entries, long head, String headHash, long anchors, List<Fault> faults) {
    public AuditProof {
        faults = List.copyOf(faults);
    }

    public boolean sound() {
        return faults.isEmpty();
    }

    /**
     * Something that is not as it was entered.
     *
     * @param number of the entry concerned
     */
    public record Fault(long number, Kind kind) {}

    /** What can be wrong. */
    public enum Kind {
        /** Its words do not give its hash. */
        EDITED,
        /** There is no such entry, though there are later ones. */
        REMOVED,
        /** The next entry vouches for another one in its place: replaced, or moved here. */
        REPLACED,
        /** It and all after it are missing at the end. */
        CUT_OFF,
        /** The chain fits together, but this entry is another than the one noted outside the database. */
        REWRITTEN
    }
}
