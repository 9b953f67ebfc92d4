package org.talentrecall.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.intake.Reconciliation.SourceBalance;
import org.talentrecall.archive.record.Disposition;

/** What became of the files of a corpus and of their records. */
final class CorpusTally {
    /** What one file without scans may take in all, a mailbox of thousands of messages aside. */
    private static final long MILLIS_USUAL = 30_000;

    private final long millisAtMost;

    private final Map<String, Integer> rejected = new TreeMap<>();
    private final Map<String, Integer> ignored = new TreeMap<>();
    private final Map<String, Integer> problems = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();
    private final List<String> slow = new ArrayList<>();
    private int files;
    private int filesRead;
    private int filesIgnored;
    private int filesRejected;
    private int filesEmpty;
    private int stored;
    private int crashed;
    private int hung;
    private int overTime;
    private boolean beyond;
    private long read;
    private long slowest;
    private String slowestFile = "";

    /** What became of one file. Written by the thread that reads it and looked at by the one that waits. */
    static final class File {
        final String name;
        final List<String> problems = new ArrayList<>();
        final Map<String, Integer> rejected = new TreeMap<>();
        final Map<String, Integer> ignored = new TreeMap<>();
        final AtomicInteger items = new AtomicInteger();
        int stored;
        int records;
        long millis;
        boolean hung;

        @Nullable
        String crash;

        File(String name) {
            this.name = name;
        }

        void add(IntakeItem item) {
            for (Reading reading : item.readings()) {
                records++;
                Disposition disposition = reading.disposition();
                if (disposition instanceof Disposition.Rejected reason) {
                    rejected.merge(reason.code(), 1, Integer::sum);
                } else if (disposition instanceof Disposition.Suppressed reason) {
                    ignored.merge(reason.code(), 1, Integer::sum);
                } else {
                    stored++;
                }
            }
            items.incrementAndGet();
        }

        @Override
        public String toString() {
            String end = crash != null ? " CRASHED " + crash : hung ? " HUNG" : "";
            return name + ": stored " + stored + " ignored " + ignored + " rejected " + rejected
                    + (problems.isEmpty() ? "" : " problems " + problems) + " " + millis + " ms" + end;
        }
    }

    /** @param millisAtMost what one file may take by the settings */
    CorpusTally(long millisAtMost) {
        this.millisAtMost = millisAtMost;
    }

    void add(File file) {
        files++;
        read += file.records;
        stored += file.stored;
        file.rejected.forEach((code, count) -> rejected.merge(code, count, Integer::sum));
        file.ignored.forEach((code, count) -> ignored.merge(code, count, Integer::sum));
        file.problems.forEach(code -> problems.merge(code, 1, Integer::sum));
        if (file.millis > slowest) {
            slowest = file.millis;
            slowestFile = file.name;
        }
        if (file.millis > MILLIS_USUAL) {
            overTime++;
            slow.add((file.millis > millisAtMost ? "over the message time: " : "over time: ") + file);
            beyond |= file.millis > millisAtMost;
        }
        if (file.crash != null) {
            crashed++;
            broken.add("crashed: " + file);
        } else if (file.hung) {
            hung++;
            broken.add("hung: " + file);
        } else if (file.stored > 0) {
            filesRead++;
        } else if (!file.rejected.isEmpty() || !file.problems.isEmpty()) {
            filesRejected++;
        } else if (!file.ignored.isEmpty()) {
            filesIgnored++;
        } else if (file.items.get() > 0) {
            // Its container came to its end and held nothing, such as a workbook of empty sheets.
            filesEmpty++;
        } else {
            broken.add("without an outcome: " + file.name);
        }
    }

    void add(SourceBalance balance) {
        if (!balance.balanced()) {
            broken.add("out of balance: " + balance);
        }
    }

    /** Prints the figures, the last line being the sum; false when a file crashed, hung, took longer than the settings allow or does not balance. */
    boolean print(PrintStream out) {
        out.println("records rejected by reason: " + rejected);
        out.println("records ignored by reason: " + ignored);
        if (!problems.isEmpty()) {
            out.println("files that are no source: " + problems);
        }
        out.println("slowest: " + slowest + " ms, " + slowestFile);
        slow.forEach(out::println);
        new TreeSet<>(broken).forEach(out::println);
        long rejections = sum(rejected);
        long suppressions = sum(ignored);
        boolean balanced = read == stored + rejections + suppressions && broken.size() == crashed + hung;
        out.printf(
                "files %d: with something stored %d, ignored %d, rejected %d, without a row or message %d%n",
                files, filesRead, filesIgnored, filesRejected, filesEmpty);
        out.printf(
                "records %d: stored %d, ignored %d, rejected %d; over time %d, crashed %d, hung %d, balanced %s%n",
                read, stored, suppressions, rejections, overTime, crashed, hung, balanced ? "yes" : "NO");
        return balanced && crashed == 0 && hung == 0 && !beyond;
    }

    private static long sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToLong(Integer::longValue).sum();
    }
}
