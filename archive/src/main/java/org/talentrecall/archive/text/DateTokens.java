package org.talentrecall.archive.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;

/** Finds absolute dates in folded text; {@link RelativeDates} finds the others. */
final class DateTokens {
    /** A date and where it stands. */
    record Token(PartialDate date, int start, int end) {}

    private interface Rule {
        Optional<PartialDate> read(MatchResult match, LocalDate reference);
    }

    private record Form(Pattern pattern, Rule rule) {
        Form(String pattern, Rule rule) {
            this(Pattern.compile(pattern), rule);
        }
    }

    private static final String MONTH_NAME =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";
    private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";
    private static final String YEAR = "((?:19|20)\\d{2})";
    private static final String MONTH = "(1[0-2]|0?[1-9])";
    private static final String DAY = "(3[01]|[12]\\d|0?[1-9])";
    private static final String CLEAR = "(?<![\\d.])";
    /** A clock time that follows a date says nothing new. */
    private static final String TIME =
            "(?:[t ]\\s?\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:\\s?[ap]m)?(?:z|[+-]\\d{2}:?\\d{2})?)?";

    /** The order decides between forms that start at the same place. */
    private static final List<Form> FORMS = List.of(
            new Form(
                    CLEAR + YEAR + "\\s?年\\s?" + MONTH + "\\s?月(?:份)?\\s?" + DAY + "\\s?[日号]?(?![\\d年月])" + TIME,
                    (m, r) -> day(m, 1, 2, 3)),
            new Form(
                    CLEAR + YEAR + "\\s?年\\s?" + MONTH + "\\s?月(?:份)?(?!\\s?\\d{1,2}\\s?[日号])",
                    (m, r) -> month(m, 1, 2)),
            new Form(
                    CLEAR + YEAR + "\\s?([-/.])\\s?" + MONTH + "\\s?\\2\\s?" + DAY + "(?!\\d)日?" + TIME,
                    (m, r) -> day(m, 1, 3, 4)),
            new Form(
                    CLEAR + YEAR + "\\s?([-/.年])\\s?" + MONTH + "(?!\\d|月\\s?\\d{1,2}\\s?[日号])月?(?!\\2\\d{1,2}(?!\\d))",
                    (m, r) -> month(m, 1, 3)),
            new Form(CLEAR + YEAR + "(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?!\\d)" + TIME, (m, r) -> day(m, 1, 2, 3)),
            new Form(CLEAR + YEAR + "(0[1-9]|1[0-2])(?![\\d元万])", (m, r) -> month(m, 1, 2)),
            new Form(CLEAR + YEAR + "\\s?年?\\s?[上下]半年", (m, r) -> year(m, 1)),
            new Form(CLEAR + YEAR + "\\s?年?\\s?(?:第?\\s?[1-4一二三四]\\s?季度|q[1-4])", (m, r) -> year(m, 1)),
            new Form(CLEAR + YEAR + "\\s?[年届级](?:底|末|初|年初|年底)?(?!\\s?\\d{1,2}\\s?月)", (m, r) -> year(m, 1)),
            new Form(
                    "(?<!\\d)(\\d{2})\\s?年\\s?(?:[年]?[底末初](?!\\p{IsHan})|[上下]半年|第?\\s?[1-4一二三四]\\s?季度|q[1-4](?!\\d))",
                    (m, r) -> year(m, 1)),
            new Form("(?<![\\d.])" + MONTH + "/" + DAY + "/" + YEAR + "(?!\\d)" + TIME, (m, r) -> day(m, 3, 1, 2)),
            new Form(
                    "(?<![\\d.])" + DAY + "[/.]" + MONTH + "[/.]" + YEAR + "(?!\\d)" + TIME, (m, r) -> day(m, 3, 2, 1)),
            new Form("(?<![\\d.])" + MONTH + "\\s?[/.-]\\s?" + YEAR + "(?!\\d)", (m, r) -> month(m, 2, 1)),
            new Form(
                    "(?<!\\d)(\\d{2})\\s?年\\s?" + MONTH + "\\s?月(?:份)?\\s?" + DAY + "\\s?[日号]",
                    (m, r) -> day(m, 1, 2, 3)),
            new Form(
                    "(?<!\\d)(\\d{2})\\s?年\\s?" + MONTH + "\\s?月(?:份)?(?!\\s?\\d{1,2}\\s?[日号])",
                    (m, r) -> month(m, 1, 2)));

