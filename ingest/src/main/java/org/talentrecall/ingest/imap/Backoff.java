package org.talentrecall.ingest.imap;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a connection is made again: twice as long each time up to a longest pause, and each time a
 * random part less, so that many clients of one server do not come back at the same moment.
 *
 * @param tries pauses in a row before giving up; an answer from the server begins a new row
 * @param random gives the random part
 * @param sleeper does the waiting
 */
public record Backoff(int tries, Duration first, Duration longest, RandomGenerator random, Sleeper sleeper) {
    private static final double RANDOM_PART = 0.5;
    private static final int DOUBLINGS_AT_MOST = 30;

    /** Waits. */
    @FunctionalInterface
    public interface Sleeper {
        void sleep(Duration pause) throws InterruptedException;
    }

    /** For a nightly run: seven pauses, from one second to half a minute, two minutes at most in all. */
    public static Backoff usual() {
        return new Backoff(
                7,
                Duration.ofSeconds(1),
                Duration.ofSeconds(30),
                RandomGenerator.getDefault(),
                pause -> Thread.sleep(pause.toMillis()));
    }

    /** Gives up at once. */
    public static Backoff none() {
        return new Backoff(0, Duration.ZERO, Duration.ZERO, RandomGenerator.getDefault(), pause -> {});
    }

    /** @param failures failures in a row so far, from 1 */
    Duration pause(int failures) {
        long doubled = first.toMillis() << Math.min(failures - 1, DOUBLINGS_AT_MOST);
        long most = Math.min(longest.toMillis(), doubled);
        return Duration.ofMillis(Math.round(most * (1 - RANDOM_PART * random.nextDouble())));
    }
}
