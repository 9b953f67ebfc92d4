package org.talentrecall.ingest.calendar;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.fortuna.ical4j.data.ContentHandler;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.calendar.CalendarEvent.Attendee;

/** Collects the events of one file while it is being parsed. */
final class EventCollector implements ContentHandler {
    private static final int DEEPEST = 10;
    private static final int EVENTS_AT_MOST = 1_000;
    private static final int ATTENDEES_AT_MOST = 200;
    private static final int LONGEST_TEXT = 8_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm[ss]", Locale.ROOT);

    /** A property with its parameters, names in upper case. */
    private record Property(String value, Map<String, String> parameters) {
        String parameter(String name) {
            return parameters.getOrDefault(name, "");
        }
    }

    private final List<Map<String, List<Property>>> found = new ArrayList<>();
    private final List<String> methods = new ArrayList<>();
    private final Map<String, ZoneId> zones = new HashMap<>();
    private final List<String> open = new ArrayList<>();
    private Map<String, List<Property>> event = new HashMap<>();
    private Map<String, String> parameters = new HashMap<>();
    private String name = "";
    private String method = "";
    private String zoneName = "";
    private boolean ended;

    /** Whether the calendar's end was reached. */
    boolean complete() {
        return ended;
    }

    List<CalendarEvent> events() {
        List<CalendarEvent> events = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            events.add(event(found.get(i), methods.get(i)));
        }
        return events;
    }

    @Override
    public void startCalendar() {
        method = "";
    }

    @Override
    public void endCalendar() {
        ended = true;
    }

    @Override
    public void startComponent(String component) {
        open.add(component.toUpperCase(Locale.ROOT));
        if (open.size() > DEEPEST || found.size() >= EVENTS_AT_MOST) {
            // The parser hands it on as its own exception.
            throw new IllegalStateException("deeper or longer than any calendar is");
        }
        if (is("VEVENT")) {
            event = new HashMap<>();
            found.add(event);
            methods.add(method);
        }
    }

    @Override
    public void endComponent(String component) {
        if (!open.isEmpty()) {
            open.remove(open.size() - 1);
        }
    }

    @Override
    public void startProperty(String property) {
        name = property.toUpperCase(Locale.ROOT);
        parameters = new HashMap<>();
    }

    @Override
    public void parameter(String parameter, String value) {
        parameters.putIfAbsent(parameter.toUpperCase(Locale.ROOT), value.replaceAll("^\"|\"$", ""));
    }

    @Override
    public void propertyValue(String value) {
        if (open.isEmpty() && name.equals("METHOD")) {
            method = value.strip().toUpperCase(Locale.ROOT);
        } else if (is("VEVENT")) {
            event.computeIfAbsent(name, any -> new ArrayList<>()).add(new Property(value, parameters));
        } else if (is("VTIMEZONE") && name.equals("TZID")) {
            zoneName = value.strip();
        } else if (is("STANDARD") && name.equals("TZOFFSETTO")) {
            ZoneId offset = CalendarZones.ofOffset(value);
            if (offset != null) {
                zones.put(zoneName, offset);
            }
        }
    }

    @Override
    public void endProperty(String property) {
        // Its value has been taken already.
    }

    private boolean is(String component) {
        return !open.isEmpty() && open.get(open.size() - 1).equals(component);
    }

    private CalendarEvent event(Map<String, List<Property>> properties, String calendarMethod) {
        Property begins = first(properties, "DTSTART");
        Moment start = begins == null ? null : moment(begins);
        Property ends = first(properties, "DTEND");
        Moment end = ends == null ? null : moment(ends);
        LocalDateTime until = end == null ? null : end.time();
        Duration lasts = duration(text(properties, "DURATION"));
        if (until == null && start != null && lasts != null) {
            until = start.time().plus(lasts);
        }
        Property organiser = first(properties, "ORGANIZER");
        return new CalendarEvent(
                calendarMethod,
                text(properties, "UID"),
                sequence(text(properties, "SEQUENCE")),
                stamp(text(properties, "DTSTAMP")),
                start == null ? null : start.time(),
                until,
                start == null || start.zone() == null ? null : start.zone().getId(),
                organiser == null ? null : attendee(organiser),
                properties.getOrDefault("ATTENDEE", List.of()).stream()
                        .limit(ATTENDEES_AT_MOST)
                        .map(EventCollector::attendee)
                        .toList(),
                text(properties, "SUMMARY"),
                text(properties, "DESCRIPTION"),
                text(properties, "LOCATION"),
                text(properties, "STATUS").equalsIgnoreCase("CANCELLED"),
                properties.containsKey("RRULE")
                        || properties.containsKey("RDATE")
                        || properties.containsKey("RECURRENCE-ID"),
                begins != null && begins.value().strip().length() == 8);
    }

    private record Moment(LocalDateTime time, @Nullable ZoneId zone) {}

    private @Nullable Moment moment(Property property) {
        String value = property.value().strip().toUpperCase(Locale.ROOT);
        try {
            if (value.length() == 8) {
                return new Moment(LocalDate.parse(value, DAY).atStartOfDay(), null);
            }
            if (value.endsWith("Z")) {
                return new Moment(LocalDateTime.parse(value.substring(0, value.length() - 1), TIME), ZoneOffset.UTC);
            }
            LocalDateTime time = LocalDateTime.parse(value, TIME);
            String tzid = property.parameter("TZID");
            if (tzid.isEmpty()) {
                return new Moment(time, null);
            }
            ZoneId zone = CalendarZones.of(tzid);
            return new Moment(time, zone == null ? zones.get(tzid.strip()) : zone);
        } catch (DateTimeException e) {
            // Not a time: the event has none.
            return null;
        }
    }

    private static Attendee attendee(Property property) {
        String value = property.value().strip();
        String mail = value.toLowerCase(Locale.ROOT).replaceFirst("^mailto:\\s*", "");
        if (!mail.contains("@")) {
            mail = property.parameter("EMAIL").toLowerCase(Locale.ROOT);
        }
        String shown =
                unescaped(property.parameter("CN")).replaceAll("^'|'$", "").strip();
        String type = property.parameter("CUTYPE").toUpperCase(Locale.ROOT);
        return new Attendee(
                shown.isEmpty() || shown.equalsIgnoreCase(mail) ? null : shown,
                mail,
                property.parameter("PARTSTAT").toUpperCase(Locale.ROOT),
                type.equals("ROOM") || type.equals("RESOURCE"));
    }

    private static @Nullable Property first(Map<String, List<Property>> properties, String name) {
        List<Property> all = properties.get(name);
        return all == null ? null : all.get(0);
    }

    private static String text(Map<String, List<Property>> properties, String name) {
        Property property = first(properties, name);
        return property == null ? "" : unescaped(property.value()).strip();
    }

    /** RFC 5545, 3.3.11. */
    private static String unescaped(String value) {
        String text = value.length() <= LONGEST_TEXT ? value : value.substring(0, LONGEST_TEXT);
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                char escaped = text.charAt(i);
                plain.append(escaped == 'n' || escaped == 'N' ? '\n' : escaped);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    private static int sequence(String written) {
        return written.matches("\\d{1,9}") ? Integer.parseInt(written) : 0;
    }

    private static @Nullable Instant stamp(String written) {
        try {
            String bare = written.toUpperCase(Locale.ROOT).replaceFirst("Z$", "");
            return bare.isEmpty() ? null : LocalDateTime.parse(bare, TIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            // Versions are told apart by SEQUENCE alone.
            return null;
        }
    }

    private static @Nullable Duration duration(String written) {
        try {
            return written.matches("\\+?P[\\dDTHMSW]{2,20}") && !written.contains("W") ? Duration.parse(written) : null;
        } catch (DateTimeException e) {
            // The end stays unknown.
            return null;
        }
    }
}