    /** Those that need a Latin letter. */
    private static final List<Form> NAMED = List.of(
            new Form("\\bq[1-4][\\s,/-]*" + YEAR + "(?!\\d)", (m, r) -> year(m, 1)),
            new Form(
                    MONTH_NAME + "\\s?" + DAY + "(?:st|nd|rd|th)?\\s?,?\\s?" + YEAR + "(?!\\d)" + TIME,
                    (m, r) -> named(m, 3, 1, 2)),
            new Form(
                    "(?<!\\d)" + DAY + "(?:st|nd|rd|th)?[\\s-]?(?:of\\s)?" + MONTH_NAME + "[\\s,-]{0,2}" + YEAR
                            + "(?!\\d)" + TIME,
                    (m, r) -> named(m, 3, 2, 1)),
            new Form("(?<!\\d)" + DAY + "-" + MONTH_NAME + "-(\\d{2})(?!\\d)", (m, r) -> named(m, 3, 2, 1)),
            new Form("(?<![a-z])" + MONTH_NAME + "[\\s,./-]{0,2}'?" + YEAR + "(?!\\d)", (m, r) -> named(m, 2, 1, 0)),
            new Form("(?<![a-z])" + MONTH_NAME + "\\s?['’-]\\s?(\\d{2})(?!\\d)", (m, r) -> named(m, 2, 1, 0)),
            new Form("(?<![a-z])" + YEAR + "[\\s,./-]{0,2}" + MONTH_NAME + "(?![a-z])", (m, r) -> named(m, 1, 2, 0)));

    /** Shapes that mean a date only when nothing else stands in the text. */
    private static final List<Form> ALONE = List.of(
            new Form(YEAR, (m, r) -> year(m, 1)),
            new Form("(\\d{2})([./-])(0[1-9]|1[0-2])", (m, r) -> month(m, 1, 3)),
            new Form("(1[3-9]|[2-9]\\d)([./-])" + MONTH + "\\2" + DAY, (m, r) -> day(m, 1, 3, 4)),
            new Form(MONTH + "/" + DAY + "/(1[3-9]|[2-9]\\d)", (m, r) -> day(m, 3, 1, 2)),
            new Form("(\\d{2})年", (m, r) -> year(m, 1)),
            new Form(YEAR + "([、, \\\\_])" + MONTH + "\\2" + DAY, (m, r) -> day(m, 1, 3, 4)),
            new Form(MONTH + "-" + DAY + "-" + YEAR, (m, r) -> day(m, 3, 1, 2)),
            new Form(DAY + "\\s" + MONTH_NAME + "\\s'?(\\d{2})", (m, r) -> named(m, 3, 2, 1)),
            new Form("(?:\\p{IsHan}{1,6}\\s?:\\s?)?" + MONTH + "[-/]" + DAY, (m, r) -> near(r, m, 1, 2)),
            new Form(MONTH + "\\.(3[01]|2\\d|1[3-9])", (m, r) -> near(r, m, 1, 2)));

    /** Month and day whose year the reference tells. */
    private static final List<Form> YEARLESS = List.of(
            new Form(
                    "(?<![\\d年前去今明后个.])" + MONTH + "\\s?月(?:份)?\\s?" + DAY + "\\s?[日号]?(?![\\d月])",
                    (m, r) -> near(r, m, 1, 2)),
            new Form(
                    "(?<![a-z])" + MONTH_NAME + "\\s" + DAY + "(?:st|nd|rd|th)?(?!\\d)",
                    (m, r) -> nearNamed(r, m, 1, 2)),
            new Form(
                    "(?<!\\d)" + DAY + "(?:st|nd|rd|th)?\\s(?:of\\s)?" + MONTH_NAME + "(?![a-z])",
                    (m, r) -> nearNamed(r, m, 2, 1)),
            new Form("(?<![\\d年前去今明后个.第])" + MONTH + "\\s?月(?!薪|\\d|度|均|份?额)份?", (m, r) -> near(r, m, 1, 0)));

    private static final Pattern SPAN_YEAR = Pattern.compile("(?<![\\d.])((?:19|20)\\d{2})(?![\\d.元万k])");
    private static final Pattern SHORT_SPAN = Pattern.compile(
            "(\\d{2})[./](0[1-9]|1[0-2])(?=\\s?(?:[-–—~至到]))|(?<=[-–—~至到]\\s?)(\\d{2})[./](0[1-9]|1[0-2])$"
                    + "|(?<![\\d/])(1[3-9]|2\\d)/([1-9])(?=\\s?[-–—~至到]\\s?[12]\\d/)|(?<=/[1-9]\\s?[-–—~至到]\\s?)(1[3-9]|2\\d)/([1-9])$");

    private DateTokens() {}

    /** The first date in the text; the earliest start wins, then the order of the forms. */
    static Optional<Token> first(String text, LocalDate reference, boolean spanOnly) {
        return next(text, 0, reference, spanOnly);
    }

    /** All dates in the text, in order; bare years and short forms count because they stand in a span. */
    static List<Token> all(String text, LocalDate reference) {
        List<Token> tokens = new ArrayList<>();
        Optional<Token> token = next(text, 0, reference, true);
        while (token.isPresent() && tokens.size() < 4) {
            tokens.add(token.get());
            token = next(text, token.get().end(), reference, true);
        }
        return tokens;
    }

