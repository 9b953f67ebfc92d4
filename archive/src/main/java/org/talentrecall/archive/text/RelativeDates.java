package org.talentrecall.archive.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;

/** Dates told from the day of writing: 昨天, 下周三, 去年10月, 两周后, in three days, next Monday. */
final class RelativeDates {
    private interface Rule {
        @Nullable
        PartialDate read(MatchResult match, LocalDate reference);
    }

    private record Form(Pattern pattern, Rule rule) {
        Form(String pattern, Rule rule) {
            this(Pattern.compile(pattern), rule);
        }
    }

    private static final String WEEKDAY = "(?:周|星期|礼拜)([一二三四五六日天])";
    private static final String ENGLISH_DAY = "(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?(?![a-z])";
    private static final String COUNT = "(\\d{1,3}|a|an|one|two|three|four|five|six)";
    private static final String AFTER = "\\s?(?:之后|以后|后|后面)(?!端|续|期|台|勤|卫|备)";
    private static final String BEFORE = "\\s?(?:之前|以前|前)(?!端|台|景|期)";

    /** One of these stands in every Chinese form; a look for them spares most texts the rest. */
    private static final String CHINESE_SIGNS = "昨今明后前去上下本这周星礼过等底末";

    private static final List<Form> CHINESE = List.of(
            new Form("大后天", (m, r) -> day(r.plusDays(3))),
            new Form("大前天", (m, r) -> day(r.minusDays(3))),
            new Form("后天", (m, r) -> day(r.plusDays(2))),
            new Form("前天", (m, r) -> day(r.minusDays(2))),
            new Form("昨[天日晚]", (m, r) -> day(r.minusDays(1))),
            new Form("明[天日早晚](?!报)", (m, r) -> day(r.plusDays(1))),
            new Form("今[天日早晚](?!头条)", (m, r) -> day(r)),
            new Form(
                    "(前年|去年|今年|明年|后年|本年)度?\\s?(1[0-2]|0?[1-9])\\s?月(?:份)?\\s?(?:(3[01]|[12]\\d|0?[1-9])\\s?[日号])?",
                    RelativeDates::yearAndMonth),
            new Form("(前年|去年|今年|明年|后年)(?:年?[底末初])?", (m, r) -> PartialDate.ofYear(year(m.group(1), r))),
            new Form(
                    "(上上个?月|上个?月|本月|这个?月|当月|下下个?月|下个?月)(?:份)?\\s?(?:(3[01]|[12]\\d|0?[1-9])\\s?[日号])?",
                    RelativeDates::month),
            new Form("(上上|上|本|这|下下|下)个?" + WEEKDAY, (m, r) -> day(weekday(weeks(m.group(1)), m.group(2), r))),
            new Form(
                    "(上上|上|下下|下)个?(?:周|星期|礼拜)(?![\\d一二三四五六日天])",
                    (m, r) -> day(monday(r).plusWeeks(weeks(m.group(1))))),
            new Form(
                    "(?<![每上下本这双到至])" + WEEKDAY + "(?![至到-])",
                    (m, r) -> day(r.with(TemporalAdjusters.nextOrSame(chinese(m.group(1)))))),
            new Form(
                    "(\\d{1,3})\\s?(天|日|个?工作日|周|个?星期|个?礼拜|个?月|年)" + AFTER,
                    (m, r) -> later(m.group(2), Integer.parseInt(m.group(1)), r)),
            new Form(
                    "(?:过|再过|等)\\s?(\\d{1,3})\\s?(天|周|个?星期|个?月)(?!的|内)",
                    (m, r) -> later(m.group(2), Integer.parseInt(m.group(1)), r)),
            new Form(
                    "(\\d{1,3})\\s?(天|日|周|个?星期|个?礼拜|个?月|年)" + BEFORE,
                    (m, r) -> ago(m.group(2), Integer.parseInt(m.group(1)), r)),
            new Form("半个月" + AFTER, (m, r) -> day(r.plusDays(15))),
            new Form("半个月" + BEFORE, (m, r) -> day(r.minusDays(15))),
            new Form("半年" + AFTER, (m, r) -> day(r.plusMonths(6))),
            new Form("半年" + BEFORE, (m, r) -> PartialDate.of(YearMonth.from(r).minusMonths(6))),
            new Form("(?:一个半月)" + AFTER, (m, r) -> day(r.plusMonths(1).plusDays(15))),
            new Form("(?:本|这个?)?月[底末]", (m, r) -> day(r.with(TemporalAdjusters.lastDayOfMonth()))),
            new Form("(?<!\\d)年[底末](?:前|之前)?", (m, r) -> new PartialDate(r.getYear(), 12, null)),
            new Form("国庆(?:节|假期)?(?:过)?(?:之后|后|以后)", (m, r) -> day(following(r, 10, 8))),
            new Form("(?:五一|劳动节)(?:假期)?(?:之后|后|以后)", (m, r) -> day(following(r, 5, 6))),
            new Form("元旦(?:假期)?(?:之后|后|以后)", (m, r) -> day(following(r, 1, 2))));

