package org.talentrecall.archive.dossier;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Contact;

/**
 * The ways to reach a person, and how they changed. Immutable; a pure function of the dossier.
 *
 * @param entries oldest first: by when each was last said, those never dated before all others
 */
public record ContactBook(List<Entry> entries) {
    private static final Comparator<Entry> AGE = Comparator.comparing(
                    Entry::lastSaid, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(Entry::firstSaid, Comparator.nullsFirst(Comparator.<Instant>naturalOrder()))
            .thenComparing(entry -> entry.evidence().size())
            .thenComparing(entry -> entry.contact().value(), Comparator.reverseOrder());

    public ContactBook {
        entries = List.copyOf(entries);
    }

    /**
     * One address or number.
     *
     * @param firstSaid null when no source tells
     * @param lastSaid null when no source tells
     */
    public record Entry(
            Contact contact,
            @Nullable Instant firstSaid,
            @Nullable Instant lastSaid,
            List<Evidence> evidence) {
        public Entry {
            evidence = List.copyOf(evidence);
        }
    }

    public static ContactBook of(Dossier dossier) {
        return new ContactBook(dossier.of(Contact.class).stream()
                .map(entry -> new Entry(entry.fact(), entry.firstSaid(), entry.lastSaid(), entry.evidence()))
                .sorted(AGE)
                .toList());
    }

    /** The one that was said last. */
    public Optional<Contact> current(Contact.Kind kind) {
        List<Entry> history = history(kind);
        return history.isEmpty()
                ? Optional.empty()
                : Optional.of(history.get(history.size() - 1).contact());
    }

    /** All of a kind, the current one last. */
    public List<Entry> history(Contact.Kind kind) {
        return entries.stream().filter(entry -> entry.contact().kind() == kind).toList();
    }
}
