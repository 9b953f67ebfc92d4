package org.talentrecall.archive.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Joins records into persons along the links that are sure enough, the surest first. Two groups stay apart, in spite of a
 * link between two of their records, when as many of their pairs speak against one person as for one: so no chain of
 * half-right links makes one person of many. Holds two numbers a record and the links.
 */
public final class LinkGroups {
    /** Records of either group that are compared with those of the other. */
    private static final int WITNESSES = 12;

    /** Two records and how surely they are one person, in bits. */
    public record Link(int one, int other, double total) {}

    /** What two records say about being one person, see {@link LinkageModel.Scales#stance}. */
    public interface Stances {
        int between(int one, int other);
    }

    /** Whether two groups may be one person for other reasons. */
    public interface Ban {
        boolean parts(int[] some, int[] others);
    }

    /** Surest first; of equal ones the one with the smaller records. */
    private static final Comparator<Link> SUREST = Comparator.comparingDouble(Link::total)
            .reversed()
            .thenComparingInt(Link::one)
            .thenComparingInt(Link::other);

    /** For each record the number of its group, which is one of its records. */
    private final int[] group;
    /** For each record the next one of its group, the first after the last. */
    private final int[] next;

    private final List<Link> joins = new ArrayList<>();
    private final List<Link> refused = new ArrayList<>();

    /** Starts with each of the records alone. */
    public LinkGroups(int count) {
        group = IntStream.range(0, count).toArray();
        next = group.clone();
    }

    /** Joins along the links, whatever their order in the list. */
    public void join(List<Link> links, Stances stances, Ban ban) {
        for (Link link : links.stream().sorted(SUREST).toList()) {
            if (group[link.one()] == group[link.other()]) {
                continue;
            }
            int[] one = members(link.one());
            int[] other = members(link.other());
            if (ban.parts(one, other) || contradict(one, other, stances)) {
                refused.add(link);
            } else {
                joins.add(link);
                unite(one, other);
            }
        }
    }

    private void unite(int[] one, int[] other) {
        int[] larger = one.length >= other.length ? one : other;
        int[] smaller = larger == one ? other : one;
        for (int record : smaller) {
            group[record] = group[larger[0]];
        }
        int after = next[larger[0]];
        next[larger[0]] = next[smaller[0]];
        next[smaller[0]] = after;
    }

    private static boolean contradict(int[] one, int[] other, Stances stances) {
        if (one.length == 1 && other.length == 1) {
            return false;
        }
        int supporting = 0;
        int opposing = 0;
        for (int left = 0; left < Math.min(one.length, WITNESSES); left++) {
            for (int right = 0; right < Math.min(other.length, WITNESSES); right++) {
                int stance = stances.between(one[left], other[right]);
                supporting += stance > 0 ? 1 : 0;
                opposing += stance < 0 ? 1 : 0;
            }
        }
        return opposing > 0 && opposing >= supporting;
    }

    /** A number that all records of the same person have, and nobody else's. */
    public int groupOf(int record) {
        return group[record];
    }

    /** The records of the same person, in their order. */
    public int[] members(int record) {
        int count = 1;
        for (int other = next[record]; other != record; other = next[other]) {
            count++;
        }
        int[] members = new int[count];
        int at = 0;
        members[at++] = record;
        for (int other = next[record]; other != record; other = next[other]) {
            members[at++] = other;
        }
        Arrays.sort(members);
        return members;
    }

    /** The links that joined two groups, in the order in which they did. */
    public List<Link> joins() {
        return joins;
    }

    /** The links that were not followed because the rest of the two groups speaks against them. */
    public List<Link> refused() {
        return refused;
    }
}