    private static final List<Form> ENGLISH = List.of(
            new Form("yesterday", (m, r) -> day(r.minusDays(1))),
            new Form("tomorrow", (m, r) -> day(r.plusDays(1))),
            new Form("today", (m, r) -> day(r)),
            new Form(
                    "(last|this|next)\\s" + ENGLISH_DAY,
                    (m, r) -> day(weekday(weeks(m.group(1)), english(m.group(2)), r))),
            new Form("(last|next)\\sweek(?![a-z])", (m, r) -> day(monday(r).plusWeeks(weeks(m.group(1))))),
            new Form(
                    "(last|this|next)\\smonth(?![a-z])",
                    (m, r) -> PartialDate.of(YearMonth.from(r).plusMonths(weeks(m.group(1))))),
            new Form("(last|this|next)\\syear(?![a-z])", (m, r) -> PartialDate.ofYear(r.getYear() + weeks(m.group(1)))),
            new Form(
                    "(?:on|by|until)\\s" + ENGLISH_DAY,
                    (m, r) -> day(r.with(TemporalAdjusters.nextOrSame(english(m.group(1)))))),
            new Form(
                    "in\\s" + COUNT + "\\s(day|week|month)s?(?![a-z])",
                    (m, r) -> later(m.group(2), count(m.group(1)), r)),
            new Form(
                    "(?<![a-z0-9])" + COUNT + "\\s(day|week|month|year)s?\\s(?:later|from\\snow)",
                    (m, r) -> later(m.group(2), count(m.group(1)), r)),
            new Form(
                    "(?<![a-z0-9])" + COUNT + "\\s(day|week|month|year)s?\\sago",
                    (m, r) -> ago(m.group(2), count(m.group(1)), r)));

    private RelativeDates() {}

    /** The first relative date at or after a place; of several starting there the longest. */
    static Optional<DateTokens.Token> find(String text, int from, LocalDate reference) {
        DateTokens.@Nullable Token best = null;
        if (text.chars().anyMatch(character -> CHINESE_SIGNS.indexOf(character) >= 0)) {
            best = first(CHINESE, text, from, reference, best);
        }
        if (DateTokens.hasLatin(text)) {
            best = first(ENGLISH, text, from, reference, best);
        }
        return Optional.ofNullable(best);
    }

    private static DateTokens.@Nullable Token first(
            List<Form> forms, String text, int from, LocalDate reference, DateTokens.@Nullable Token known) {
        DateTokens.Token best = known;
        for (Form form : forms) {
            Matcher matcher = form.pattern().matcher(text);
            if (!matcher.find(from) || best != null && !isBetter(matcher, best)) {
                continue;
            }
            PartialDate date = form.rule().read(matcher, reference);
            if (date != null) {
                best = new DateTokens.Token(date, matcher.start(), matcher.end());
            }
        }
        return best;
    }

    private static boolean isBetter(MatchResult match, DateTokens.Token best) {
        return match.start() < best.start() || match.start() == best.start() && match.end() > best.end();
    }

