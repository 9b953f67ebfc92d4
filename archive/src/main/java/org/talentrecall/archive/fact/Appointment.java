package org.talentrecall.archive.fact;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One word of a calendar about an interview with the person (RFC 5545, RFC 5546): it is planned, moved, called off or
 * answered. The dossier holds one appointment for each {@code uid}, which tells how it stands; see {@code Appointments}.
 *
 * @param uid the event's UID; names the appointment through all its versions
 * @param sequence the event's SEQUENCE: a later version has a higher one
 * @param stamp when this word was written (DTSTAMP), or null
 * @param start by the clock on the wall of {@code zone}; null when the word tells no time
 * @param zone IANA name or offset such as {@code +08:00}; null for a time that is meant wherever one is
 * @param organiser who invites, as written
 * @param interviewers colleagues who take part, as written
 */
public record Appointment(
        String uid,
        int sequence,
        @Nullable Instant stamp,
        Word word,
        @Nullable LocalDateTime start,
        @Nullable LocalDateTime end,
        @Nullable String zone,
        @Nullable String organiser,
        List<String> interviewers,
        @Nullable String place,
        @Nullable String post,
        @Nullable String openingId,
        @Nullable String round)
        implements PersonFact {
    /** What the calendar says. */
    public enum Word {
        /** It is planned, or planned anew. */
        PLANNED,
        /** It is called off. */
        CANCELLED,
        /** The candidate comes. */
        ACCEPTED,
        /** The candidate may come. */
        TENTATIVE,
        /** The candidate does not come. */
        DECLINED,
        /** The candidate asks for the other time given here. */
        OTHER_TIME;

        /** Whether it is the candidate's answer rather than the organiser's word. */
        public boolean isAnswer() {
            return this != PLANNED && this != CANCELLED;
        }
    }

    public Appointment {
        interviewers = List.copyOf(interviewers);
        if (uid.isBlank() || sequence < 0) {
            throw new IllegalArgumentException("An appointment needs a UID and a sequence of 0 or more");
        }
    }

    /** Whether it stands: not called off and not declined. */
    public boolean stands() {
        return word != Word.CANCELLED && word != Word.DECLINED;
    }
}
