package org.talentrecall.ingest.outlook;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An appointment or a message about one, as Outlook keeps it, written as the iCalendar file (RFC 5545) with which it would
 * have gone over the wire (MS-OXCICAL).
 *
 * @param messageClass MAPI's, such as {@code IPM.Schedule.Meeting.Request}
 * @param uid the same for everything about one meeting
 * @param sender who organises it; who answers, of an answer
 * @param people who is invited; who organises it, of an answer
 */
record MeetingCalendar(
        String messageClass,
        String uid,
        int sequence,
        boolean cancelled,
        boolean recurring,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable Instant stamp,
        @Nullable Person sender,
        List<Person> people,
        @Nullable String subject,
        @Nullable String location,
        @Nullable String description) {
    static final String ENTRY = "IPM.Appointment";
    static final String MESSAGE = "IPM.Schedule.Meeting";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String LINE = "\r\n";

    MeetingCalendar {
        people = List.copyOf(people);
    }

    /** @param mail null for somebody of Exchange's own directory */
    record Person(@Nullable String name, @Nullable String mail) {}

    /** Whether a message's class is one of those that are about an appointment. */
    static boolean isAbout(String messageClass) {
        return messageClass.regionMatches(true, 0, ENTRY, 0, ENTRY.length())
                || messageClass.regionMatches(true, 0, MESSAGE, 0, MESSAGE.length());
    }

    private String answer() {
        String lower = messageClass.toLowerCase(Locale.ROOT);
        if (lower.contains(".resp.pos")) {
            return "ACCEPTED";
        }
        return lower.contains(".resp.neg") ? "DECLINED" : lower.contains(".resp.tent") ? "TENTATIVE" : "";
    }

    private String method() {
        String lower = messageClass.toLowerCase(Locale.ROOT);
        if (lower.contains(".canceled") || lower.contains(".cancelled")) {
            return "CANCEL";
        }
        return !answer().isEmpty() ? "REPLY" : lower.contains(".request") ? "REQUEST" : "PUBLISH";
    }

    String text() {
        StringBuilder text =
                new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Talent Recall//Outlook//EN\r\n");
        line(text, "METHOD", method());
        text.append("BEGIN:VEVENT").append(LINE);
        value(text, "UID", uid);
        line(text, "SEQUENCE", Integer.toString(Math.max(0, sequence)));
        time(text, "DTSTAMP", stamp);
        time(text, "DTSTART", start);
        time(text, "DTEND", end);
        boolean reply = !answer().isEmpty();
        if (reply) {
            people.stream().limit(1).forEach(person -> person(text, "ORGANIZER", person, ""));
            person(text, "ATTENDEE", sender, ";PARTSTAT=" + answer());
        } else {
            person(text, "ORGANIZER", sender, "");
            people.forEach(person -> person(text, "ATTENDEE", person, ""));
        }
        value(text, "SUMMARY", subject);
        value(text, "LOCATION", location);
        value(text, "DESCRIPTION", description);
        if (cancelled) {
            line(text, "STATUS", "CANCELLED");
        }
        if (recurring) {
            // How often it comes does not matter: what recurs is no interview.
            line(text, "RRULE", "FREQ=WEEKLY");
        }
        return text.append("END:VEVENT\r\nEND:VCALENDAR\r\n").toString();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(name).append(':').append(value).append(LINE);
    }

    private static void time(StringBuilder text, String name, @Nullable Instant time) {
        if (time != null) {
            line(text, name, TIME.format(time));
        }
    }

    private static void value(StringBuilder text, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            line(
                    text,
                    name,
                    value.strip()
                            .replace("\\", "\\\\")
                            .replace(";", "\\;")
                            .replace(",", "\\,")
                            .replaceAll("\\R", "\\\\n")
                            .replaceAll("\\p{Cntrl}", " "));
        }
    }

    private static void person(StringBuilder text, String property, @Nullable Person person, String parameters) {
        if (person == null) {
            return;
        }
        String name = person.name() == null
                ? ""
                : person.name().replaceAll("[\"\\p{Cntrl}]", " ").strip();
        String mail = person.mail() == null || !person.mail().contains("@")
                ? ""
                : person.mail().replaceAll("[\\s:;,\"]", "");
        if (!name.isEmpty() || !mail.isEmpty()) {
            text.append(property).append(parameters);
            if (!name.isEmpty()) {
                text.append(";CN=\"").append(name).append('"');
            }
            text.append(":mailto:").append(mail).append(LINE);
        }
    }
}
