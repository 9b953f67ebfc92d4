package org.talentrecall.enrich.fetch;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Keeps the pause between two requests to one host. Not thread-safe. */
final class Pace {
    private final Clock clock;
    private final Sleeper sleeper;
    private final Map<String, Instant> last = new HashMap<>();

    Pace(Clock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Waits until the host may be asked again, and notes that it is asked now. */
    void await(String host, Duration delay) throws InterruptedException {
        Instant before = last.get(host);
        if (before != null) {
            pause(Duration.between(clock.instant(), before.plus(delay)));
        }
        last.put(host, clock.instant());
    }

    void pause(Duration duration) throws InterruptedException {
        if (!duration.isNegative() && !duration.isZero()) {
            sleeper.sleep(duration);
        }
    }

    Instant now() {
        return clock.instant();
    }
}
