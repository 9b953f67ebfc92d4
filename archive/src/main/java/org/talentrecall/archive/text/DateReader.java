package org.talentrecall.archive.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;

/**
 * Reads dates and spans as people write them in Chinese and English, no more exactly than they are written.
 *
 * <p>Relative words (昨天, 去年10月, 两周后, next Monday) count from the reference day. A month or day without a year belongs
 * to the reference's year, or to the year beside it when it would otherwise lie more than 300 days away. A week without
 * a day means its Monday. "Ago" is as vague as its unit, "later" is a day, because a promise needs one. Of 03/04/2022 the
 * month comes first, as spreadsheets in English have it. Impossible dates (2022-02-30) and reversed ones are not repaired:
 * the first are empty, the ends of the second are swapped. Never throws. Safe for use by several threads.
 */
public final class DateReader {
    private static final String SEPARATOR =
            "\\s*(?:-{1,3}|–|—{1,2}|−|~{1,2}|〜|→|至|到|直到|to|until|till|through|thru|/)\\s*";
    private static final String NOW =
            "(?:至今|迄今|到今|现在|目前|如今|今天?|在职|当前|present|now|current(?:ly)?|today|to date|ongoing)";
    private static final Pattern TO_NOW = Pattern.compile("(?:" + SEPARATOR + ")?" + NOW + "(?![年月日天])");
    private static final Pattern BETWEEN = Pattern.compile(SEPARATOR);
    private static final Pattern OPEN_END = Pattern.compile("\\s*(?:起|以来|开始)\\s*(?:至今)?.*");
    private static final Pattern SINCE = Pattern.compile(".*(?:since|from|自|从)\\s*");
    private static final Pattern UNTIL = Pattern.compile("^.*(?:截至|截止|until|till|to|至|到|-|–|—|~)\\s*");
    private static final Pattern MONTH_ONLY =
            Pattern.compile("^" + SEPARATOR + "(1[0-2]|0?[1-9])\\s*月?(?![\\d./年日号-]).*");
    /** The end of a span of days within a year or month: "2020.3.1-5.31", "3月1日-15日". */
    private static final Pattern DAY_ONLY = Pattern.compile(
            "^" + SEPARATOR
                    + "(?:(1[0-2]|0?[1-9])\\s?[./月-]\\s?(3[01]|[12]\\d|0?[1-9])[日号]?|(3[01]|[12]\\d|0?[1-9])\\s?[日号])(?![\\d./年-]).*");

    /** Years of the Republic of China (民國), as Taiwan counts them: 111 is 2022. */
    private static final Pattern REPUBLIC = Pattern.compile("(?:中华)?民国\\s?(\\d{1,3})(?=\\s?[年./-])");

    private static final int BEFORE_REPUBLIC = 1911;
    private static final String WEEKDAY =
            "(?:(?:周|星期|礼拜)[一二三四五六日天]|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|wednes|satur)(?:day)?)";
    private static final String MONTH_AND_DAY =
            "(?:1[0-2]|0?[1-9])(?:/|\\s?月\\s?)(?:3[01]|[12]\\d|0?[1-9])[日号]?(?!\\d)";
    /** A day of the week beside a date says nothing new; alone it is a date of its own. */
    private static final Pattern WEEKDAY_BEFORE =
            Pattern.compile("(?<![上下本这每a-z])\\(?" + WEEKDAY + "(?![a-z])\\)?\\s?[,:]?\\s?(?=" + MONTH_AND_DAY + ")");

    private static final Pattern WEEKDAY_BEHIND =
            Pattern.compile("(?<![\\d/])(" + MONTH_AND_DAY + ")\\s?,?\\s?\\(?" + WEEKDAY + "(?![a-z])\\)?");
    private static final Pattern DOTS = Pattern.compile("(?<=\\d)。(?=\\d)");

    private DateReader() {}

    /** The first date in the text. */
    public static Optional<PartialDate> read(String written, LocalDate reference) {
        return DateTokens.first(prepare(written), reference, false).map(DateTokens.Token::date);
    }

    /** The span in the text; for a single date one that starts there. */
    public static Optional<DateRange> readRange(String written, LocalDate reference) {
        String text = prepare(written);
        List<DateTokens.Token> tokens = DateTokens.all(text, reference);
        if (tokens.isEmpty()) {
            return Optional.empty();
        }
        DateTokens.Token first = tokens.get(0);
        String rest = text.substring(first.end());
        if (TO_NOW.matcher(rest).lookingAt()) {
            return Optional.of(new DateRange(first.date(), null, true));
        }
        Matcher month = MONTH_ONLY.matcher(rest);
        if (month.matches() && first.date().month() != null) {
            return Optional.of(
                    ordered(first.date(), new PartialDate(first.date().year(), Integer.valueOf(month.group(1)), null)));
        }
        Matcher day = DAY_ONLY.matcher(rest);
        if (day.matches() && first.date().day() != null) {
            Optional<PartialDate> end = dayOf(first.date(), day);
            if (end.isPresent()) {
                return Optional.of(ordered(first.date(), end.get()));
            }
        }
        if (tokens.size() > 1) {
            DateTokens.Token second = tokens.get(1);
            String between = text.substring(first.end(), second.start());
            if (BETWEEN.matcher(between).matches() || between.isBlank()) {
                return Optional.of(ordered(first.date(), second.date()));
            }
        }
        return Optional.of(single(text.substring(0, first.start()), first.date(), rest));
    }

    private static Optional<PartialDate> dayOf(PartialDate begin, Matcher end) {
        Integer month = end.group(1) == null ? begin.month() : Integer.valueOf(end.group(1));
        String day = end.group(1) == null ? end.group(3) : end.group(2);
        try {
            return Optional.of(new PartialDate(begin.year(), month, Integer.valueOf(day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static DateRange single(String before, PartialDate date, String rest) {
        boolean since =
                OPEN_END.matcher(rest).matches() || SINCE.matcher(before).matches() && !rest.matches(SEPARATOR + ".*");
        if (since) {
            return new DateRange(date, null, true);
        }
        return UNTIL.matcher(before).matches() ? new DateRange(null, date, false) : new DateRange(date, null, false);
    }

    private static DateRange ordered(PartialDate from, PartialDate to) {
        boolean reversed = from.earliest().isAfter(to.latest());
        return reversed ? new DateRange(to, from, false) : new DateRange(from, to, false);
    }

    private static String prepare(@Nullable String written) {
        if (written == null) {
            return "";
        }
        String text = written.length() > 2_000 ? written.substring(0, 2_000) : written;
        String folded = TextFolding.fold(text);
        String typed = folded.startsWith("'") ? folded.substring(1) : folded;
        String counted = ChineseNumerals.inDates(DOTS.matcher(typed).replaceAll("."));
        String western = REPUBLIC.matcher(counted)
                .replaceAll(year -> Integer.toString(BEFORE_REPUBLIC + Integer.parseInt(year.group(1))));
        return WEEKDAY_BEHIND
                .matcher(WEEKDAY_BEFORE.matcher(western).replaceAll(""))
                .replaceAll("$1");
    }
}
