package org.talentrecall.ingest.resume;

import java.time.LocalDate;
import java.util.Optional;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.text.DateRange;
import org.talentrecall.archive.text.DateReader;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.Recent;

/** Finds spans of time in a line: {@code 2007 /3--至今}, {@code 2010年04月-2011年2月}, {@code Jan 2019 – present}. */
final class Periods {
    /** Only absolute dates are read here, so that no reference matters. */
    private static final LocalDate NO_REFERENCE = LocalDate.EPOCH;

    private static final String YEAR = "(?:19[5-9]|20[0-4])\\d(?!\\d)";
    private static final String NUMERIC = YEAR
            + "(?:\\s?年(?:\\s?\\d{1,2}\\s?月份?(?:\\s?\\d{1,2}\\s?[日号])?)?|\\s?[./-]\\s?(?:1[0-2]|0?[1-9])(?![\\d])(?:\\s?[./-]\\s?[0-3]?\\d(?!\\d))?(?:\\s?月)?)?";
    private static final String ENGLISH = "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]{0,6}\\.?,?\\s?'?"
            + YEAR + "|(?:1[0-2]|0?[1-9])\\s?[/.]\\s?" + YEAR;
    private static final String DATE = "(?:" + ENGLISH + "|" + NUMERIC + ")";
    private static final String SEPARATOR = "\\s*(?:[-–—−‐‑~〜一]{1,4}|至|到|to|until|till|→)\\s*";
    private static final String NOW =
            "(?:至\\s?今|到今|迄今|现在|现今|目前|仍?在职|今|now|present|current|today|(?:till |to )?date|ongoing)";
    private static final GatedPattern SPAN = GatedPattern.compile(
            "(?<!\\d)(?<!^\\.)(?<!\\D\\.)(?<!\\D\\d{1,2}\\.)(?<!\\d{3}\\.)(?<from>" + DATE + ")(?:(?:" + SEPARATOR
                    + "|\\s?\\t\\s?)/?(?<to>" + DATE + "|" + NOW
                    + "(?![\\u4e00-\\u9fa5]{0,1}[年日天])|(?<month>(?:1[0-2]|0?[1-9])\\s?月))|\\s*(?<now>至今|迄今)|\\s*(?<since>起(?:至今)?))");
    private static final GatedPattern GRADUATION =
            GatedPattern.compile("(?<![\\d.])(?<date>" + NUMERIC + ")\\s?(?:年?\\s?毕业|届(?:毕业生?)?)\\s*[)）]?$");
    private static final GatedPattern SINGLE = GatedPattern.compile("(?<![\\d.])" + DATE + "(?![\\d])");

    /** Two digits for the year, only as a span of months: "16.09-至今", "10.09-14.07". */
    private static final String SHORT = "(?<y%s>[7-9]\\d|[0-3]\\d)\\s?[./年]\\s?(?<m%s>1[0-2]|0?[1-9])\\s?月?";

    private static final GatedPattern SHORT_SPAN = GatedPattern.compile("(?<![\\d./-])" + SHORT.replace("%s", "a")
            + SEPARATOR + "(?:" + SHORT.replace("%s", "b") + "|" + NOW + ")(?![\\d./])");

    private static final GatedPattern BLANKS = GatedPattern.compileBehind("\\s+(?=[年月日号./-])|(?<=[年./-])\\s+", "年");

    /** A line is asked for its span as a line of a table, as a sentence and as a value. */
    private static final Recent<Optional<Period>> FOUND = new Recent<>(1 << 9, 200, Periods::search);

    private static final Recent<Optional<PartialDate>> DATES =
            new Recent<>(1 << 10, date -> DateReader.read(date, NO_REFERENCE));

    private Periods() {}

    /** Every span begins with a year or a month in digits. */
    private static boolean holdsDigits(String folded) {
        for (int i = 0; i < folded.length(); i++) {
            if (folded.charAt(i) >= '0' && folded.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    /** The first span in the line. */
    static Optional<Period> find(Line line) {
        return FOUND.of(line.folded());
    }

    private static Optional<Period> search(String folded) {
        if (!holdsDigits(folded)) {
            return Optional.empty();
        }
        GatedPattern.Search matcher = SPAN.matcher(folded);
        while (matcher.find()) {
            Optional<DateRange> range = range(matcher);
            if (range.isPresent()) {
                return Optional.of(new Period(range.get(), matcher.start(), matcher.end()));
            }
        }
        GatedPattern.Search brief = SHORT_SPAN.matcher(folded);
        return brief.find()
                ? shortRange(brief).map(range -> new Period(range, brief.start(), brief.end()))
                : Optional.empty();
    }

    private static Optional<DateRange> shortRange(GatedPattern.Search matcher) {
        PartialDate from = shortDate(matcher, "a");
        if (matcher.group("yb") == null) {
            return Optional.of(new DateRange(from, null, true));
        }
        PartialDate to = shortDate(matcher, "b");
        return to.latest().isBefore(from.earliest()) ? Optional.empty() : Optional.of(new DateRange(from, to, false));
    }

    private static PartialDate shortDate(GatedPattern.Search matcher, String which) {
        int year = Integer.parseInt(matcher.group("y" + which));
        return new PartialDate(year + (year >= 70 ? 1900 : 2000), Integer.parseInt(matcher.group("m" + which)), null);
    }

    private static Optional<DateRange> range(GatedPattern.Search matcher) {
        String from = tidy(matcher.group("from"));
        String to = matcher.group("to");
        if (to == null || !Character.isDigit(to.charAt(to.length() - 1)) && to.matches(NOW)) {
            return DATES.of(from).map(date -> new DateRange(date, null, true));
        }
        String end = matcher.group("month") == null ? tidy(to) : from.substring(0, 4) + "年" + to;
        return DATES.of(from)
                .flatMap(first -> DATES.of(end)
                        .filter(last -> !last.latest().isBefore(first.earliest()))
                        .map(last -> new DateRange(first, last, false)));
    }

    /** "2010年毕业" at the end of a line: a span of which only the end is told. */
    static Optional<Period> graduation(Line line) {
        GatedPattern.Search matcher = GRADUATION.matcher(line.folded());
        return matcher.find()
                ? DATES.of(tidy(matcher.group("date")))
                        .map(date -> new Period(new DateRange(null, date, false), matcher.start(), matcher.end()))
                : Optional.empty();
    }

    /** The one date that a value states. */
    static Optional<PartialDate> single(Line line) {
        GatedPattern.Search matcher = SINGLE.matcher(line.folded());
        return matcher.find() ? DateReader.read(tidy(matcher.group()), NO_REFERENCE) : Optional.empty();
    }

    private static String tidy(String date) {
        return BLANKS.matcher(date).replaceAll("");
    }

    /** A span and where it stands in its line. */
    record Period(DateRange range, int start, int end) {
        /** "2012年5月起": since then, and nothing says until when. */
        boolean isOpen(String folded) {
            return range.current() && folded.charAt(end - 1) == '起';
        }
    }
}
