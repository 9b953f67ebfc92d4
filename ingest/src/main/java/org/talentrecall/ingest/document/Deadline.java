package org.talentrecall.ingest.document;

import java.time.Duration;

/**
 * When something must have ended.
 *
 * @param nanos on the clock of {@link System#nanoTime()}
 */
public record Deadline(long nanos) {
    public static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    public boolean passed() {
        return System.nanoTime() - nanos >= 0;
    }

    /** The same with some of the time gone. */
    public Deadline sooner(Duration by) {
        return new Deadline(nanos - by.toNanos());
    }

    /** What is left of a time that may not go beyond this. */
    Duration left(Duration time) {
        long left = Math.max(1, nanos - System.nanoTime());
        return time.toNanos() < left ? time : Duration.ofNanos(left);
    }
}
