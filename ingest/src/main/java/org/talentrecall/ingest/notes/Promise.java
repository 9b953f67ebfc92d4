package org.talentrecall.ingest.notes;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;

/** By when somebody promised an answer: "需要考虑一周", "下周三前答复", "by 3 December". */
final class Promise {
    private static final String COUNT = "(\\d{1,2}|[一二两三四五六七八九十半几]|a|an|one|two|three|four|five|six|couple of)";
    private static final Pattern SPAN = Pattern.compile(
            COUNT + "\\s?(?:个)?\\s?(天|日|工作日|周|星期|礼拜|月|days?|weeks?|months?)(?![一二三四五六日天])", Pattern.CASE_INSENSITIVE);
    private static final Pattern WEEKDAY = Pattern.compile(
            "(下下|下个?|这个?|本)?(?:周|星期|礼拜)([一二三四五六日天末])|(next |this |on |by |until )(monday|tuesday|wednesday|thursday|friday|saturday|sunday)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern FULL_DATE = Pattern.compile("(20\\d{2})[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?)?");
    private static final Pattern DAY_OF_YEAR = Pattern.compile("(\\d{1,2})月(\\d{1,2})[日号]?|(\\d{1,2})月份?");
    private static final String MONTHS =
            "january|february|march|april|may|june|july|august|september|october|november|december";
    private static final Pattern ENGLISH_DATE = Pattern.compile(
            "(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?)?\\b(" + MONTHS + ")\\b(?: (\\d{1,2})(?:st|nd|rd|th)?)?",
            Pattern.CASE_INSENSITIVE);
    private static final List<String> ENGLISH_MONTHS = List.of(MONTHS.split("\\|"));
    private static final String DAYS = "一二三四五六日";
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("一", 1),
            Map.entry("二", 2),
            Map.entry("两", 2),
            Map.entry("三", 3),
            Map.entry("四", 4),
            Map.entry("五", 5),
            Map.entry("六", 6),
            Map.entry("七", 7),
            Map.entry("八", 8),
            Map.entry("九", 9),
            Map.entry("十", 10),
            Map.entry("几", 3),
            Map.entry("半", 1),
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("couple of", 2));

    private Promise() {}

    static @Nullable PartialDate read(String words, LocalDate said) {
        String text = RuleTable.simplified(RuleTable.halfWidth(words));
        try {
            PartialDate stated = stated(text, said);
            return stated != null ? stated : relative(text, said);
        } catch (DateTimeException e) {
            return null; // a date that does not exist promises nothing
        }
    }

    private static @Nullable PartialDate stated(String text, LocalDate said) {
        Matcher full = FULL_DATE.matcher(text);
        if (full.find()) {
            Integer day = full.group(3) == null ? null : Integer.valueOf(full.group(3));
            return new PartialDate(Integer.parseInt(full.group(1)), Integer.valueOf(full.group(2)), day);
        }
        Matcher short_ = DAY_OF_YEAR.matcher(text);
        if (short_.find()) {
            String month = short_.group(1) != null ? short_.group(1) : short_.group(3);
            return coming(said, Integer.parseInt(month), short_.group(2));
        }
        Matcher english = ENGLISH_DATE.matcher(text);
        if (english.find()) {
            int month = ENGLISH_MONTHS.indexOf(english.group(2).toLowerCase(Locale.ROOT)) + 1;
            return coming(said, month, english.group(1) != null ? english.group(1) : english.group(3));
        }
        return null;
    }

    /** The next such day or month on or after the day it was said. */
    private static PartialDate coming(LocalDate said, int month, @Nullable String day) {
        if (day == null) {
            int year = month < said.getMonthValue() ? said.getYear() + 1 : said.getYear();
            return new PartialDate(year, month, null);
        }
        LocalDate date = LocalDate.of(said.getYear(), month, Integer.parseInt(day));
        return PartialDate.of(date.isBefore(said) ? date.plusYears(1) : date);
    }

    private static @Nullable PartialDate relative(String text, LocalDate said) {
        Matcher weekday = WEEKDAY.matcher(text);
        if (weekday.find()) {
            return PartialDate.of(weekday(weekday, said));
        }
        Matcher span = SPAN.matcher(text);
        if (span.find()) {
            return PartialDate.of(after(
                    said, span.group(1).toLowerCase(Locale.ROOT), span.group(2).toLowerCase(Locale.ROOT)));
        }
        if (text.contains("后天")) {
            return PartialDate.of(said.plusDays(2));
        }
        if (text.contains("明天") || text.toLowerCase(Locale.ROOT).contains("tomorrow")) {
            return PartialDate.of(said.plusDays(1));
        }
        if (text.contains("月底") || text.toLowerCase(Locale.ROOT).contains("end of the month")) {
            return PartialDate.of(said.with(TemporalAdjusters.lastDayOfMonth()));
        }
        return vague(text.toLowerCase(Locale.ROOT), said);
    }

    private static @Nullable PartialDate vague(String text, LocalDate said) {
        if (text.contains("年底")) {
            return PartialDate.of(LocalDate.of(said.getYear(), 12, 31));
        }
        if (text.contains("下周") || text.contains("next week")) {
            return PartialDate.of(
                    said.with(TemporalAdjusters.next(DayOfWeek.MONDAY)).plusDays(4));
        }
        if (text.contains("这周") || text.contains("本周") || text.contains("this week")) {
            return PartialDate.of(said.with(TemporalAdjusters.nextOrSame(DayOfWeek.FRIDAY)));
        }
        if (text.contains("下个月") || text.contains("下月") || text.contains("next month")) {
            LocalDate next = said.plusMonths(1);
            return new PartialDate(next.getYear(), next.getMonthValue(), null);
        }
        return text.contains("明年") || text.contains("next year") ? PartialDate.ofYear(said.getYear() + 1) : null;
    }

    private static LocalDate weekday(Matcher found, LocalDate said) {
        if (found.group(4) != null) {
            DayOfWeek day = DayOfWeek.valueOf(found.group(4).toUpperCase(Locale.ROOT));
            return said.with(TemporalAdjusters.next(day));
        }
        String name = found.group(2).replace("末", "六").replace("天", "日");
        LocalDate monday = said.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        String which = found.group(1) == null ? "" : found.group(1);
        LocalDate date = monday.plusDays(DAYS.indexOf(name));
        if (which.equals("下下")) {
            return date.plusWeeks(2);
        }
        if (which.startsWith("下")) {
            return date.plusWeeks(1);
        }
        return date.isBefore(said) ? date.plusWeeks(1) : date;
    }

    private static LocalDate after(LocalDate said, String count, String unit) {
        boolean half = count.equals("半");
        Integer known = NUMBERS.get(count);
        int number = known != null ? known : Integer.parseInt(count);
        return switch (unit) {
            case "周", "星期", "礼拜", "week", "weeks" -> said.plusWeeks(number);
            case "月", "month", "months" -> half ? said.plusDays(15) : said.plusMonths(number);
            default -> said.plusDays(number);
        };
    }
}
