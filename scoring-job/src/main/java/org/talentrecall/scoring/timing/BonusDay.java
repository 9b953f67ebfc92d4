package org.talentrecall.scoring.timing;

import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the year-end bonus is paid. In China that is before Chinese New Year, and people move after the holiday. The days
 * of the new year follow the calendar of the Purple Mountain Observatory; beyond the table the latest possible day counts.
 */
final class BonusDay {
    private static final Map<Integer, MonthDay> NEW_YEAR = Map.ofEntries(
            Map.entry(2022, MonthDay.of(2, 1)),
            Map.entry(2023, MonthDay.of(1, 22)),
            Map.entry(2024, MonthDay.of(2, 10)),
            Map.entry(2025, MonthDay.of(1, 29)),
            Map.entry(2026, MonthDay.of(2, 17)),
            Map.entry(2027, MonthDay.of(2, 6)),
            Map.entry(2028, MonthDay.of(1, 26)),
            Map.entry(2029, MonthDay.of(2, 13)),
            Map.entry(2030, MonthDay.of(2, 3)),
            Map.entry(2031, MonthDay.of(1, 23)),
            Map.entry(2032, MonthDay.of(2, 11)),
            Map.entry(2033, MonthDay.of(1, 31)),
            Map.entry(2034, MonthDay.of(2, 19)),
            Map.entry(2035, MonthDay.of(2, 8)),
            Map.entry(2036, MonthDay.of(1, 28)),
            Map.entry(2037, MonthDay.of(2, 15)),
            Map.entry(2038, MonthDay.of(2, 4)),
            Map.entry(2039, MonthDay.of(1, 24)),
            Map.entry(2040, MonthDay.of(2, 12)));
    private static final MonthDay LATEST = MonthDay.of(Month.FEBRUARY, 20);
    private static final int HOLIDAY = 7;

    private BonusDay() {}

    /** The day from which the bonus no longer holds anybody back; empty when none lies within the days ahead. */
    static Optional<LocalDate> ahead(LocalDate today, int days, @Nullable MonthDay paid) {
        for (int year = today.getYear(); year <= today.getYear() + 1; year++) {
            LocalDate free = paid != null
                    ? paid.atYear(year)
                    : NEW_YEAR.getOrDefault(year, LATEST).atYear(year).plusDays(HOLIDAY);
            if (free.isAfter(today) && !free.isAfter(today.plusDays(days))) {
                return Optional.of(free);
            }
        }
        return Optional.empty();
    }
}
