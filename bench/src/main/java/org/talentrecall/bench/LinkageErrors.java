package org.talentrecall.bench;

import java.io.PrintStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.talentrecall.archive.linkage.Description;
import org.talentrecall.archive.linkage.Evidence;
import org.talentrecall.archive.linkage.LinkGroups;
import org.talentrecall.archive.linkage.LinkageModel;

/** Tells which evidence joined records of two persons, and which was not enough for those of one. */
final class LinkageErrors {
    private static final int SHOWN = 25;

    private final IntUnaryOperator person;
    private final Description[] descriptions;
    private final LinkageModel.Scales scales;
    private final PrintStream out;

    LinkageErrors(IntUnaryOperator person, Description[] descriptions, LinkageModel model, PrintStream out) {
        this.person = person;
        this.descriptions = descriptions;
        this.scales = model.scales();
        this.out = out;
    }

    /** Patterns of evidence, the most frequent first: of joins that were wrong, and of people who came apart. */
    void print(LinkGroups groups) {
        Map<String, Integer> wrong = new HashMap<>();
        for (LinkGroups.Link join : groups.joins()) {
            if (person.applyAsInt(join.one()) != person.applyAsInt(join.other())) {
                wrong.merge(pattern(join.one(), join.other()), 1, Integer::sum);
            }
        }
        print("wrong joins", wrong);
        Map<String, Integer> missed = new HashMap<>();
        for (int record = 1; record < descriptions.length; record++) {
            Set<Integer> before = new HashSet<>();
            for (int other = record - 1; other >= 0 && person.applyAsInt(other) == person.applyAsInt(record); other--) {
                if (groups.groupOf(other) != groups.groupOf(record) && before.add(groups.groupOf(other))) {
                    missed.merge(pattern(other, record), 1, Integer::sum);
                }
            }
        }
        print("missed", missed);
    }

    private String pattern(int one, int other) {
        Evidence evidence = scales.explain(descriptions[one], descriptions[other]);
        StringBuilder pattern = new StringBuilder();
        for (Evidence.Point point : evidence.points()) {
            pattern.append(String.format(Locale.ROOT, " %s=%s", point.field(), point.level()));
        }
        return pattern.toString();
    }

    private void print(String what, Map<String, Integer> patterns) {
        out.printf(
                Locale.ROOT,
                "%s: %d%n",
                what,
                patterns.values().stream().mapToInt(Integer::intValue).sum());
        patterns.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(SHOWN)
                .forEach(entry -> out.printf(Locale.ROOT, "%7d %s%n", entry.getValue(), entry.getKey()));
    }
}
