package org.talentrecall.ingest.resume;

import java.util.List;
import org.talentrecall.archive.fact.StatedFact;

/**
 * What a document turned out to be and what it says about one person.
 *
 * @param facts for a RESUME what was read, empty for every other kind
 * @param confidence 0 to 1 that the kind is right
 */
public record ResumeReading(Kind kind, List<StatedFact> facts, double confidence) {
    public ResumeReading {
        facts = List.copyOf(facts);
    }

    /** What a document is. */
    public enum Kind {
        RESUME,
        COVER_LETTER,
        /** Describes a post, not a person. */
        JOB_ADVERT,
        OTHER,
        /** Holds no letters: a scan without text, or nothing at all. */
        EMPTY
    }
}
