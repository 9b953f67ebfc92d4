package org.talentrecall.ingest.document;

import java.util.List;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.ingest.calendar.CalendarReading;

/** What a document says about the person whose resume it is. Never throws for what it reads. */
@FunctionalInterface
public interface DocumentMeaning {
    /** The facts of one person; empty when the text is no resume. */
    List<StatedFact> facts(DocumentText text, PlaceNamer places);

    /** What a calendar file says; who reads only documents leaves it out. */
    default CalendarReading calendar(byte[] content, PlaceNamer places) {
        return new CalendarReading.LeftOut("CALENDAR");
    }
}