    private static Optional<Token> next(String text, int from, LocalDate reference, boolean inSpan) {
        if (from == 0) {
            for (Form form : ALONE) {
                Matcher matcher = form.pattern().matcher(text.strip());
                if (matcher.matches()) {
                    Optional<PartialDate> date = form.rule().read(matcher, reference);
                    if (date.isPresent()) {
                        return Optional.of(new Token(date.get(), 0, text.length()));
                    }
                }
            }
        }
        Best best = new Best();
        collect(FORMS, text, from, reference, best);
        if (hasLatin(text)) {
            collect(NAMED, text, from, reference, best);
        }
        RelativeDates.find(text, from, reference).ifPresent(best::offer);
        collect(YEARLESS, text, from, reference, best);
        if (inSpan) {
            collectSpan(text, from, best);
        }
        return Optional.ofNullable(best.token);
    }

    private static void collect(List<Form> forms, String text, int from, LocalDate reference, Best best) {
        for (Form form : forms) {
            Matcher matcher = form.pattern().matcher(text);
            int at = from;
            while (at <= text.length() && matcher.find(at) && matcher.start() < best.start()) {
                Optional<PartialDate> date = form.rule().read(matcher, reference);
                if (date.isPresent()) {
                    best.offer(new Token(date.get(), matcher.start(), matcher.end()));
                    break;
                }
                at = matcher.start() + 1;
            }
        }
    }

    private static void collectSpan(String text, int from, Best best) {
        Matcher year = SPAN_YEAR.matcher(text);
        if (year.find(from)) {
            best.offer(new Token(PartialDate.ofYear(Integer.parseInt(year.group(1))), year.start(), year.end()));
        }
        Matcher brief = SHORT_SPAN.matcher(text);
        if (brief.find(from)) {
            int group = 1;
            while (brief.group(group) == null) {
                group += 2;
            }
            int yearGroup = group;
            month(brief, yearGroup, yearGroup + 1)
                    .ifPresent(date -> best.offer(new Token(date, brief.start(), brief.end())));
        }
    }

    static boolean hasLatin(String text) {
        return text.chars().anyMatch(character -> character >= 'a' && character <= 'z');
    }

    private static Optional<PartialDate> year(MatchResult match, int group) {
        return Optional.of(PartialDate.ofYear(fullYear(match.group(group))));
    }

    private static Optional<PartialDate> month(MatchResult match, int year, int month) {
        return Optional.of(new PartialDate(fullYear(match.group(year)), Integer.valueOf(match.group(month)), null));
    }

    private static Optional<PartialDate> day(MatchResult match, int year, int month, int day) {
        return real(
                fullYear(match.group(year)), Integer.parseInt(match.group(month)), Integer.parseInt(match.group(day)));
    }

    private static Optional<PartialDate> named(MatchResult match, int year, int month, int day) {
        int number = monthNumber(match.group(month));
        if (day == 0) {
            return Optional.of(new PartialDate(fullYear(match.group(year)), number, null));
        }
        return real(fullYear(match.group(year)), number, Integer.parseInt(match.group(day)));
    }

    private static Optional<PartialDate> near(LocalDate reference, MatchResult match, int month, int day) {
        int number = Integer.parseInt(match.group(month));
        return nearest(reference, number, day == 0 ? null : Integer.valueOf(match.group(day)));
    }

    private static Optional<PartialDate> nearNamed(LocalDate reference, MatchResult match, int month, int day) {
        return nearest(reference, monthNumber(match.group(month)), Integer.valueOf(match.group(day)));
    }

    private static Optional<PartialDate> nearest(LocalDate reference, int month, @Nullable Integer day) {
        LocalDate start = YearMonth.of(reference.getYear(), month).atDay(1);
        int year = reference.getYear();
        if (start.isAfter(reference.plusDays(300))) {
            year--;
        } else if (start.isBefore(reference.minusDays(300))) {
            year++;
        }
        return day == null ? Optional.of(new PartialDate(year, month, null)) : real(year, month, day);
    }

    private static Optional<PartialDate> real(int year, int month, int day) {
        try {
            return Optional.of(PartialDate.of(LocalDate.of(year, month, day)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int monthNumber(String name) {
        return MONTHS.indexOf(name.substring(0, 3)) / 3 + 1;
    }

    /** Of two-digit years 40 and later lie in the last century. */
    private static int fullYear(String digits) {
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        return year < 40 ? 2000 + year : 1900 + year;
    }

    /** Keeps the token that starts first; of those starting together the first offered, or a longer one. */
    private static final class Best {
        private @Nullable Token token;

        int start() {
            return token == null ? Integer.MAX_VALUE : token.start() + 1;
        }

        void offer(Token other) {
            boolean better = token == null
                    || other.start() < token.start()
                    || other.start() == token.start() && other.end() > token.end();
            if (better) {
                token = other;
            }
        }
    }
}
