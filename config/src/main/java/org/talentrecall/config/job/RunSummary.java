package org.talentrecall.config.job;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a run ended.
 *
 * @param run the run's name, for example {@code nightly-2026-11-23-1}
 * @param resumed true when it took up a run that had been killed or had failed
 * @param failure null when every step was done; else the first thing that went wrong
 */
public record RunSummary(
        String run,
        LocalDate night,
        boolean resumed,
        List<StepSummary> steps,
        Duration time,
        @Nullable Throwable failure) {
    public RunSummary {
        steps = List.copyOf(steps);
    }

    public long rejected() {
        return steps.stream().mapToLong(StepSummary::rejected).sum();
    }

    /** Whether some source could not be read. */
    public boolean incomplete() {
        return steps.stream().anyMatch(step -> !step.problems().isEmpty());
    }
}
