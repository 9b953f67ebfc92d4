package org.talentrecall.archive.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.talentrecall.archive.identity.IdentityKey.Kind;
import org.talentrecall.archive.identity.ResolvedPerson.Join;
import org.talentrecall.archive.linkage.LinkageModel;
import org.talentrecall.archive.record.RecordId;

/** Sightings that were joined so far; starts with each alone. */
final class Groups {
    /** Records of either group that are held against those of the other. */
    private static final int WITNESSES = 12;

    private final Map<RecordId, Group> byRecord = new HashMap<>();
    private final List<Judgement> parted = new ArrayList<>();
    /** For records that somebody has called one with others, one and the same record of these. */
    private final Map<RecordId, RecordId> judged = new HashMap<>();

    private final LinkageModel.Scales scales;

    Groups(List<Sighting> sightings, LinkageModel.Scales scales) {
        this.scales = scales;
        sightings.forEach(sighting -> byRecord.put(sighting.record(), new Group(sighting)));
    }

    Group of(Sighting sighting) {
        Group group = byRecord.get(sighting.record());
        if (group == null) {
            throw new IllegalArgumentException("Not a record of this neighbourhood: " + sighting.record());
        }
        return group;
    }

    /** The groups of these sightings, the one with the earliest record first. */
    List<Group> of(Collection<Sighting> sightings) {
        Set<Group> groups = Collections.newSetFromMap(new IdentityHashMap<>());
        sightings.forEach(sighting -> groups.add(of(sighting)));
        return groups.stream()
                .sorted(Comparator.comparing(Group::earliest, Sighting.AGE))
                .toList();
    }

    /** From now on groups that the decision parts stay apart; those that a newer one has joined stay joined. */
    void keepApart(Judgement judgement) {
        parted.add(judgement);
    }

    /** True when somebody has decided that a record of one group is not of the other's person. */
    boolean mustPart(Group one, Group other) {
        return one != other && parted.stream().anyMatch(judgement -> parts(judgement, one, other));
    }

    private static boolean parts(Judgement judgement, Group one, Group other) {
        return one.members.stream()
                .anyMatch(left ->
                        other.members.stream().anyMatch(right -> judgement.parts(left.record(), right.record())));
    }

    /** True when neither a decision nor the rest of their records speaks against it. */
    boolean mayJoin(Group one, Group other) {
        return one != other && !mustPart(one, other) && !disagree(one, other);
    }

    private boolean disagree(Group one, Group other) {
        if (one.members.size() == 1 && other.members.size() == 1) {
            return false;
        }
        int supporting = 0;
        int opposing = 0;
        for (List<Sighting> left : sworn(one)) {
            for (List<Sighting> right : sworn(other)) {
                int stance = stance(left, right);
                supporting += stance > 0 ? 1 : 0;
                opposing += stance < 0 ? 1 : 0;
            }
        }
        return opposing > 0 && opposing >= supporting;
    }

    /**
     * The witnesses of a group, those together that somebody has called one: they may look different, and what is like one
     * of them need not be like the other.
     */
    private Collection<List<Sighting>> sworn(Group group) {
        Map<RecordId, List<Sighting>> sworn = new LinkedHashMap<>();
        for (Sighting witness : group.witnesses()) {
            RecordId with = judged.getOrDefault(witness.record(), witness.record());
            sworn.computeIfAbsent(with, record -> new ArrayList<>()).add(witness);
        }
        return sworn.values();
    }

    private int stance(List<Sighting> some, List<Sighting> others) {
        int stance = 0;
        for (Sighting left : some) {
            for (Sighting right : others) {
                int told = scales.stance(left.description(), right.description());
                if (told > 0) {
                    return told;
                }
                stance = Math.min(stance, told);
            }
        }
        return stance;
    }

    /** Joins two groups because somebody has said that they are one person. */
    void judge(Sighting one, Sighting other, Judgement judgement) {
        join(one, other, JoinReason.judged(judgement));
        List<Sighting> together = of(one).members();
        together.forEach(member -> judged.put(member.record(), together.get(0).record()));
    }

