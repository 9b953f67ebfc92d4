package org.talentrecall.ingest.calendar;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One VEVENT as far as interviews need it.
 *
 * @param method of the calendar it stands in, upper case; empty when the calendar names none
 * @param start on the clock of {@code zone}; null when there is none or it cannot be read
 * @param zone null for floating times
 * @param recurring whether it has a rule or dates of recurrence
 * @param wholeDay whether it starts on a day rather than at a time
 */
record CalendarEvent(
        String method,
        String uid,
        int sequence,
        @Nullable Instant stamp,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime end,
        @Nullable String zone,
        @Nullable Attendee organiser,
        List<Attendee> attendees,
        String summary,
        String description,
        String location,
        boolean cancelled,
        boolean recurring,
        boolean wholeDay) {
    CalendarEvent {
        attendees = List.copyOf(attendees);
    }

    /**
     * Who is invited or invites.
     *
     * @param mail lower case; empty when the calendar gives no address
     * @param answer PARTSTAT in upper case; empty when none is given
     * @param thing whether it is a room or a device
     */
    record Attendee(@Nullable String name, String mail, String answer, boolean thing) {}
}
