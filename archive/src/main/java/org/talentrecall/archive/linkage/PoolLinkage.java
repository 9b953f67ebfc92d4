package org.talentrecall.archive.linkage;

import java.util.ArrayList;
import java.util.List;

/**
 * Links a whole pool that lies in memory. Records that come one by one are linked by the same model and the same groups,
 * see {@code identity}.
 */
public final class PoolLinkage {
    private final LinkageModel.Scales scales;
    private final List<Description> pool;
    private final List<LinkGroups.Link> links = new ArrayList<>();
    private long compared;

    /**
     * Compares all candidate pairs.
     *
     * @param from links of less than so many bits are not kept
     */
    public PoolLinkage(LinkageModel model, List<Description> pool, CandidatePairs candidates, double from) {
        scales = model.scales();
        this.pool = pool;
        candidates.forEach((one, other) -> {
            compared++;
            double total = scales.total(pool.get(one), pool.get(other));
            if (total >= from) {
                links.add(new LinkGroups.Link(one, other, total));
            }
        });
    }

    /** The persons when pairs of so many bits and more are joined. */
    public LinkGroups groups(double threshold) {
        LinkGroups groups = new LinkGroups(pool.size());
        groups.join(
                links.stream().filter(link -> link.total() >= threshold).toList(),
                (one, other) -> scales.stance(pool.get(one), pool.get(other)),
                (some, others) -> false);
        return groups;
    }

    /** The kept links. */
    public List<LinkGroups.Link> links() {
        return List.copyOf(links);
    }

    /** Pairs compared. */
    public long compared() {
        return compared;
    }
}