    /** Joins two groups because of a sighting of each. */
    void join(Sighting one, Sighting other, JoinReason reason) {
        Group left = of(one);
        Group right = of(other);
        if (left == right) {
            return;
        }
        Group larger = left.members.size() >= right.members.size() ? left : right;
        Group smaller = larger == left ? right : left;
        larger.take(smaller, new Join(one.record(), other.record(), reason));
        smaller.members.forEach(member -> byRecord.put(member.record(), larger));
    }

    List<ResolvedPerson> persons() {
        Set<Group> groups = Collections.newSetFromMap(new IdentityHashMap<>());
        groups.addAll(byRecord.values());
        return groups.stream()
                .map(Group::person)
                .sorted(Comparator.comparing(ResolvedPerson::earliest))
                .toList();
    }

    /** Sightings of one person, as far as is known. */
    static final class Group {
        private final List<Sighting> members = new ArrayList<>();
        private final List<Join> joins = new ArrayList<>();
        private final Set<String> contacts = new HashSet<>();
        private final Set<String> profiles = new HashSet<>();
        private final Set<String> schools = new HashSet<>();
        private final Set<Integer> birthYears = new HashSet<>();
        private Sighting earliest;

        private Group(Sighting first) {
            earliest = first;
            add(first);
        }

        private void add(Sighting sighting) {
            members.add(sighting);
            contacts.addAll(sighting.contacts());
            profiles.addAll(sighting.profiles());
            schools.addAll(sighting.schools());
            birthYears.addAll(sighting.birthYears());
            if (Sighting.AGE.compare(sighting, earliest) < 0) {
                earliest = sighting;
            }
        }

        private void take(Group other, Join because) {
            other.members.forEach(this::add);
            joins.addAll(other.joins);
            joins.add(because);
        }

        Sighting earliest() {
            return earliest;
        }

        List<Sighting> members() {
            return Collections.unmodifiableList(members);
        }

        private List<Sighting> witnesses() {
            return members.stream()
                    .sorted(Comparator.comparing(Sighting::record))
                    .limit(WITNESSES)
                    .toList();
        }

        /** True when nothing but names, posts and the mails they came with tells who this is. */
        boolean isBare() {
            return members.stream()
                    .flatMap(member -> member.keys().stream())
                    .map(IdentityKey::kind)
                    .allMatch(kind -> kind == Kind.NAME_POST || kind == Kind.MESSAGE || kind == Kind.RECORD);
        }

        /**
         * True when the two cannot well be one person: years of birth that differ; profile pages on one site that differ;
         * or both phones and mails and schools with nothing in common. New numbers alone say nothing, people change them.
         */
        boolean contradicts(Group other) {
            return differ(birthYears, other.birthYears)
                    || differentProfiles(profiles, other.profiles)
                    || (differ(contacts, other.contacts) && differ(schools, other.schools));
        }

        private static boolean differ(Set<?> some, Set<?> others) {
            return !some.isEmpty() && !others.isEmpty() && Collections.disjoint(some, others);
        }

        private static boolean differentProfiles(Set<String> some, Set<String> others) {
            Map<String, Set<String>> bySite = bySite(some);
            return bySite(others).entrySet().stream()
                    .anyMatch(site -> differ(bySite.getOrDefault(site.getKey(), Set.of()), site.getValue()));
        }

        private static Map<String, Set<String>> bySite(Set<String> urls) {
            Map<String, Set<String>> sites = new HashMap<>();
            for (String url : urls) {
                int host = url.indexOf("//") + 2;
                int path = url.indexOf('/', host);
                String site = path < 0 ? url : url.substring(0, path);
                sites.computeIfAbsent(site, key -> new HashSet<>()).add(url);
            }
            return sites;
        }

        private ResolvedPerson person() {
            return new ResolvedPerson(
                    members.stream().sorted(Sighting.AGE).map(Sighting::record).toList(),
                    joins.stream()
                            .sorted(Comparator.comparing(Join::record).thenComparing(Join::other))
                            .toList());
        }
    }
}
