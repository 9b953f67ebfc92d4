package org.talentrecall.archive.identity;

import java.time.Instant;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.talentrecall.archive.record.RecordId;

/**
 * What a person has decided about who is who. Remembered by records, which keep their ids for ever, so that it outlives
 * reruns, undone imports and merges; outranks the machine. A newer one outranks an older one.
 *
 * @param id counts up with time
 * @param by who decided
 * @param some for {@link Kind#SAME} all records are one person; for {@link Kind#APART} none of these
 * @param others is one person with any of these
 */
public record Judgement(long id, Kind kind, Instant at, String by, Set<RecordId> some, Set<RecordId> others) {
    /** Which way it was decided. */
    public enum Kind {
        SAME,
        APART
    }

    /** Newest first, the order in which judgements are followed. */
    static final Comparator<Judgement> NEWEST =
            Comparator.comparingLong(Judgement::id).reversed();

    public Judgement {
        some = Set.copyOf(some);
        others = Set.copyOf(others);
        if (some.isEmpty() || others.isEmpty()) {
            throw new IllegalArgumentException("A judgement is about two records at least");
        }
    }

    /** All records it is about, sorted. */
    public Set<RecordId> records() {
        Set<RecordId> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    /** True when one of the two records is on either side. */
    boolean parts(RecordId one, RecordId other) {
        return Stream.of(some, others).allMatch(side -> side.contains(one) || side.contains(other))
                && !(some.contains(one) && some.contains(other))
                && !(others.contains(one) && others.contains(other));
    }
}
