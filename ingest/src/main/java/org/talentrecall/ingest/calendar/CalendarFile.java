package org.talentrecall.ingest.calendar;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import net.fortuna.ical4j.data.CalendarParserImpl;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.data.UnfoldingReader;

/**
 * A calendar file taken apart by ical4j's parser. Its model is not used: it fails the whole file for one odd date and looks
 * zones up in the network.
 *
 * @param events in the file's order
 * @param broken whether the file ends or breaks off before its calendar does; what came before is kept
 */
record CalendarFile(List<CalendarEvent> events, boolean broken) {
    private static final int LONGEST = 1 << 20;

    CalendarFile {
        events = List.copyOf(events);
    }

    static CalendarFile read(String text) {
        String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
        EventCollector collector = new EventCollector();
        if (whole.length() > LONGEST) {
            return new CalendarFile(List.of(), true);
        }
        try (UnfoldingReader reader = new UnfoldingReader(new StringReader(lines(whole)), true)) {
            new CalendarParserImpl(true).parse(reader, collector);
        } catch (ParserException e) {
            // What was read up to there may still tell of an interview.
            return new CalendarFile(collector.events(), true);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("A text in memory cannot be read", e);
        }
        return new CalendarFile(collector.events(), collector.events().isEmpty() && !collector.complete());
    }

    /** With the line ends that the standard asks for, without blank lines and blanks around the lines' names. */
    private static String lines(String text) {
        StringBuilder lines = new StringBuilder(text.length());
        text.lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> lines.append(line.stripTrailing())
                        .append(line.endsWith(" ") && line.length() > 60 ? " " : "")
                        .append("\r\n"));
        return lines.toString();
    }
}
