package org.talentrecall.enrich;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.talentrecall.archive.Marks;
import org.talentrecall.archive.dossier.Dossiers;
import org.talentrecall.archive.intake.Imports;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.enrich.fetch.Sleeper;

/**
 * Career updates from public sources as a step. Wants the archive's beans, Batch's repository, a transaction manager, a
 * clock, and {@code recall.home}, against which folders of sources resolve.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(EnrichSettings.class)
public class EnrichModule {
    /** One visit a transaction: a page takes seconds to come, and what came must not be lost with the next one. */
    private static final int VISITS = 1;

    @Bean("enrich.sources")
    Step enrichSources(
            JobRepository jobs,
            PlatformTransactionManager transactions,
            EnrichSettings settings,
            @Value("${recall.home}") String home,
            Intake intake,
            Imports imports,
            Dossiers dossiers,
            Marks marks,
            RawStore raw,
            Clock clock) {
        SourcesStep step = new SourcesStep(
                settings,
                Path.of(home),
                new SourcesStep.Archive(intake, imports, dossiers, marks, raw),
                clock,
                Sleeper.REAL);
        return step(jobs, transactions, step);
    }

    static Step step(JobRepository jobs, PlatformTransactionManager transactions, SourcesStep step) {
        return new StepBuilder("enrich.sources", jobs)
                .<IntakeItem, IntakeItem>chunk(VISITS)
                .transactionManager(transactions)
                .reader(step)
                .writer(step)
                .listener((StepExecutionListener) step)
                .allowStartIfComplete(true)
                .build();
    }
}
