package org.talentrecall.scoring.night;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.talentrecall.archive.audit.Audit;
import org.talentrecall.archive.audit.AuditAction;
import org.talentrecall.archive.audit.AuditEvent;
import org.talentrecall.scoring.mail.ReportMail;
import org.talentrecall.scoring.report.RenderedReport;

/** The night's work as Batch steps. The night comes from the job parameter {@code runDate}. */
public final class NightSteps {
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Audit audit;

    NightSteps(JobRepository repository, PlatformTransactionManager transactions, Audit audit) {
        this.repository = repository;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** {@code score.openings}: read counts pairs scored, written recommendations. */
    Step score(NightScoring scoring) {
        return step("score.openings", (contribution, context) -> {
            NightScoring.Scored scored = scoring.score(night(context));
            count(contribution, scored.scored(), scored.recommended());
            return RepeatStatus.FINISHED;
        });
    }

    /** {@code report.write}. */
    Step write(NightReporting reporting) {
        return step("report.write", (contribution, context) -> {
            RenderedReport report = reporting.write(night(context));
            count(contribution, report.openings().size(), report.openings().size());
            return RepeatStatus.FINISHED;
        });
    }

    /** {@code report.mail}: holds an unbalanced report back. */
    Step mail(ReportMail mail, NightReporting reporting) {
        return step("report.mail", (contribution, context) -> {
            LocalDate night = night(context);
            deliver(mail, reporting, night, contribution);
            return RepeatStatus.FINISHED;
        });
    }

    private void deliver(ReportMail mail, NightReporting reporting, LocalDate night, StepContribution contribution)
            throws IOException {
        requireBalance(reporting, night);
        ReportMail.Delivery delivery = mail.deliver(night);
        boolean fresh = delivery != ReportMail.Delivery.ALREADY_SENT;
        if (fresh) {
            audit.append(
                    AuditEvent.of(AuditAction.REPORT_SENT, "night:" + night).detail("delivery", delivery.name()));
        }
        count(contribution, 1, fresh ? 1 : 0);
    }

    /** The entry stays although the step's own transaction does not. */
    private void requireBalance(NightReporting reporting, LocalDate night) throws IOException {
        try {
            reporting.requireBalance(night);
        } catch (NightFailure unbalanced) {
            TransactionTemplate apart = new TransactionTemplate(transactions);
            apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
            apart.executeWithoutResult(
                    status -> audit.append(AuditEvent.of(AuditAction.REPORT_HELD_BACK, "night:" + night)));
            throw unbalanced;
        }
    }

    private Step step(String name, Tasklet tasklet) {
        return new StepBuilder(name, repository).tasklet(tasklet, transactions).build();
    }

    private static LocalDate night(ChunkContext context) {
        Map<String, Object> parameters = context.getStepContext().getJobParameters();
        return LocalDate.parse(String.valueOf(parameters.get("runDate")));
    }

    private static void count(StepContribution contribution, long read, long written) {
        StepExecution execution = contribution.getStepExecution();
        execution.setReadCount(execution.getReadCount() + read);
        contribution.incrementWriteCount(written);
    }
}
