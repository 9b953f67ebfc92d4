package org.talentrecall.archive.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.talentrecall.archive.identity.Groups.Group;
import org.talentrecall.archive.identity.IdentityKey.Kind;
import org.talentrecall.archive.linkage.LinkageModel;
import org.talentrecall.archive.linkage.Verdict;
import org.talentrecall.archive.record.RecordId;

/**
 * Joins records by weighed evidence.
 *
 * <ol>
 *   <li>What people answered about a record goes with that record.
 *   <li>Human decisions come next, the newest before all.
 *   <li>Links that are sure enough join, the surest first, unless the other records of the two groups speak against it.
 *   <li>What is known by name and post alone (and by the mail it came with) is attached to the one person with other
 *       keys that it fits. If several fit it stays apart; if none does, records of that name and post are one person.
 * </ol>
 *
 * <p>Steps follow each other, and within a step everything is taken in an order of its own, so that the outcome depends on
 * the set of records alone.
 */
public final class WeighedResolver implements PersonResolver {
    /** Of a name and post that more records carry than this, nobody can tell whom a bare note means. */
    public static final int TELLING_CARRIERS = 64;

    private static final Comparator<PairLink> SUREST = Comparator.comparingDouble(
                    (PairLink link) -> link.evidence().total())
            .reversed()
            .thenComparing(PairLink::one)
            .thenComparing(PairLink::other);

    private final LinkageModel model;

    /** @param model by which groups are held against each other */
    public WeighedResolver(LinkageModel model) {
        this.model = model;
    }

    /** A bare sighting and the one of a person with other keys that it shares a name and post with. */
    private record Fit(Sighting carrier, Sighting bare, IdentityKey key) {}

    @Override
    public List<ResolvedPerson> resolve(
            Collection<Sighting> sightings, Collection<PairLink> links, Collection<Judgement> judgements) {
        List<Sighting> sorted = sightings.stream().sorted(Sighting.AGE).toList();
        Groups groups = new Groups(sorted, model.scales());
        Map<RecordId, Sighting> byRecord = new HashMap<>();
        sorted.forEach(sighting -> byRecord.put(sighting.record(), sighting));
        joinAnswers(groups, byRecord, sorted);
        judgements.stream().sorted(Judgement.NEWEST).forEach(judgement -> judge(groups, byRecord, judgement));
        links.stream()
                .filter(link -> Verdict.of(link.evidence().total()) == Verdict.MERGE)
                .sorted(SUREST)
                .forEach(link -> follow(groups, byRecord, link));
        attachBare(groups, sorted);
        return groups.persons();
    }

    /** What somebody answered about a record goes wherever that record goes. */
    private static void joinAnswers(Groups groups, Map<RecordId, Sighting> byRecord, List<Sighting> sorted) {
        for (Sighting answer : sorted) {
            answer.keys().stream()
                    .filter(key -> key.kind() == Kind.RECORD)
                    .sorted()
                    .forEach(key -> {
                        Sighting about = byRecord.get(new RecordId(key.value()));
                        if (about != null) {
                            groups.join(about, answer, JoinReason.attached(key));
                        }
                    });
        }
    }

    private static void judge(Groups groups, Map<RecordId, Sighting> byRecord, Judgement judgement) {
        List<Sighting> here = judgement.records().stream()
                .filter(byRecord::containsKey)
                .map(byRecord::get)
                .toList();
        if (judgement.kind() == Judgement.Kind.APART) {
            groups.keepApart(judgement);
            return;
        }
        // Where a newer decision parts some of them, each goes with the first it may go with.
        List<Sighting> heads = new ArrayList<>();
        for (Sighting next : here) {
            heads.stream()
                    .filter(head -> !groups.mustPart(groups.of(head), groups.of(next)))
                    .findFirst()
                    .ifPresentOrElse(head -> groups.judge(head, next, judgement), () -> heads.add(next));
        }
    }

    private static void follow(Groups groups, Map<RecordId, Sighting> byRecord, PairLink link) {
        Sighting one = byRecord.get(link.one());
        Sighting other = byRecord.get(link.other());
        if (one != null && other != null && groups.mayJoin(groups.of(one), groups.of(other))) {
            groups.join(one, other, JoinReason.weighed(link.evidence()));
        }
    }

    private static void attachBare(Groups groups, List<Sighting> sorted) {
        Map<IdentityKey, List<Sighting>> byPost = new TreeMap<>();
        for (Sighting sighting : sorted) {
            posts(sighting)
                    .forEach(key -> byPost.computeIfAbsent(key, any -> new ArrayList<>())
                            .add(sighting));
        }
        byPost.values().removeIf(carriers -> carriers.size() > TELLING_CARRIERS);
        List<Fit> attachments = new ArrayList<>();
        List<Sighting> alone = new ArrayList<>();
        // Decided for all before the first is joined, so that no attachment makes another one doubtful.
        for (Group bare : groups.of(sorted)) {
            if (bare.isBare()) {
                List<Fit> fitting = fitting(groups, bare, byPost);
                if (fitting.size() == 1) {
                    attachments.add(fitting.get(0));
                } else if (fitting.isEmpty()) {
                    alone.add(bare.earliest());
                }
            }
        }
        joinAlone(groups, alone, byPost);
        attachments.forEach(fit -> {
            if (!groups.mustPart(groups.of(fit.carrier()), groups.of(fit.bare()))) {
                groups.join(fit.carrier(), fit.bare(), JoinReason.attached(fit.key()));
            }
        });
    }

    /** One join for each person with other keys that the bare group fits. */
    private static List<Fit> fitting(Groups groups, Group bare, Map<IdentityKey, List<Sighting>> byPost) {
        List<Fit> joins = new ArrayList<>();
        Set<Group> persons = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Sighting member : bare.members()) {
            for (IdentityKey key : posts(member)) {
                for (Sighting carrier : byPost.getOrDefault(key, List.of())) {
                    Group person = groups.of(carrier);
                    if (!person.isBare()
                            && !person.contradicts(bare)
                            && !groups.mustPart(person, bare)
                            && persons.add(person)) {
                        joins.add(new Fit(carrier, member, key));
                    }
                }
            }
        }
        return joins;
    }

    private static void joinAlone(Groups groups, List<Sighting> alone, Map<IdentityKey, List<Sighting>> byPost) {
        Map<IdentityKey, Sighting> first = new HashMap<>();
        for (Sighting earliest : alone) {
            for (Sighting member : List.copyOf(groups.of(earliest).members())) {
                for (IdentityKey post : posts(member)) {
                    Sighting same = byPost.containsKey(post) ? first.putIfAbsent(post, member) : null;
                    if (same != null
                            && !groups.of(same).contradicts(groups.of(member))
                            && !groups.mustPart(groups.of(same), groups.of(member))) {
                        groups.join(same, member, JoinReason.attached(post));
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
