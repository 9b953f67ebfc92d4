package org.talentrecall.bench;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.CrowdedKeys;
import org.talentrecall.archive.identity.DefaultModel;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.identity.IdentityKeys;
import org.talentrecall.archive.identity.NameSignature;
import org.talentrecall.archive.identity.PersonFields;
import org.talentrecall.archive.linkage.CandidatePairs;
import org.talentrecall.archive.linkage.Comparison;
import org.talentrecall.archive.linkage.Description;
import org.talentrecall.archive.linkage.Evidence;
import org.talentrecall.archive.linkage.LinkGroups;
import org.talentrecall.archive.linkage.LinkageModel;
import org.talentrecall.archive.linkage.PoolLinkage;
import org.talentrecall.archive.linkage.Verdict;

/**
 * Who is who in a whole pool at once. Fields, keys, blocks, model, thresholds and groups are the product's own; only that
 * the pool lies in memory instead of the archive differs.
 */
final class PoolResolution {
    /** The bits that number a record beside the hash of an address. */
    private static final long RECORD = (1L << 24) - 1;

    private final CandidatePool pool;
    private final Consumer<String> told;
    private final Description[] descriptions;
    private final PoolLinkage linkage;
    private final LinkGroups groups;
    private long begun = System.nanoTime();

    /** @param told takes a line about each of its parts and how long that took */
    PoolResolution(CandidatePool pool, Consumer<String> told) {
        this.pool = pool;
        this.told = told;
        this.descriptions = new Description[pool.records()];
        Set<IdentityKey> crowded = crowded();
        lap("crowded addresses: " + crowded.size());
        CandidatePairs candidates = describe(descriptions, crowded);
        lap("blocks; wide ones: " + candidates.wideBlocks());
        linkage = new PoolLinkage(model(), Arrays.asList(descriptions), candidates, Evidence.bits(Verdict.REVIEW_FROM));
        lap("pairs compared: " + linkage.compared());
        groups = linkage.groups(Evidence.bits(Verdict.MERGE_FROM));
        lap("groups; joins refused: " + groups.refused().size());
    }

    private LinkageModel model() {
        return DefaultModel.of(pool.records());
    }

    /** Pairs of records that were weighed against each other. */
    long compared() {
        return linkage.compared();
    }

    /** Pairs that a person would be asked about. */
    long doubtful() {
        return linkage.links().stream()
                .filter(link -> groups.groupOf(link.one()) != groups.groupOf(link.other()))
                .count();
    }

    /** Against the generator's truth. */
    PairCounts counts() {
        return PairCounts.of(
                IntStream.range(0, pool.records()).map(groups::groupOf).toArray(),
                IntStream.range(0, pool.records()).map(pool::person).toArray());
    }

    /** Prints which evidence joined and parted wrongly. */
    void printErrors(PrintStream out) {
        new LinkageErrors(pool::person, descriptions, model(), out).print(groups);
    }

    private void lap(String what) {
        long now = System.nanoTime();
        told.accept(String.format(Locale.ROOT, "%6.1f s  %s", (now - begun) / 1e9, what));
        begun = now;
    }

    /** Addresses of too many different names: those that come three times and more are looked at closely. */
    private Set<IdentityKey> crowded() {
        long[] addresses = new long[pool.records() * 2];
        int size = 0;
        for (int record = 0; record < pool.records(); record++) {
            for (IdentityKey key : addresses(pool.facts(record))) {
                if (size == addresses.length) {
                    addresses = Arrays.copyOf(addresses, size + size / 2);
                }
                addresses[size++] = (PersonFields.block(key) & ~RECORD) | record;
            }
        }
        Arrays.sort(addresses, 0, size);
        Map<IdentityKey, Set<String>> names = new HashMap<>();
        for (int from = 0; from < size; ) {
            int to = from + 1;
            while (to < size && (addresses[to] & ~RECORD) == (addresses[from] & ~RECORD)) {
                to++;
            }
            for (int i = from; i < to && to - from > 2; i++) {
                List<StatedFact> facts = pool.facts((int) (addresses[i] & RECORD));
                for (IdentityKey key : addresses(facts)) {
                    if ((PersonFields.block(key) & ~RECORD) == (addresses[from] & ~RECORD)) {
                        names.computeIfAbsent(key, any -> new HashSet<>(2)).add(NameSignature.of(facts));
                    }
                }
            }
            from = to;
        }
        Set<IdentityKey> crowded = new HashSet<>();
        names.forEach((key, signatures) -> {
            if (CrowdedKeys.isCrowded(signatures)) {
                crowded.add(key);
            }
        });
        return crowded;
    }

    private static List<IdentityKey> addresses(List<StatedFact> facts) {
        return IdentityKeys.of(facts).stream()
                .filter(key -> CrowdedKeys.canCrowd(key.kind()))
                .toList();
    }

    /** Describes every record and finds its blocks, in one go. */
    private CandidatePairs describe(Description[] descriptions, Set<IdentityKey> crowded) {
        Set<Long> unusable = new HashSet<>();
        crowded.forEach(key -> unusable.add(PersonFields.block(key)));
        Set<Integer> repeating = new HashSet<>();
        for (int field = 0; field < PersonFields.ALL.size(); field++) {
            if (PersonFields.ALL.get(field).comparison() == Comparison.TEXT
                    || PersonFields.ALL.get(field).comparison() == Comparison.DATE) {
                repeating.add(field);
            }
        }
        Map<Object, Object> known = new HashMap<>();
        return new CandidatePairs(pool.records(), record -> {
            List<StatedFact> facts = pool.facts(record);
            PersonFields fields = PersonFields.of(facts, IdentityKeys.of(facts));
            descriptions[record] = fields.describe(crowded).sharing(known, repeating);
            return Arrays.stream(fields.blocks())
                    .filter(block -> !unusable.contains(block))
                    .toArray();
        });
    }
}
