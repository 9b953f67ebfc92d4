package org.talentrecall.index;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Runs a {@link ChangeFeed} as a step, a page a transaction. The job parameter {@code rebuild=true} asks for a new index.
 */
final class ChangeFeedTasklet implements Tasklet, StepExecutionListener {
    private static final Logger log = LoggerFactory.getLogger(ChangeFeedTasklet.class);

    private final ChangeFeed feed;
    private boolean begun;

    ChangeFeedTasklet(ChangeFeed feed) {
        this.feed = feed;
    }

    @Override
    public void beforeStep(StepExecution step) {
        begun = false;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
        StepExecution step = contribution.getStepExecution();
        if (!begun) {
            feed.begin("true".equals(step.getJobParameters().getString("rebuild")));
            begun = true;
        }
        Progress progress = feed.next();
        for (int i = 0; i < progress.read(); i++) {
            contribution.incrementReadCount();
        }
        contribution.incrementWriteCount((long) progress.written() + progress.removed());
        contribution.incrementProcessSkipCount(progress.refused());
        if (!progress.more()) {
            log.info(
                    "Step {}: {} changes read, {} documents written or removed, {} refused",
                    step.getStepName(),
                    step.getReadCount() + contribution.getReadCount(),
                    step.getWriteCount() + contribution.getWriteCount(),
                    step.getProcessSkipCount() + contribution.getProcessSkipCount());
        }
        return RepeatStatus.continueIf(progress.more());
    }
}
