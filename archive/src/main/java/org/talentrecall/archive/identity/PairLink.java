package org.talentrecall.archive.identity;

import org.talentrecall.archive.linkage.Evidence;
import org.talentrecall.archive.record.RecordId;

/** Two records that may be one person, the smaller id first, with the evidence. */
public record PairLink(RecordId one, RecordId other, Evidence evidence) {
    public PairLink {
        if (one.compareTo(other) >= 0) {
            throw new IllegalArgumentException("The smaller record comes first: " + one + ", " + other);
        }
    }
}
