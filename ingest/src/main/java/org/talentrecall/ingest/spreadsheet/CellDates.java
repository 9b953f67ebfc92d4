package org.talentrecall.ingest.spreadsheet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.DateReader;
import org.talentrecall.ingest.spreadsheet.file.CellValue;

/** Dates of cells: as the workbook stores them, as bare serials, as words. */
final class CellDates {
    private static final Pattern COMPACT = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})?");
    /** "22.1" of a number cell that was typed as the month of a year. */
    private static final Pattern YEAR_POINT_MONTH = Pattern.compile("((?:19|20)?\\d{2})\\.(1[0-2]|0?[1-9])");
    /** Two days that show whether words mean a day by themselves or only seen from another one. */
    private static final LocalDate ONE_DAY = LocalDate.of(2001, 3, 5);

    /** What follows in the third group is of a day: a time, or which day of the week it was. */
    private static final Pattern MONTH_POINT_DAY = Pattern.compile(
            "(1[0-2]|[1-9])\\.(3[01]|[12]\\d|0?[1-9])"
                    + "(\\s*(?:[上下中]午|早上?|晚上?|[(（]?(?:周|星期|礼拜)[一二三四五六日天]|\\d{1,2}[:：点]).*)?",
            Pattern.DOTALL);
    /** Years that a list of what happened lately does not reach back. */
    private static final int A_CAREER = 9;

    private static final LocalDate OTHER_DAY = LocalDate.of(2019, 9, 14);
    /** A day of the same year: words that mean the same from both need the year alone. */
    private static final LocalDate SAME_YEAR = LocalDate.of(2019, 6, 12);

    private CellDates() {}

    /**
     * What a cell tells of a date.
     *
     * @param date when it needs no other day; else null
     * @param needs what it needs to be one
     */
    record Told(@Nullable PartialDate date, Needs needs) {
        static final Told NOTHING = new Told(null, Needs.MORE_THAN_A_DAY);
    }

    /** What words need to mean a date. */
    enum Needs {
        NOTHING,
        /** A month and a day without a year, or something of last year. */
        A_YEAR,
        /** Yesterday, last Wednesday. */
        A_DAY,
        /** They mean none. */
        MORE_THAN_A_DAY
    }

    /** @param seenFrom the day relative words count from; null leaves such words unread */
    static @Nullable PartialDate read(CellValue value, @Nullable LocalDate seenFrom) {
        Told told = told(value);
        boolean relative = told.needs() == Needs.A_YEAR || told.needs() == Needs.A_DAY;
        return relative && seenFrom != null ? relative(value, seenFrom) : told.date();
    }

    static @Nullable PartialDate relative(CellValue value, LocalDate seenFrom) {
        return DateReader.read(value.shown().strip(), seenFrom).orElse(null);
    }

    static Told told(CellValue value) {
        if (value instanceof CellValue.Date date) {
            return new Told(PartialDate.of(date.value().toLocalDate()), Needs.NOTHING);
        }
        if (value instanceof CellValue.Figure number && number.asDate().isPresent()) {
            return new Told(PartialDate.of(number.asDate().get().toLocalDate()), Needs.NOTHING);
        }
        String written = value.shown().strip();
        PartialDate plain = plain(written, value instanceof CellValue.Figure);
        if (plain != null) {
            return new Told(plain, Needs.NOTHING);
        }
        Optional<PartialDate> read = DateReader.read(written, OTHER_DAY);
        if (read.isEmpty()) {
            return Told.NOTHING;
        }
        if (read.equals(DateReader.read(written, ONE_DAY))) {
            return new Told(read.get(), Needs.NOTHING);
        }
        boolean ofYear = read.equals(DateReader.read(written, SAME_YEAR));
        return new Told(null, ofYear ? Needs.A_YEAR : Needs.A_DAY);
    }

    /**
     * "3.5" in a column of dates is the fifth of March: the same in words that say so. "12.5" is too where May 2012 lies far
     * from the time of the file.
     *
     * @param seenFrom a day of the time that the file is of; null when it does not tell
     * @return null for anything else
     */
    static @Nullable CellValue monthPointDay(CellValue value, @Nullable LocalDate seenFrom) {
        boolean plain = value instanceof CellValue.Text
                || value instanceof CellValue.Figure figure && figure.asDate().isEmpty();
        Matcher pointed = plain ? MONTH_POINT_DAY.matcher(value.shown().strip()) : null;
        if (pointed == null || !pointed.matches()) {
            return null;
        }
        int month = Integer.parseInt(pointed.group(1));
        boolean perhapsYear = month >= 10 && Integer.parseInt(pointed.group(2)) <= 12;
        boolean farOff = seenFrom != null && seenFrom.getYear() - 2000 - month > A_CAREER;
        return perhapsYear && !farOff && pointed.group(3) == null
                ? null
                : new CellValue.Text(month + "月" + pointed.group(2) + "日");
    }

    /** Whether a column of such cells is one of dates. */
    static boolean looksLikeDate(CellValue value) {
        return told(value).needs() != Needs.MORE_THAN_A_DAY
                || CellWords.read("NO_DATE", value.shown()).isPresent();
    }

    private static @Nullable PartialDate plain(String written, boolean number) {
        Matcher compact = COMPACT.matcher(written);
        Matcher pointed = YEAR_POINT_MONTH.matcher(written);
        try {
            if (compact.matches()) {
                return new PartialDate(
                        Integer.parseInt(compact.group(1)),
                        Integer.valueOf(compact.group(2)),
                        compact.group(3) == null ? null : Integer.valueOf(compact.group(3)));
            }
            if (pointed.matches()) {
                int year = Integer.parseInt(pointed.group(1));
                int full = year < 100 ? (year > 50 ? 1900 : 2000) + year : year;
                // A number cell drops the last zero of 2022.10, so that October and January look alike in it.
                boolean lost = number && pointed.group(2).equals("1");
                return lost ? PartialDate.ofYear(full) : new PartialDate(full, Integer.valueOf(pointed.group(2)), null);
            }
        } catch (DateTimeException noSuchDay) {
            return null;
        }
        return null;
    }
}
