package org.talentrecall.index.document;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.FactDates;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonFact;

/**
 * A fact with its day.
 *
 * @param date the fact's own, or else when it was first said; null when neither is known
 */
record Dated<T extends PersonFact>(T fact, @Nullable PartialDate date) {
    /** The facts of a type, the newest first, undated ones last. */
    static <T extends PersonFact> List<Dated<T>> newestFirst(Dossier dossier, Class<T> type) {
        Comparator<Dated<T>> newest =
                Comparator.comparing(Dated::date, Comparator.nullsLast(Comparator.<PartialDate>reverseOrder()));
        return dossier.of(type).stream()
                .map(entry -> new Dated<>(entry.fact(), FactDates.orSaid(entry)))
                .sorted(newest)
                .toList();
    }

    /** The newest date of facts so sorted. */
    static @Nullable PartialDate newest(List<? extends Dated<?>> sorted) {
        return sorted.stream()
                .map(Dated::date)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
