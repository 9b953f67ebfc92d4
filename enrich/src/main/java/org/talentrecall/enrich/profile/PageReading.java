package org.talentrecall.enrich.profile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.StatedFact;

/**
 * What a page says.
 *
 * @param facts about the one person, else empty
 * @param saidAt when the page says it was last changed, or null
 * @param canonical the address the page calls its own
 */
public record PageReading(
        Outcome outcome, List<StatedFact> facts, @Nullable Instant saidAt, String canonical) {
    /** Whom the page is about. */
    public enum Outcome {
        ONE_PERSON,
        NO_PERSON,
        SEVERAL_PERSONS,
        /** Markup that breaks off before it names anybody. */
        BROKEN
    }

    public PageReading {
        facts = List.copyOf(facts);
    }
}