    private static @Nullable PartialDate yearAndMonth(MatchResult match, LocalDate reference) {
        int year = year(match.group(1), reference);
        int month = Integer.parseInt(match.group(2));
        return match.group(3) == null
                ? new PartialDate(year, month, null)
                : dayOf(YearMonth.of(year, month), match.group(3));
    }

    private static @Nullable PartialDate month(MatchResult match, LocalDate reference) {
        YearMonth month =
                YearMonth.from(reference).plusMonths(weeks(match.group(1).replaceAll("个?月", "")));
        return match.group(2) == null ? PartialDate.of(month) : dayOf(month, match.group(2));
    }

    private static @Nullable PartialDate dayOf(YearMonth month, String written) {
        int day = Integer.parseInt(written);
        return month.isValidDay(day) ? day(month.atDay(day)) : null;
    }

    private static PartialDate later(String unit, int count, LocalDate reference) {
        return switch (unitOf(unit)) {
            case 'd' -> day(reference.plusDays(count));
            case 'b' -> day(plusWorkdays(reference, count));
            case 'w' -> day(reference.plusWeeks(count));
            case 'm' -> day(reference.plusMonths(count));
            default -> day(reference.plusYears(count));
        };
    }

    private static PartialDate ago(String unit, int count, LocalDate reference) {
        return switch (unitOf(unit)) {
            case 'd' -> day(reference.minusDays(count));
            case 'w' -> day(reference.minusWeeks(count));
            case 'm' -> PartialDate.of(YearMonth.from(reference).minusMonths(count));
            default -> PartialDate.ofYear(reference.getYear() - count);
        };
    }

    private static char unitOf(String unit) {
        return switch (unit.replace("个", "")) {
            case "天", "日", "day" -> 'd';
            case "工作日" -> 'b';
            case "周", "星期", "礼拜", "week" -> 'w';
            case "月", "month" -> 'm';
            default -> 'y';
        };
    }

    private static LocalDate plusWorkdays(LocalDate reference, int count) {
        LocalDate date = reference;
        int left = count;
        while (left > 0) {
            date = date.plusDays(1);
            if (date.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue()) {
                left--;
            }
        }
        return date;
    }

    private static int year(String word, LocalDate reference) {
        int offset = switch (word) {
            case "前年" -> -2;
            case "去年" -> -1;
            case "明年" -> 1;
            case "后年" -> 2;
            default -> 0;
        };
        return reference.getYear() + offset;
    }

    private static int weeks(String word) {
        return switch (word) {
            case "上上" -> -2;
            case "上", "last" -> -1;
            case "下", "next" -> 1;
            case "下下" -> 2;
            default -> 0;
        };
    }

    private static LocalDate weekday(int weeks, String chinese, LocalDate reference) {
        return weekday(weeks, chinese(chinese), reference);
    }

    private static LocalDate weekday(int weeks, DayOfWeek day, LocalDate reference) {
        return monday(reference).plusWeeks(weeks).plusDays(day.getValue() - 1L);
    }

    private static DayOfWeek chinese(String character) {
        int index = "一二三四五六日".indexOf(character);
        return DayOfWeek.of(index < 0 ? 7 : index + 1);
    }

    private static DayOfWeek english(String name) {
        return DayOfWeek.of("montuewedthufrisatsun".indexOf(name.substring(0, 3)) / 3 + 1);
    }

    private static int count(String written) {
        return switch (written) {
            case "a", "an", "one" -> 1;
            case "two" -> 2;
            case "three" -> 3;
            case "four" -> 4;
            case "five" -> 5;
            case "six" -> 6;
            default -> Integer.parseInt(written);
        };
    }

    private static LocalDate monday(LocalDate reference) {
        return reference.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static LocalDate following(LocalDate reference, int month, int day) {
        LocalDate date = LocalDate.of(reference.getYear(), month, day);
        return date.isBefore(reference) ? date.plusYears(1) : date;
    }

    private static PartialDate day(LocalDate date) {
        return PartialDate.of(date);
    }
}
