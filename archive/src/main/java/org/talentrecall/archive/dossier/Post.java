package org.talentrecall.archive.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;

/**
 * The time a person spent with one employer without a break, put together from all that speaks of it.
 *
 * @param company as the fullest source writes it
 * @param from when it began; null when no source tells
 * @param to when it ended; for a post that ended by the beginning of the next one, that beginning; null when still held or
 *     unknown
 * @param current whether it is still held, as far as is known
 * @param steps titles held in turn, the first first; empty when no source gives a title
 * @param evidence all entries that speak of it: {@code Employment} and {@code CareerUpdate}
 */
public record Post(
        String company,
        @Nullable PartialDate from,
        @Nullable PartialDate to,
        boolean current,
        List<Step> steps,
        List<Evidenced<?>> evidence) {

    private static final int MIDDLE_OF_YEAR = 7;

    public Post {
        steps = List.copyOf(steps);
        evidence = List.copyOf(evidence);
    }

    /**
     * A title within the post.
     *
     * @param since null when no source tells
     * @param promotion true when a source calls it a promotion, or when it followed another title
     */
    public record Step(String title, @Nullable PartialDate since, boolean promotion, List<Evidenced<?>> evidence) {
        public Step {
            evidence = List.copyOf(evidence);
        }
    }

    /** The title held last. */
    public Optional<String> title() {
        return steps.isEmpty()
                ? Optional.empty()
                : Optional.of(steps.get(steps.size() - 1).title());
    }

    /** When the last known change of title came, or else when the post began. */
    public Optional<PartialDate> lastStepSince() {
        PartialDate last = steps.isEmpty() ? null : steps.get(steps.size() - 1).since();
        return Optional.ofNullable(last == null ? from : last);
    }

    /** Promotions after the first title, oldest first. */
    public List<Step> promotions() {
        return steps.stream().filter(Step::promotion).toList();
    }

    /** Full months from the beginning to the day, or to the end if that came before; empty when the beginning is unknown. */
    public Optional<Integer> monthsAt(LocalDate day) {
        LocalDate end = to == null || to.earliest().isAfter(day) ? day : to.earliest();
        return Optional.ofNullable(from).map(begin -> months(begin, end));
    }

    /** Full months since the last change of title, see {@link #lastStepSince()}. */
    public Optional<Integer> monthsWithoutPromotionAt(LocalDate day) {
        return lastStepSince().map(begin -> months(begin, day));
    }

    /** When the source of any entry last spoke of the post; empty when none tells. */
    public Optional<Instant> lastSaid() {
        return evidence.stream()
                .map(Evidenced::lastSaid)
                .filter(Objects::nonNull)
                .max(Instant::compareTo);
    }

    /** A month counts from its first day, a year from its middle. */
    static LocalDate likely(PartialDate date) {
        return date.month() == null ? LocalDate.of(date.year(), MIDDLE_OF_YEAR, 1) : date.earliest();
    }

    private static int months(PartialDate begin, LocalDate end) {
        return Math.max(0, (int) Period.between(likely(begin), end).toTotalMonths());
    }
}
