package org.talentrecall.ingest.spreadsheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.TextFolding;

/** The time that names around a table give it: a sheet 2024年, a title "2025年10月面试记录", a file {@code log_20251015.csv}. */
final class SheetPeriod {
    private static final Pattern MONTH_OF_YEAR =
            Pattern.compile("(?<!\\d)(20\\d{2})\\s?(?:年度?|[-_./])?\\s?(?:(1[0-2]|0?[1-9])(?!\\d)\\s?月?)?(?![\\d-])");
    private static final Pattern DAY =
            Pattern.compile("(?<!\\d)(20\\d{2})[-_.年]?(0[1-9]|1[0-2])[-_.月]?(0[1-9]|[12]\\d|3[01])(?!\\d)");

    private SheetPeriod() {}

    /** The middle of the month or year in the first of the names that has one, or null. */
    static @Nullable LocalDate middle(List<String> names) {
        for (String name : names) {
            LocalDate day = day(name);
            if (day != null) {
                return day;
            }
            Matcher found = MONTH_OF_YEAR.matcher(TextFolding.fold(name));
            if (found.find()) {
                int year = Integer.parseInt(found.group(1));
                return found.group(2) == null
                        ? LocalDate.of(year, 7, 1)
                        : LocalDate.of(year, Integer.parseInt(found.group(2)), 15);
            }
        }
        return null;
    }

    /** The day in a name, or null. */
    static @Nullable LocalDate day(String name) {
        Matcher found = DAY.matcher(TextFolding.fold(name));
        if (!found.find()) {
            return null;
        }
        try {
            return LocalDate.of(
                    Integer.parseInt(found.group(1)),
                    Integer.parseInt(found.group(2)),
                    Integer.parseInt(found.group(3)));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }
}
