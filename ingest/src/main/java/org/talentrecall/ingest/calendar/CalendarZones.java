package org.talentrecall.ingest.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Zones by the names that calendars give them: IANA names, also behind a vendor's path; Windows' names (table
 * {@code windows-zones.tsv}, after CLDR's windowsZones); names that write an offset, such as
 * {@code (UTC+08:00) Beijing, Chongqing}.
 */
final class CalendarZones {
    private static final Map<String, String> WINDOWS = windows();
    private static final Pattern OFFSET =
            Pattern.compile("(?:UTC|GMT)\\s*([+-])\\s*(\\d{1,2}):?(\\d{2})?", Pattern.CASE_INSENSITIVE);
    private static final Pattern PATH = Pattern.compile("[A-Z][A-Za-z]+/[A-Za-z_]+(?:/[A-Za-z_]+)?$");

    private CalendarZones() {}

    /** Null when the name tells none. */
    static @Nullable ZoneId of(String name) {
        String bare = name.replaceAll("^[\"']|[\"']$", "").strip();
        String windows = WINDOWS.get(bare.toLowerCase(Locale.ROOT));
        if (windows != null) {
            return ZoneId.of(windows);
        }
        Matcher offset = OFFSET.matcher(bare);
        if (offset.find()) {
            return offset(offset.group(1), offset.group(2), offset.group(3));
        }
        Matcher path = PATH.matcher(bare);
        String iana = path.find() ? path.group() : bare;
        try {
            return ZoneId.of(iana, ZoneId.SHORT_IDS);
        } catch (DateTimeException e) {
            // A name that only its own VTIMEZONE explains.
            return null;
        }
    }

    /** An offset such as {@code +0800}; null when it is none. */
    static @Nullable ZoneId ofOffset(String written) {
        Matcher matcher = Pattern.compile("([+-])(\\d{2})(\\d{2})\\d{0,2}").matcher(written.strip());
        return matcher.matches() ? offset(matcher.group(1), matcher.group(2), matcher.group(3)) : null;
    }

    private static @Nullable ZoneId offset(String sign, String hours, @Nullable String minutes) {
        int whole = Integer.parseInt(hours) * 60 + (minutes == null ? 0 : Integer.parseInt(minutes));
        return whole > 18 * 60 ? null : ZoneOffset.ofTotalSeconds((sign.equals("-") ? -60 : 60) * whole);
    }

    private static Map<String, String> windows() {
        Map<String, String> zones = new HashMap<>();
        try (InputStream in = CalendarZones.class.getResourceAsStream("windows-zones.tsv")) {
            if (in == null) {
                throw new IllegalStateException("The table windows-zones.tsv is missing from the program");
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split("\t", 2))
                    .forEach(line -> zones.put(line[0].toLowerCase(Locale.ROOT), line[1].strip()));
        } catch (IOException e) {
            throw new UncheckedIOException("The table windows-zones.tsv cannot be read from the program", e);
        }
        return zones;
    }
}
