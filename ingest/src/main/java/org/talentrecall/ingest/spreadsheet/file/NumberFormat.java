package org.talentrecall.ingest.spreadsheet.file;

import java.time.LocalDateTime;
import java.util.Map;
import org.apache.poi.ss.usermodel.BuiltinFormats;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.NumberToTextConverter;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.spreadsheet.file.format.ExcelFormat;
import org.talentrecall.ingest.spreadsheet.file.format.GeneralFormat;

/**
 * How the cells of one style show a number. Remembers what it showed, since the days and figures of a column come again
 * and again; not safe for use by several threads.
 */
final class NumberFormat {
    /** 10000-01-01. */
    private static final double PAST_LAST_DAY = 2_958_466;
    /** Serials from here on are hardly hours that add up: a time of day that also tells the day. */
    private static final double FIRST_LIKELY_DAY = 20_000;

    private static final int REMEMBERED = 1 << 10;

    /** What ECMA-376 part 1, 18.8.30, gives for Chinese. */
    private static final Map<Integer, String> BUILT_IN = Map.ofEntries(
            Map.entry(27, "yyyy\"年\"m\"月\""),
            Map.entry(28, "m\"月\"d\"日\""),
            Map.entry(29, "m\"月\"d\"日\""),
            Map.entry(30, "m-d-yy"),
            Map.entry(31, "yyyy\"年\"m\"月\"d\"日\""),
            Map.entry(32, "h\"时\"mm\"分\""),
            Map.entry(33, "h\"时\"mm\"分\"ss\"秒\""),
            Map.entry(34, "上午/下午h\"时\"mm\"分\""),
            Map.entry(35, "上午/下午h\"时\"mm\"分\"ss\"秒\""),
            Map.entry(36, "yyyy\"年\"m\"月\""),
            Map.entry(50, "yyyy\"年\"m\"月\""),
            Map.entry(51, "m\"月\"d\"日\""),
            Map.entry(52, "yyyy\"年\"m\"月\""),
            Map.entry(53, "m\"月\"d\"日\""),
            Map.entry(54, "m\"月\"d\"日\""),
            Map.entry(55, "上午/下午h\"时\"mm\"分\""),
            Map.entry(56, "上午/下午h\"时\"mm\"分\"ss\"秒\""),
            Map.entry(57, "yyyy\"年\"m\"月\""),
            Map.entry(58, "m\"月\"d\"日\""));

    private final ExcelFormat format;
    private final boolean general;
    private final boolean plain;
    private final long[] numbers = new long[REMEMBERED];
    private final @Nullable CellValue[] values = new @Nullable CellValue[REMEMBERED];

    private NumberFormat(String pattern) {
        this.general = pattern.isEmpty() || pattern.equalsIgnoreCase("General") || pattern.equals("@");
        this.plain = general || pattern.equals("0");
        this.format = ExcelFormat.of(pattern);
    }

    static NumberFormat of(String pattern) {
        return new NumberFormat(pattern);
    }

    /** The format that every program knows by its number, or null. */
    static @Nullable String builtIn(int index) {
        String own = BUILT_IN.get(index);
        return own != null || index < 0 ? own : BuiltinFormats.getBuiltinFormat(index);
    }

    /** A date where the style is one and the serial can be one; else a number with the text the style shows. */
    CellValue value(double number, boolean from1904) {
        long bits = Double.doubleToLongBits(number);
        int at = (int) (bits ^ (bits >>> 23) ^ (bits >>> 42)) & (REMEMBERED - 1);
        CellValue known = values[at];
        if (known != null && numbers[at] == bits) {
            return known;
        }
        CellValue fresh = read(number, from1904);
        numbers[at] = bits;
        values[at] = fresh;
        return fresh;
    }

    private CellValue read(double number, boolean from1904) {
        boolean day = format.isDate() && (format.showsDay() ? number >= 1 : number >= FIRST_LIKELY_DAY);
        if (day && DateUtil.isValidExcelDate(number) && number < PAST_LAST_DAY) {
            LocalDateTime read = DateUtil.getLocalDateTime(number, from1904, true);
            if (read != null) {
                return new CellValue.Date(read, format.shown(number, from1904));
            }
        }
        if (!Double.isFinite(number)) {
            return new CellValue.Figure(number, NumberToTextConverter.toText(number), from1904);
        }
        String shown = plain ? NumberToTextConverter.toText(number) : format.shown(number, from1904);
        String displayed = general ? GeneralFormat.shown(number) : plain ? format.shown(number, from1904) : shown;
        // A format that shows nothing, or only signs for "too wide", leaves the number itself.
        boolean mute = shown.isBlank() || shown.startsWith("###");
        return new CellValue.Figure(number, mute ? NumberToTextConverter.toText(number) : shown, displayed, from1904);
    }

    /** Words as a cell of the style holds them; null when there are none. */
    @Nullable
    CellValue text(@Nullable String words) {
        if (words == null || words.isBlank()) {
            return null;
        }
        return general || !format.decoratesText()
                ? new CellValue.Text(words)
                : new CellValue.Text(words, format.shown(words));
    }
}
