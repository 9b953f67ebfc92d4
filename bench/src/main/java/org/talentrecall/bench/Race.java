package org.talentrecall.bench;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.talentrecall.bench.mailbox.MailboxBenchmark;
import org.talentrecall.bench.mailbox.MailboxHeap;
import org.talentrecall.bench.sheets.SheetsBenchmark;

/**
 * A JMH benchmark of which one method's throughput is held to a share of another one's, both measured in one run: the
 * only figure that means the same on every machine.
 */
enum Race {
    /** Workbook to readings with facts, against the bare streaming read of the same workbook. */
    SHEETS(SheetsBenchmark.class, "endToEnd", "bareRead", 0.5, 5),
    /** Mailbox to readings with facts, against parsing the same messages and extracting their text. */
    MAILBOX(MailboxBenchmark.class, "endToEnd", "parseOnly", 0.7, 150) {
        @Override
        Optional<HeapGrowth> heap() {
            return Optional.of(MailboxHeap.measure());
        }
    };

    private final Class<?> benchmark;
    private final String measured;
    private final String yardstick;
    private final double least;
    private final int warmups;

    /**
     * @param measured method of the class whose speed is judged
     * @param yardstick method of the class whose speed it is judged by
     * @param least the ratio that must be reached, with each combination of parameters
     * @param warmups seconds until both run at their full speed: a mailbox goes through much code, some of it in child
     *     processes, and on two slow cores Java's compiler still takes a fifth of the time after one minute
     */
    Race(Class<?> benchmark, String measured, String yardstick, double least, int warmups) {
        this.benchmark = benchmark;
        this.measured = measured;
        this.yardstick = yardstick;
        this.least = least;
        this.warmups = warmups;
    }

    static Optional<Race> named(String name) {
        return Stream.of(values()).filter(race -> race.title().equals(name)).findFirst();
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Class<?> benchmark() {
        return benchmark;
    }

    String measured() {
        return measured;
    }

    String yardstick() {
        return yardstick;
    }

    double least() {
        return least;
    }

    int warmups() {
        return warmups;
    }

    /** What memory the measured way takes when there is ten times as much to read; empty where nobody asks. */
    Optional<HeapGrowth> heap() {
        return Optional.empty();
    }
}
