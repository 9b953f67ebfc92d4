package org.talentrecall.ingest.calendar;

import java.util.List;
import org.talentrecall.archive.fact.StatedFact;

/** What a calendar says about interviews. */
public sealed interface CalendarReading {
    /**
     * It tells of interviews.
     *
     * @param persons the facts of each candidate
     */
    record Interviews(List<List<StatedFact>> persons) implements CalendarReading {
        public Interviews {
            persons = persons.stream().map(List::copyOf).toList();
            if (persons.isEmpty()) {
                throw new IllegalArgumentException("An interview is somebody's");
            }
        }
    }

    /**
     * It is left out on purpose.
     *
     * @param reason stable code, such as {@code CALENDAR_RECURRING}
     */
    record LeftOut(String reason) implements CalendarReading {}

    /**
     * It cannot be read as it should.
     *
     * @param sentence what is wrong and what to do, without personal data
     */
    record Rejected(String code, String sentence) implements CalendarReading {}
}
