package org.talentrecall.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.talentrecall.archive.linkage.CandidatePairs;
import org.talentrecall.archive.linkage.Description;
import org.talentrecall.archive.linkage.Evidence;
import org.talentrecall.archive.linkage.Field;
import org.talentrecall.archive.linkage.LinkGroups;
import org.talentrecall.archive.linkage.LinkageModel;
import org.talentrecall.archive.linkage.ModelEstimation;
import org.talentrecall.archive.linkage.PoolLinkage;
import org.talentrecall.archive.linkage.Verdict;

/**
 * Measures who is who on a table: {@code identity CSV --key COLUMN}. The key column is the truth and never an input, nor are
 * columns that number rows. The model is estimated from the table without the key; pairs are joined at the threshold of the
 * product. Prints pairwise precision, recall and F1 there, and at the threshold that would have been best.
 */
public final class IdentityHarness {
    private static final double KEPT_FROM = -8;
    private static final int SHOWN = 20;

    private final List<String> header;
    private final List<List<String>> rows;
    private final int key;
    private final PrintStream out;

    private IdentityHarness(List<String> header, List<List<String>> rows, int key, PrintStream out) {
        this.header = header;
        this.rows = rows;
        this.key = key;
        this.out = out;
    }

    public static void main(String[] args) throws IOException {
        boolean errors = args.length == 4 && args[3].equals("--errors");
        if ((args.length != 3 && !errors) || !args[1].equals("--key")) {
            System.err.println("Usage: identity CSV --key COLUMN [--errors]");
            System.exit(2);
        }
        List<List<String>> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(Path.of(args[0]))) {
            csv.forEach(
                    row -> rows.add(row.getFields().stream().map(String::strip).toList()));
        }
        List<String> header = rows.remove(0);
        int key = header.indexOf(args[2]);
        if (key < 0) {
            System.err.println("The table has no column " + args[2] + "; it has " + String.join(", ", header));
            System.exit(2);
        }
        rows.removeIf(row -> row.size() != header.size());
        new IdentityHarness(header, rows, key, new PrintStream(System.out, true, StandardCharsets.UTF_8))
                .measure(errors);
    }

    private void measure(boolean errors) {
        long begun = System.nanoTime();
        TableColumns columns = TableColumns.of(header, rows, key);
        List<Description> pool = rows.stream().map(columns::describe).toList();
        CandidatePairs candidates = new CandidatePairs(pool.size(), record -> columns.blocks(rows.get(record)));
        LinkageModel model = ModelEstimation.of(columns.fields(), pool, candidates);
        PoolLinkage linkage = new PoolLinkage(model, pool, candidates, KEPT_FROM);
        LinkGroups groups = linkage.groups(Evidence.bits(Verdict.MERGE_FROM));
        double seconds = (System.nanoTime() - begun) / 1e9;
        print(model);
        PairCounts counts = count(groups);
        if (errors) {
            printErrors(groups, linkage);
        }
        out.printf(
                Locale.ROOT,
                "%d records, %d pairs compared of %d, %d wide blocks narrowed, %d joins refused for contradiction%n",
                pool.size(),
                linkage.compared(),
                (long) pool.size() * (pool.size() - 1) / 2,
                candidates.wideBlocks(),
                groups.refused().size());
        best(linkage);
        out.printf(
                Locale.ROOT,
                "threshold %.2f: precision %.4f recall %.4f F1 %.4f in %.1f s%n",
                Verdict.MERGE_FROM,
                counts.precision(),
                counts.recall(),
                counts.f1(),
                seconds);
    }

    private void print(LinkageModel model) {
        out.printf(Locale.ROOT, "prior %.1f bits; weights by level:%n", model.prior());
        for (int field = 0; field < model.fields().size(); field++) {
            Field named = model.fields().get(field);
            LinkageModel.Chances chances = model.chances().get(field);
            StringBuilder line = new StringBuilder();
            for (org.talentrecall.archive.linkage.Level level : org.talentrecall.archive.linkage.Level.values()) {
                double m = chances.same().get(level.code());
                double u = chances.different().get(level.code());
                if (m > 0 && u > 0) {
                    line.append(
                            String.format(Locale.ROOT, " %s %+.1f (m %.3f)", level, Math.log(m / u) / Math.log(2), m));
                }
            }
            out.println("  " + named.id() + " [" + named.comparison() + "]" + line);
        }
    }

    private PairCounts count(LinkGroups groups) {
        Map<String, Integer> persons = new HashMap<>();
        return PairCounts.of(
                IntStream.range(0, rows.size()).map(groups::groupOf).toArray(),
                rows.stream()
                        .mapToInt(row -> persons.computeIfAbsent(row.get(key), any -> persons.size()))
                        .toArray());
    }

    private void best(PoolLinkage linkage) {
        PairCounts best = new PairCounts(0, 0, 1);
        double at = 0;
        for (double bits = KEPT_FROM; bits <= 20; bits += 1) {
            PairCounts counts = count(linkage.groups(bits));
            if (counts.f1() > best.f1()) {
                best = counts;
                at = bits;
            }
        }
        out.printf(
                Locale.ROOT,
                "best threshold %.4f (%.0f bits): precision %.4f recall %.4f F1 %.4f%n",
                Evidence.probability(at),
                at,
                best.precision(),
                best.recall(),
                best.f1());
    }

    private void printErrors(LinkGroups groups, PoolLinkage linkage) {
        int shown = 0;
        for (LinkGroups.Link link : linkage.links()) {
            boolean same =
                    rows.get(link.one()).get(key).equals(rows.get(link.other()).get(key));
            boolean joined = groups.groupOf(link.one()) == groups.groupOf(link.other());
            if (same != joined && shown++ < SHOWN) {
                out.printf(
                        Locale.ROOT,
                        "%s %.1f%n  %s%n  %s%n",
                        same ? "missed" : "false",
                        link.total(),
                        rows.get(link.one()),
                        rows.get(link.other()));
            }
        }
    }
}
