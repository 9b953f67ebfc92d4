package org.talentrecall.ingest.message;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The Date header (RFC 5322 and what is written in its place). A time without a zone is taken as UTC. */
record HeaderDate(OffsetDateTime time, boolean zoned) {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final Map<String, String> ZONES = Map.ofEntries(
            Map.entry("GMT", "+0000"),
            Map.entry("UTC", "+0000"),
            Map.entry("UT", "+0000"),
            Map.entry("Z", "+0000"),
            Map.entry("EST", "-0500"),
            Map.entry("EDT", "-0400"),
            Map.entry("CST", "-0600"),
            Map.entry("CDT", "-0500"),
            Map.entry("MST", "-0700"),
            Map.entry("MDT", "-0600"),
            Map.entry("PST", "-0800"),
            Map.entry("PDT", "-0700"));
    private static final String CLOCK = "(\\d{1,2})[:.](\\d{2})(?:[:.](\\d{2}))?";
    private static final String ZONE = "\\s*(?:\\(?(?:GMT|UTC)?([+-]\\d{2}:?\\d{2})|([A-Z]{1,4})\\b)?";
    private static final Pattern USUAL =
            Pattern.compile("(\\d{1,2})[\\s-]+([A-Za-z]{3})[a-z]*\\.?,?[\\s-]+(\\d{2,4})[\\s,]+" + CLOCK + ZONE);
    private static final Pattern YEAR_LAST =
            Pattern.compile("([A-Za-z]{3})[a-z]*\\s+(\\d{1,2})\\s+" + CLOCK + "(?:\\s+[A-Z]{3,4})?\\s+(\\d{4})" + ZONE);
    private static final Pattern NUMBERS =
            Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})[T\\s]+" + CLOCK + "(?:\\.\\d+)?" + ZONE);

    static Optional<HeaderDate> parse(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        String text = header.replaceAll("\\s+", " ");
        try {
            Matcher usual = USUAL.matcher(text);
            if (usual.find()) {
                return date(year(usual.group(3)), month(usual.group(2)), usual.group(1), usual, 4);
            }
            Matcher numbers = NUMBERS.matcher(text);
            if (numbers.find()) {
                return date(year(numbers.group(1)), Integer.parseInt(numbers.group(2)), numbers.group(3), numbers, 4);
            }
            Matcher yearLast = YEAR_LAST.matcher(text);
            if (yearLast.find()) {
                LocalDateTime time =
                        time(year(yearLast.group(6)), month(yearLast.group(1)), yearLast.group(2), yearLast, 3);
                return zoned(time, yearLast.group(7), yearLast.group(8));
            }
        } catch (DateTimeException e) {
            // 31 February, or a month that is none: no date.
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static Optional<HeaderDate> date(int year, int month, String day, Matcher matcher, int clock) {
        return zoned(time(year, month, day, matcher, clock), matcher.group(clock + 3), matcher.group(clock + 4));
    }

    private static LocalDateTime time(int year, int month, String day, Matcher matcher, int clock) {
        String second = matcher.group(clock + 2);
        return LocalDateTime.of(
                year,
                month,
                Integer.parseInt(day),
                Integer.parseInt(matcher.group(clock)),
                Integer.parseInt(matcher.group(clock + 1)),
                second == null ? 0 : Math.min(59, Integer.parseInt(second)));
    }

    private static Optional<HeaderDate> zoned(LocalDateTime time, @Nullable String offset, @Nullable String letters) {
        String zone = offset != null ? offset : letters == null ? null : ZONES.get(letters.toUpperCase(Locale.ROOT));
        if (zone == null) {
            return Optional.of(new HeaderDate(time.atOffset(ZoneOffset.UTC), false));
        }
        String digits = zone.replace(":", "");
        int hours = Integer.parseInt(digits.substring(1, 3));
        int minutes = Integer.parseInt(digits.substring(3, 5));
        if (hours > 14 || minutes > 59) {
            return Optional.of(new HeaderDate(time.atOffset(ZoneOffset.UTC), false));
        }
        int seconds = (hours * 60 + minutes) * 60;
        ZoneOffset of = ZoneOffset.ofTotalSeconds(digits.startsWith("-") ? -seconds : seconds);
        return Optional.of(new HeaderDate(time.atOffset(of), true));
    }

    /** Two digits as RFC 5322 4.3 reads them. */
    private static int year(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 2) {
            return year < 50 ? 2000 + year : 1900 + year;
        }
        return digits.length() == 3 ? 1900 + year : year;
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.toLowerCase(Locale.ROOT)) + 1;
    }
}
