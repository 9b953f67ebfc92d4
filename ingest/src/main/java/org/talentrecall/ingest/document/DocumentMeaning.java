package org.talentrecall.ingest.document;

import java.util.List;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.ingest.calendar.CalendarReading;

/** What a document says about the person whose resume it is. Never throws for what it reads. */
@FunctionalInterface
public interface DocumentMeaning {
    Told read(DocumentText text, PlaceNamer places);

    /** What a calendar file says; who reads only documents leaves it out. */
    default CalendarReading calendar(byte[] content, PlaceNamer places) {
        return new CalendarReading.LeftOut("CALENDAR");
    }

    /** What was told. */
    sealed interface Told {}

    /** The facts of one person; at least one. */
    record AboutOne(List<StatedFact> facts) implements Told {
        public AboutOne {
            facts = List.copyOf(facts);
            if (facts.isEmpty()) {
                throw new IllegalArgumentException("Nothing is told of the person");
            }
        }
    }

    /**
     * Nobody's facts: the text is something else than one person's resume.
     *
     * @param code what it is, stable and in upper case
     * @param sentence what it is and what to do, without personal data
     * @param open whether somebody should do something about it, such as asking for the paper that was meant
     */
    record AboutNobody(String code, String sentence, boolean open) implements Told {}
}
