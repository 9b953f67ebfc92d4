package org.talentrecall.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * When an import is to be killed: a tenth while it starts, a tenth while it reads again what was read before, and of the
 * others three fifths while it stores rows and two while it resolves persons, at numbers of rows and records drawn at random.
 */
final class KillPlan {
    /** No kill is planned for the very end, before which the import might be through. */
    private static final double LAST = 0.97;
    /** No kill waits longer, for the import may have become faster by then than its average says. */
    private static final long LONGEST_MILLIS = 1000;

    private final List<Kill> kills = new ArrayList<>();

    /** A kill that is still to come. */
    sealed interface Kill {
        /** Milliseconds after it could be. */
        long millis();

        /** @param millis after the process was started */
        record Starting(long millis) implements Kill {}

        /** @param millis after the step began */
        record Reading(long millis) implements Kill {}

        /** @param millis after so many rows were stored and records resolved */
        record Working(long rows, long records, long millis) implements Kill {}
    }

    /** What is known of the undisturbed import: its amounts, and how long it takes to start and for its transactions. */
    record Course(long rows, long records, long startMillis, long storeMillis, long resolveMillis) {}

    KillPlan(int count, Course course, Random random) {
        int starting = (count + 9) / 10;
        int reading = count / 10;
        int resolving = (count - starting - reading) * 2 / 5;
        int storing = count - starting - reading - resolving;
        random.longs(storing, 0, Math.max(1, (long) (course.rows() * LAST)))
                .sorted()
                .forEach(rows -> kills.add(new Kill.Working(rows, 0, below(random, course.storeMillis()))));
        for (int i = 0; i < reading; i++) {
            int place = storing == 0 ? 0 : Math.min(kills.size(), 1 + random.nextInt(storing));
            kills.add(place, new Kill.Reading(below(random, course.startMillis() / 2)));
        }
        random.longs(resolving, 0, Math.max(1, (long) (course.records() * LAST)))
                .sorted()
                .forEach(records ->
                        kills.add(new Kill.Working(course.rows(), records, below(random, course.resolveMillis()))));
        for (int i = 0; i < starting; i++) {
            kills.add(
                    random.nextInt(kills.size() + 1),
                    new Kill.Starting(random.nextLong(Math.max(1, course.startMillis()))));
        }
    }

    private static long below(Random random, long millis) {
        return random.nextLong(Math.max(1, Math.min(millis, LONGEST_MILLIS)));
    }

    /** In their order. */
    List<Kill> kills() {
        return List.copyOf(kills);
    }
}
