package org.talentrecall.enrich.feed;

import java.util.List;
import org.talentrecall.archive.fact.StatedFact;

/**
 * What an entry says.
 *
 * @param facts about the one person, else empty
 */
public record EntryReading(Outcome outcome, List<StatedFact> facts) {
    /** Whom the entry is about. */
    public enum Outcome {
        ONE_PERSON,
        /** No career news and nobody's article. */
        NO_NEWS,
        SEVERAL_PERSONS
    }

    public EntryReading {
        facts = List.copyOf(facts);
    }
}
