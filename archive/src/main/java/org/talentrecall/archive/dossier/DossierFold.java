package org.talentrecall.archive.dossier;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.RecordId;

/**
 * Folds what a person's records state into a dossier. A pure function of the set of records: their order makes no
 * difference. Facts that say the same become one with all their evidence; facts that conflict are all kept, unless a person
 * was asked and ruled one of them out ({@link org.talentrecall.archive.fact.Review}).
 */
public final class DossierFold {
    private static final List<Class<?>> TYPES = List.of(PersonFact.class.getPermittedSubclasses());

    static final Comparator<Evidence> EVIDENCE_ORDER = Comparator.comparing(
                    Evidence::saidAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(Evidence::record)
            .thenComparing(evidence -> evidence.locator().display())
            .thenComparing(Evidence::confidence)
            .thenComparing(Evidence::readAt);

    private DossierFold() {}

    /**
     * One stored record of the person.
     *
     * @param saidAt when the source said it, or null
     * @param readAt when it was read
     */
    public record Statement(RecordId record, @Nullable Instant saidAt, Instant readAt, List<StatedFact> facts) {
        public Statement {
            facts = List.copyOf(facts);
        }
    }

    /** Folds; facts about openings are passed over. */
    public static Dossier fold(PersonId id, Collection<Statement> statements) {
        Map<Object, Map<PersonFact, List<Evidence>>> buckets = new LinkedHashMap<>();
        Rulings rulings = Rulings.of(statements);
        for (Statement statement : statements) {
            for (StatedFact stated : statement.facts()) {
                if (stated.fact() instanceof PersonFact fact && rulings.admits(statement.record(), fact)) {
                    buckets.computeIfAbsent(FactMerge.bucket(fact), key -> new LinkedHashMap<>())
                            .computeIfAbsent(fact, same -> new ArrayList<>())
                            .add(new Evidence(
                                    statement.record(),
                                    stated.locator(),
                                    stated.confidence(),
                                    statement.saidAt(),
                                    statement.readAt()));
                }
            }
        }
        List<Evidenced<?>> entries = new ArrayList<>();
        buckets.values().forEach(bucket -> entries.addAll(merge(bucket)));
        List<Evidenced<?>> settled = Appointments.settled(entries);
        settled.sort(ENTRY_ORDER);
        List<RecordId> records =
                statements.stream().map(Statement::record).distinct().sorted().toList();
        return new Dossier(id, records, settled);
    }

    /** The longest facts first; each next one goes into the first that it does not conflict with. */
    private static List<Evidenced<?>> merge(Map<PersonFact, List<Evidence>> bucket) {
        List<PersonFact> facts = bucket.keySet().stream()
                .sorted(Comparator.comparingInt(
                                (PersonFact fact) -> fact.toString().length())
                        .reversed()
                        .thenComparing(PersonFact::toString))
                .toList();
        List<PersonFact> merged = new ArrayList<>();
        List<List<Evidence>> evidence = new ArrayList<>();
        for (PersonFact fact : facts) {
            List<Evidence> own = bucket.getOrDefault(fact, List.of());
            boolean taken = false;
            for (int i = 0; i < merged.size() && !taken; i++) {
                PersonFact both = FactMerge.merge(merged.get(i), fact);
                if (both != null) {
                    merged.set(i, both);
                    evidence.get(i).addAll(own);
                    taken = true;
                }
            }
            if (!taken) {
                merged.add(fact);
                evidence.add(new ArrayList<>(own));
            }
        }
        List<Evidenced<?>> entries = new ArrayList<>();
        for (int i = 0; i < merged.size(); i++) {
            entries.add(new Evidenced<>(
                    merged.get(i),
                    evidence.get(i).stream().distinct().sorted(EVIDENCE_ORDER).toList()));
        }
        return entries;
    }

    private static final Comparator<Evidenced<?>> ENTRY_ORDER = Comparator.<Evidenced<?>>comparingInt(
                    entry -> TYPES.indexOf(entry.fact().getClass()))
            .thenComparing(DossierFold::time, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
            .thenComparing(entry -> entry.fact().toString());

    /** When it happened, or else when it was first said. */
    private static @Nullable Instant time(Evidenced<?> entry) {
        PartialDate date = FactDates.of(entry.fact());
        return date == null
                ? entry.firstSaid()
                : date.earliest().atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
