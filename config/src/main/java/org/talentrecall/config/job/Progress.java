package org.talentrecall.config.job;

/** Hears how a job gets on. Called from the job's thread. */
public interface Progress {
    void begins(String step);

    void ended(StepSummary summary);
}
