package org.talentrecall.ingest.spreadsheet.file;

import java.time.LocalDateTime;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.util.NumberToTextConverter;

/** How the cells of one style show a number. */
final class NumberFormat {
    /** 10000-01-01. */
    private static final double PAST_LAST_DAY = 2_958_466;

    private final int index;
    private final String pattern;
    private final boolean date;
    private final boolean plain;
    private final DataFormatter formatter;

    /** @param formatter shared by the formats of one file; not safe for use by several threads */
    NumberFormat(int index, String pattern, DataFormatter formatter) {
        this.index = index;
        this.formatter = formatter;
        this.pattern = pattern;
        this.date = index != 0 && DateUtil.isADateFormat(index, pattern);
        this.plain = pattern.equalsIgnoreCase("General") || pattern.equals("@") || pattern.equals("0");
    }

    /** A date where the style is one and the serial can be one; else a number with the text the style shows. */
    CellValue value(double number, boolean from1904) {
        if (date && number >= 1 && DateUtil.isValidExcelDate(number) && number < PAST_LAST_DAY) {
            LocalDateTime read = DateUtil.getLocalDateTime(number, from1904, true);
            if (read != null) {
                return new CellValue.Date(read);
            }
        }
        return new CellValue.Figure(number, shown(number), from1904);
    }

    private String shown(double number) {
        if (plain || !Double.isFinite(number)) {
            return NumberToTextConverter.toText(number);
        }
        try {
            return formatter.formatRawCellContents(number, index, pattern);
        } catch (RuntimeException unknownPattern) {
            // Patterns are written by people and programs of all sorts; the number itself is what counts.
            return NumberToTextConverter.toText(number);
        }
    }
}
