package org.talentrecall.archive.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Joins records into persons along the links that are sure enough, the surest first. Two groups stay apart, in spite of a
 * link between two of their records, when as many of their pairs speak against one person as for one: so no chain of
 * half-right links makes one person of many.
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
        boolean parts(List<Integer> some, List<Integer> others);
    }

    /** Surest first; of equal ones the one with the smaller records. */
    private static final Comparator<Link> SUREST = Comparator.comparingDouble(Link::total)
            .reversed()
            .thenComparingInt(Link::one)
            .thenComparingInt(Link::other);

    private final List<List<Integer>> groups = new ArrayList<>();
    private final List<Link> joins = new ArrayList<>();
    private final List<Link> refused = new ArrayList<>();

    /** Starts with each of the records alone. */
    public LinkGroups(int count) {
        for (int record = 0; record < count; record++) {
            groups.add(new ArrayList<>(List.of(record)));
        }
    }

    /** Joins along the links, whatever their order in the list. */
    public void join(List<Link> links, Stances stances, Ban ban) {
        for (Link link : links.stream().sorted(SUREST).toList()) {
            List<Integer> one = groups.get(link.one());
            List<Integer> other = groups.get(link.other());
            if (one == other) {
                continue;
            }
            if (ban.parts(one, other) || contradict(one, other, stances)) {
                refused.add(link);
            } else {
                joins.add(link);
                unite(one, other);
            }
        }
    }

    private void unite(List<Integer> one, List<Integer> other) {
        List<Integer> larger = one.size() >= other.size() ? one : other;
        List<Integer> smaller = larger == one ? other : one;
        larger.addAll(smaller);
        smaller.forEach(record -> groups.set(record, larger));
    }

    private static boolean contradict(List<Integer> one, List<Integer> other, Stances stances) {
        if (one.size() == 1 && other.size() == 1) {
            return false;
        }
        int supporting = 0;
        int opposing = 0;
        for (int left : witnesses(one)) {
            for (int right : witnesses(other)) {
                int stance = stances.between(left, right);
                supporting += stance > 0 ? 1 : 0;
                opposing += stance < 0 ? 1 : 0;
            }
        }
        return opposing > 0 && opposing >= supporting;
    }

    private static List<Integer> witnesses(List<Integer> group) {
        return group.stream().sorted().limit(WITNESSES).toList();
    }

    /** The records of the same person, in no order. */
    public List<Integer> groupOf(int record) {
        return groups.get(record);
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
