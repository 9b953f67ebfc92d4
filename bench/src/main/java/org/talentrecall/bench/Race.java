package org.talentrecall.bench;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.talentrecall.bench.mailbox.MailboxBenchmark;
import org.talentrecall.bench.sheets.SheetsBenchmark;

/**
 * A JMH benchmark of which one method's throughput is held to a share of another one's, both measured in one run: the
 * only figure that means the same on every machine.
 */
enum Race {
    /** Workbook to readings with facts, against the bare streaming read of the same workbook. */
    SHEETS(SheetsBenchmark.class, "endToEnd", "bareRead", 0.5),
    /** Mailbox to readings with facts, against parsing the same messages and extracting their text. */
    MAILBOX(MailboxBenchmark.class, "endToEnd", "parseOnly", 0.7);

    private final Class<?> benchmark;
    private final String measured;
    private final String yardstick;
    private final double least;

    /**
     * @param measured method of the class whose speed is judged
     * @param yardstick method of the class whose speed it is judged by
     * @param least the ratio that must be reached, with each combination of parameters
     */
    Race(Class<?> benchmark, String measured, String yardstick, double least) {
        this.benchmark = benchmark;
        this.measured = measured;
        this.yardstick = yardstick;
        this.least = least;
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
}
