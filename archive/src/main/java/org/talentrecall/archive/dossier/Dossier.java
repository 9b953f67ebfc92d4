package org.talentrecall.archive.dossier;

import java.util.List;
import java.util.Optional;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.record.RecordId;

/**
 * All that is known of one person (候选人数字档案). Immutable; made by {@link DossierFold}. Views that derive from it
 * (current post, contact history, salary history) are classes of their own beside it.
 *
 * @param records the person's records, sorted
 * @param entries facts with their evidence, in the fold's fixed order: by fact type, then by time, then by text
 */
public record Dossier(PersonId id, List<RecordId> records, List<Evidenced<?>> entries) {
    public Dossier {
        records = List.copyOf(records);
        entries = List.copyOf(entries);
    }

    /** The facts of one type, oldest first. */
    public <T extends PersonFact> List<Evidenced<T>> of(Class<T> type) {
        return entries.stream()
                .filter(entry -> type.isInstance(entry.fact()))
                .map(entry -> new Evidenced<>(type.cast(entry.fact()), entry.evidence()))
                .toList();
    }

    /** The name to show: the best evidenced one; empty for a person of whom only an address is known. */
    public Optional<String> name() {
        return of(PersonName.class).stream()
                .max(java.util.Comparator.<Evidenced<PersonName>>comparingInt(
                                name -> name.evidence().size())
                        .thenComparingDouble(Evidenced::confidence)
                        .thenComparing(name -> name.fact().text(), java.util.Comparator.reverseOrder()))
                .map(name -> name.fact().text());
    }
}
