package org.talentrecall.archive.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.talentrecall.archive.identity.Groups.Group;
import org.talentrecall.archive.identity.IdentityKey.Kind;

/**
 * Joins records by exact keys alone.
 *
 * <ol>
 *   <li>A shared telephone number, mail address, profile, WeChat account or mail joins, unless the key is crowded.
 *   <li>A crowded key joins records that also agree in their name, unless what they stand for contradicts each other.
 *   <li>Name and employer, name and school, name and year of birth join, unless they contradict each other.
 *   <li>What is known by name and post alone (and by the mail it came with) is attached to the one person with other
 *       keys that it fits. If several fit it stays apart; if none does, records of that name and post are one person.
 * </ol>
 *
 * <p>Steps follow each other, and within a step keys are taken in their order and groups by age, so that the outcome
 * depends on the set of records alone.
 */
public final class ExactResolver implements PersonResolver {

    /** A bare sighting and the one of a person with other keys that it shares a name and post with. */
    private record Fit(Sighting carrier, Sighting bare, IdentityKey key) {}

    @Override
    public List<ResolvedPerson> resolve(Collection<Sighting> sightings, Set<IdentityKey> crowded) {
        List<Sighting> sorted = sightings.stream().sorted(Sighting.AGE).toList();
        Map<IdentityKey, List<Sighting>> byKey = new TreeMap<>();
        for (Sighting sighting : sorted) {
            sighting.keys()
                    .forEach(key ->
                            byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(sighting));
        }
        Groups groups = new Groups(sorted);
        byKey.forEach((key, carriers) -> {
            if (joinsAlone(key.kind()) && !crowded.contains(key)) {
                carriers.forEach(carrier -> groups.join(carriers.get(0), carrier, key));
            }
        });
        byKey.forEach((key, carriers) -> {
            if (crowded.contains(key)) {
                byName(carriers).values().forEach(same -> joinUnlessContradicting(groups, key, same));
            } else if (isNamed(key.kind())) {
                joinUnlessContradicting(groups, key, carriers);
            }
        });
        attachBare(groups, sorted, byKey);
        return groups.persons();
    }

    private static boolean joinsAlone(Kind kind) {
        return kind.compareTo(Kind.MESSAGE) <= 0;
    }

    private static boolean isNamed(Kind kind) {
        return !joinsAlone(kind) && kind != Kind.NAME_POST;
    }

    private static Map<String, List<Sighting>> byName(List<Sighting> sightings) {
        Map<String, List<Sighting>> byName = new TreeMap<>();
        for (Sighting sighting : sightings) {
            if (!sighting.nameForm().isEmpty()) {
                byName.computeIfAbsent(sighting.nameForm(), name -> new ArrayList<>())
                        .add(sighting);
            }
        }
        return byName;
    }

    /** Each group, the oldest first, joins the first group before it that it does not contradict. */
    private static void joinUnlessContradicting(Groups groups, IdentityKey key, List<Sighting> carriers) {
        List<Sighting> heads = new ArrayList<>();
        for (Group group : groups.of(carriers)) {
            Sighting own = carriers.stream()
                    .filter(carrier -> groups.of(carrier) == group)
                    .findFirst()
                    .orElseThrow();
            heads.stream()
                    .filter(head -> !groups.of(head).contradicts(group))
                    .findFirst()
                    .ifPresentOrElse(head -> groups.join(head, own, key), () -> heads.add(own));
        }
    }

    private static void attachBare(Groups groups, List<Sighting> sorted, Map<IdentityKey, List<Sighting>> byKey) {
        List<Fit> attachments = new ArrayList<>();
        List<Sighting> alone = new ArrayList<>();
        // Decided for all before the first is joined, so that no attachment makes another one doubtful.
        for (Group bare : groups.of(sorted)) {
            if (bare.isBare()) {
                List<Fit> fitting = fitting(groups, bare, byKey);
                if (fitting.size() == 1) {
                    attachments.add(fitting.get(0));
                } else if (fitting.isEmpty()) {
                    alone.add(bare.earliest());
                }
            }
        }
        joinAlone(groups, alone);
        attachments.forEach(fit -> groups.join(fit.carrier(), fit.bare(), fit.key()));
    }

    /** One join for each person with other keys that the bare group fits. */
    private static List<Fit> fitting(Groups groups, Group bare, Map<IdentityKey, List<Sighting>> byKey) {
        List<Fit> joins = new ArrayList<>();
        Set<Group> persons = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Sighting member : bare.members()) {
            for (IdentityKey key : posts(member)) {
                for (Sighting carrier : byKey.getOrDefault(key, List.of())) {
                    Group person = groups.of(carrier);
                    if (!person.isBare() && !person.contradicts(bare) && persons.add(person)) {
                        joins.add(new Fit(carrier, member, key));
                    }
                }
            }
        }
        return joins;
    }

    private static void joinAlone(Groups groups, List<Sighting> alone) {
        Map<IdentityKey, Sighting> first = new HashMap<>();
        for (Sighting earliest : alone) {
            for (Sighting member : List.copyOf(groups.of(earliest).members())) {
                for (IdentityKey post : posts(member)) {
                    Sighting same = first.putIfAbsent(post, member);
                    if (same != null && !groups.of(same).contradicts(groups.of(member))) {
                        groups.join(same, member, post);
                    }
                }
            }
        }
    }

    private static List<IdentityKey> posts(Sighting sighting) {
        return sighting.keys().stream()
                .filter(key -> key.kind() == Kind.NAME_POST)
                .sorted()
                .toList();
    }
}
