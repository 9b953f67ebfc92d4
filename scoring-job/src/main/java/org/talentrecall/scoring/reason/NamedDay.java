package org.talentrecall.scoring.reason;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the day until which something lasts, in the words of a reason: 竞业限制到2027年1月, "non-compete until 2027-01". */
final class NamedDay {
    private static final Pattern MONTH =
            Pattern.compile("(20\\d\\d)\\s*[年./-]\\s*(\\d{1,2})(?:\\s*[月./-]\\s*(\\d{1,2}))?");

    private NamedDay() {}

    /** The last day after {@code after} that the words name; a month means its end. */
    static Optional<LocalDate> in(String words, LocalDate after) {
        Matcher matcher = MONTH.matcher(words);
        Optional<LocalDate> last = Optional.empty();
        while (matcher.find()) {
            Optional<LocalDate> day = day(matcher).filter(found -> found.isAfter(after));
            last = day.isPresent() ? day : last;
        }
        return last;
    }

    private static Optional<LocalDate> day(Matcher matcher) {
        try {
            YearMonth month = YearMonth.of(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
            return Optional.of(
                    matcher.group(3) == null ? month.atEndOfMonth() : month.atDay(Integer.parseInt(matcher.group(3))));
        } catch (DateTimeException e) {
            // Looks like a date but is none, for example 2025.13.
            return Optional.empty();
        }
    }
}
