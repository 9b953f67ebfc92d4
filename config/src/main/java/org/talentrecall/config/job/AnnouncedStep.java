package org.talentrecall.config.job;

import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/** Tells a {@link Progress} when the step begins and ends; does nothing else. */
final class AnnouncedStep implements Step {
    private final Step step;
    private final Progress progress;

    AnnouncedStep(Step step, Progress progress) {
        this.step = step;
        this.progress = progress;
    }

    @Override
    public String getName() {
        return step.getName();
    }

    @Override
    public boolean isAllowStartIfComplete() {
        return step.isAllowStartIfComplete();
    }

    @Override
    public int getStartLimit() {
        return step.getStartLimit();
    }

    @Override
    public void execute(StepExecution execution) throws JobInterruptedException {
        progress.begins(step.getName());
        try {
            step.execute(execution);
        } finally {
            progress.ended(StepSummary.of(execution));
        }
    }
}
