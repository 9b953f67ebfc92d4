package org.talentrecall.scoring.profile;

import java.time.LocalDate;
import java.time.Period;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.scoring.recommendation.Claim;

/**
 * One title held at one employer; a promotion begins a new one.
 *
 * @param words company, title and what was done, for matching
 * @param current whether it is the one held now, as far as anybody says
 * @param asOf the last day on which a source said so; null when none tells
 */
public record Stint(
        String company,
        @Nullable String title,
        String words,
        @Nullable PartialDate from,
        @Nullable PartialDate to,
        boolean current,
        @Nullable LocalDate asOf,
        Claim claim) {

    /** Full months with the title on a day, or until it ended; empty when its beginning is unknown. A year counts from its middle. */
    public OptionalInt months(LocalDate day) {
        if (from == null) {
            return OptionalInt.empty();
        }
        LocalDate begin = from.month() == null ? LocalDate.of(from.year(), 7, 1) : from.earliest();
        LocalDate end = to != null && to.latest().isBefore(day) ? to.latest() : day;
        return OptionalInt.of((int) Math.max(0, Period.between(begin, end).toTotalMonths()));
    }

    /** How high the title stands, see {@link Titles#seniority}; empty without a title. */
    public OptionalInt seniority() {
        return title == null ? OptionalInt.empty() : OptionalInt.of(Titles.seniority(title));
    }
}
