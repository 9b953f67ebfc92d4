package org.talentrecall.archive.dossier;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.talentrecall.archive.dossier.DossierFold.Statement;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.RecordId;

/**
 * What people's answers leave of what records state. Of several answers to one question the latest counts (of one moment the
 * one with the greater record id): it rules out what it calls wrong in every record that is no answer itself, and the values
 * that earlier answers entered. The answers themselves all stay, so that a change of mind can be seen.
 */
final class Rulings {
    private record Given(RecordId record, Review review) {}

    private static final Comparator<Given> LATEST =
            Comparator.comparing((Given given) -> given.review().at()).thenComparing(Given::record);

    private final Set<RecordId> answers = new HashSet<>();
    private final Set<RecordId> counting = new HashSet<>();
    private final Map<Object, List<PersonFact>> wrong = new HashMap<>();

    private Rulings() {}

    static Rulings of(Collection<Statement> statements) {
        Rulings rulings = new Rulings();
        Map<String, Given> latest = new HashMap<>();
        for (Statement statement : statements) {
            for (StatedFact stated : statement.facts()) {
                if (stated.fact() instanceof Review review) {
                    rulings.answers.add(statement.record());
                    Given given = new Given(statement.record(), review);
                    latest.merge(
                            review.question(), given, (one, other) -> LATEST.compare(one, other) >= 0 ? one : other);
                }
            }
        }
        latest.values().forEach(rulings::enforce);
        return rulings;
    }

    private void enforce(Given given) {
        counting.add(given.record());
        for (PersonFact fact : given.review().wrong()) {
            wrong.computeIfAbsent(FactMerge.bucket(fact), key -> new ArrayList<>())
                    .add(fact);
        }
    }

    /** Whether what a record states takes part in the dossier. */
    boolean admits(RecordId record, PersonFact fact) {
        if (answers.contains(record)) {
            return fact instanceof Review || counting.contains(record);
        }
        return wrong.isEmpty()
                || wrong.getOrDefault(FactMerge.bucket(fact), List.of()).stream()
                        .noneMatch(ruledOut -> FactMerge.merge(ruledOut, fact) != null);
    }
}
