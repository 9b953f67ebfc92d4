package org.talentrecall.archive.fact;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * A date as exact as the source gave it: a year, a month or a day. Sorted by its earliest day, vaguer ones first.
 *
 * @param month 1–12, or null when only the year is known
 * @param day 1–31, or null; only with a month
 */
public record PartialDate(
        int year, @Nullable Integer month, @Nullable Integer day) implements Comparable<PartialDate> {
    private static final Comparator<PartialDate> ORDER =
            Comparator.comparing(PartialDate::earliest).thenComparing(PartialDate::latest, Comparator.reverseOrder());

    public PartialDate {
        if (day != null && month == null) {
            throw new IllegalArgumentException("A day needs a month");
        }
        LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    public static PartialDate of(LocalDate date) {
        return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }

    public static PartialDate of(YearMonth month) {
        return new PartialDate(month.getYear(), month.getMonthValue(), null);
    }

    public static PartialDate ofYear(int year) {
        return new PartialDate(year, null, null);
    }

    /**
     * Reads what {@link #toString()} wrote.
     *
     * @throws DateTimeException when the text is no such date
     */
    public static PartialDate parse(String iso) {
        String[] parts = iso.split("-", -1);
        try {
            return new PartialDate(
                    Integer.parseInt(parts[0]),
                    parts.length > 1 ? Integer.valueOf(parts[1]) : null,
                    parts.length > 2 ? Integer.valueOf(parts[2]) : null);
        } catch (NumberFormatException e) {
            throw new DateTimeException("Not a date of the form yyyy[-MM[-dd]]: " + iso, e);
        }
    }

    /** The first day it can mean. */
    public LocalDate earliest() {
        return LocalDate.of(year, month == null ? 1 : month, day == null ? 1 : day);
    }

    /** The last day it can mean. */
    public LocalDate latest() {
        if (month == null) {
            return LocalDate.of(year, 12, 31);
        }
        return day == null ? YearMonth.of(year, month).atEndOfMonth() : earliest();
    }

    @Override
    public int compareTo(PartialDate other) {
        return ORDER.compare(this, other);
    }

    /** ISO 8601 with what is known: {@code 2022}, {@code 2022-10} or {@code 2022-10-05}. */
    @Override
    public String toString() {
        if (month == null) {
            return "%04d".formatted(year);
        }
        return day == null ? "%04d-%02d".formatted(year, month) : "%04d-%02d-%02d".formatted(year, month, day);
    }
}
