package org.talentrecall.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.talentrecall.archive.linkage.PoolLinkage;
import org.talentrecall.archive.linkage.Verdict;

/**
 * Measures who is who among generated records: {@code million [N] [NAMES-FOLDER [--errors]]}. Fields, keys, blocks, model, thresholds
 * and groups are the product's own; only that the pool lies in memory instead of the archive differs. Prints seconds, pairs
 * compared, peak heap, and precision and recall against the generator.
 */
public final class MillionHarness {
    /** The bits that number a record beside the hash of an address. */
    private static final long RECORD = (1L << 24) - 1;

    private final CandidatePool pool;
    private final PrintStream out;
    private final HeapPeak heap = HeapPeak.watching();
    private long begun = System.nanoTime();

    private MillionHarness(CandidatePool pool, PrintStream out) {
        this.pool = pool;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        boolean errors = args.length == 3 && args[2].equals("--errors");
        if ((args.length > 2 && !errors) || (args.length > 0 && !args[0].matches("\\d{1,8}"))) {
            System.err.println("Usage: million [N] [NAMES-FOLDER [--errors]]");
            System.exit(2);
        }
        int records = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        Path names = args.length > 1 ? Path.of(args[1]) : null;
        new MillionHarness(CandidatePool.of(records, names), new PrintStream(System.out, true, StandardCharsets.UTF_8))
                .measure(errors);
    }

    private void measure(boolean errors) {
        int count = pool.records();
        Set<IdentityKey> crowded = crowded();
        lap("crowded addresses: " + crowded.size());
        Description[] descriptions = new Description[count];
        CandidatePairs candidates = describe(descriptions, crowded);
        lap("blocks; wide ones: " + candidates.wideBlocks());
        PoolLinkage linkage = new PoolLinkage(
                DefaultModel.of(count), Arrays.asList(descriptions), candidates, Evidence.bits(Verdict.REVIEW_FROM));
        lap("pairs compared: " + linkage.compared());
        LinkGroups groups = linkage.groups(Evidence.bits(Verdict.MERGE_FROM));
        lap("groups; joins refused: " + groups.refused().size());
        long doubtful = linkage.links().stream()
                .filter(link -> groups.groupOf(link.one()) != groups.groupOf(link.other()))
                .count();
        PairCounts counts = PairCounts.of(
                IntStream.range(0, count).map(groups::groupOf).toArray(),
                IntStream.range(0, count).map(pool::person).toArray());
        if (errors) {
            new LinkageErrors(pool::person, descriptions, DefaultModel.of(count), out).print(groups);
        }
        out.printf(
                Locale.ROOT,
                "%d records in %.0f s, %d pairs compared, peak heap %d MB, %d doubtful pairs: precision %.4f recall %.4f F1 %.4f%n",
                count,
                ManagementFactory.getRuntimeMXBean().getUptime() / 1000.0,
                linkage.compared(),
                heap.most() >> 20,
                doubtful,
                counts.precision(),
                counts.recall(),
                counts.f1());
    }

    private void lap(String what) {
        long now = System.nanoTime();
        out.printf(Locale.ROOT, "%6.1f s  %s%n", (now - begun) / 1e9, what);
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
