package org.talentrecall.archive.dossier;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.InvalidContact;

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
     * @param invalid what says that it leads nowhere any more, when nobody has named it since; else null
     */
    public record Entry(
            Contact contact,
            @Nullable Instant firstSaid,
            @Nullable Instant lastSaid,
            List<Evidence> evidence,
            @Nullable Evidenced<InvalidContact> invalid) {
        public Entry {
            evidence = List.copyOf(evidence);
        }
    }

    public static ContactBook of(Dossier dossier) {
        return new ContactBook(dossier.of(Contact.class).stream()
                .map(entry -> new Entry(
                        entry.fact(), entry.firstSaid(), entry.lastSaid(), entry.evidence(), invalid(dossier, entry)))
                .sorted(AGE)
                .toList());
    }

    private static @Nullable Evidenced<InvalidContact> invalid(Dossier dossier, Evidenced<Contact> entry) {
        Instant named = entry.lastSaid();
        return dossier.of(InvalidContact.class).stream()
                .filter(no -> no.fact().kind() == entry.fact().kind()
                        && no.fact().value().equals(entry.fact().value()))
                .filter(no ->
                        named == null || no.lastSaid() != null && !no.lastSaid().isBefore(named))
                .findFirst()
                .orElse(null);
    }

    /** The one that was said last, of those that still lead to the person. */
    public Optional<Contact> current(Contact.Kind kind) {
        List<Entry> history =
                history(kind).stream().filter(entry -> entry.invalid() == null).toList();
        return history.isEmpty()
                ? Optional.empty()
                : Optional.of(history.get(history.size() - 1).contact());
    }

    /** All of a kind, also those that lead nowhere any more; the one said last at the end. */
    public List<Entry> history(Contact.Kind kind) {
        return entries.stream().filter(entry -> entry.contact().kind() == kind).toList();
    }
}
