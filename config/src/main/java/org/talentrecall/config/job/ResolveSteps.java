package org.talentrecall.config.job;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.talentrecall.archive.identity.Resolve;

/** The resolve stage as steps: once after the mailboxes and workbooks, once after the career updates. */
@Configuration(proxyBeanMethods = false)
public class ResolveSteps {
    /** Waiting records a transaction takes up. */
    private static final int PORTION = 1000;

    @Bean("resolve.persons")
    Step resolvePersons(JobRepository repository, PlatformTransactionManager transactions, Resolve resolve) {
        return step("resolve.persons", repository, transactions, resolve);
    }

    @Bean("resolve.updates")
    Step resolveUpdates(JobRepository repository, PlatformTransactionManager transactions, Resolve resolve) {
        return step("resolve.updates", repository, transactions, resolve);
    }

    private static Step step(
            String name, JobRepository repository, PlatformTransactionManager transactions, Resolve resolve) {
        return new StepBuilder(name, repository)
                .tasklet(
                        (contribution, context) -> {
                            Resolve.Progress done = resolve.next(PORTION);
                            StepExecution execution = contribution.getStepExecution();
                            execution.setReadCount(execution.getReadCount() + done.records());
                            contribution.incrementWriteCount((long) done.changed() + done.gone());
                            return RepeatStatus.continueIf(done.waiting() > 0);
                        },
                        transactions)
                .build();
    }
}
