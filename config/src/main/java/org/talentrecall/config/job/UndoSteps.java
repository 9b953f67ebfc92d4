package org.talentrecall.config.job;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Imports;
import org.talentrecall.archive.intake.Imports.ImportSummary;
import org.talentrecall.archive.intake.Undo;

/** Taking imports back as a step; job parameter {@code imports}: their numbers, parted by commas. */
@Configuration(proxyBeanMethods = false)
public class UndoSteps {
    /** All in one transaction, the newest first; read counts imports, written the records concerned. */
    @Bean("import.undo")
    Step undoImports(JobRepository repository, PlatformTransactionManager transactions, Imports imports, Undo undo) {
        return new StepBuilder("import.undo", repository)
                .tasklet(
                        (contribution, context) -> {
                            String numbers = Objects.requireNonNull(contribution
                                    .getStepExecution()
                                    .getJobParameters()
                                    .getString("imports"));
                            List<ImportId> ids = Arrays.stream(numbers.split(","))
                                    .map(number -> new ImportId(Long.parseLong(number)))
                                    .sorted(Comparator.comparingLong(ImportId::value)
                                            .reversed())
                                    .toList();
                            for (ImportId id : ids) {
                                ImportSummary summary = imports.find(id).orElseThrow();
                                if (summary.undone() == null) {
                                    Undo.Undone undone = undo.undo(id);
                                    contribution.incrementReadCount();
                                    contribution.incrementWriteCount(undone.removed() + undone.restored());
                                }
                            }
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }
}
