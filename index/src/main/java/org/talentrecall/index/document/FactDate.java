package org.talentrecall.index.document;

import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonFact;

/** The day a fact speaks of. */
final class FactDate {
    static final Comparator<PersonFact> NEWEST_FIRST =
            Comparator.comparing(FactDate::of, Comparator.nullsLast(Comparator.<PartialDate>reverseOrder()));

    private FactDate() {}

    static @Nullable PartialDate of(PersonFact fact) {
        FactLine line = FactLine.of(fact);
        return line == null ? null : line.date();
    }
}
