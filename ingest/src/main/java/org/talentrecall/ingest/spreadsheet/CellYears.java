package org.talentrecall.ingest.spreadsheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.ChineseNumerals;
import org.talentrecall.archive.text.TextFolding;

/** Years of experience of cells: "5年以上", "五年半", "18个月", "8 yrs"; of a range the lower end. */
final class CellYears {
    private static final String ABOUT = "^(?:约|近|超过?|大概|大约|至少|over|about|more than|at least|>=?|≥)?\\s?";
    private static final Pattern YEARS = Pattern.compile(
            ABOUT
                    + "(\\d{1,2}(?:\\.\\d{1,2})?)(?!\\d)\\s?(?:\\+|余|多|\\s?[-~]\\s?\\d{1,2})?\\s?(?:年|years?|yrs?\\.?|y(?![a-z])|$|以上)(半)?(?:\\s?零?(\\d{1,2})\\s?个?月)?");
    private static final Pattern MONTHS = Pattern.compile(ABOUT + "(\\d{1,3})\\s?(?:个月|months?)");
    private static final Pattern FRESH = Pattern.compile("^(?:应届|无经验|在校|fresh)");
    private static final BigDecimal TWELVE = new BigDecimal(12);

    private CellYears() {}

    /** The years with one decimal, or null when the words tell none. */
    static @Nullable Double read(String written) {
        String text = ChineseNumerals.inDates(TextFolding.fold(written));
        if (FRESH.matcher(text).find()) {
            return 0.0;
        }
        if (text.startsWith("半年")) {
            return 0.5;
        }
        Matcher months = MONTHS.matcher(text);
        if (months.find()) {
            return years(BigDecimal.ZERO, new BigDecimal(months.group(1)));
        }
        Matcher years = YEARS.matcher(text);
        if (!years.find()) {
            return null;
        }
        BigDecimal half = years.group(2) != null ? new BigDecimal(6) : BigDecimal.ZERO;
        BigDecimal more = years.group(3) != null ? new BigDecimal(years.group(3)) : half;
        return years(new BigDecimal(years.group(1)), more);
    }

    private static Double years(BigDecimal years, BigDecimal months) {
        return years.add(months.divide(TWELVE, 4, RoundingMode.HALF_UP))
                .setScale(1, RoundingMode.HALF_UP)
                .doubleValue();
    }
}
