package org.talentrecall.config.job;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;

/**
 * One line of the table a run ends with.
 *
 * @param rejected records that were kept as rejected with their reason
 * @param problems one sentence for each source that could not be read
 */
public record StepSummary(
        String step, String status, long read, long written, long rejected, Duration time, List<String> problems) {
    public StepSummary {
        problems = List.copyOf(problems);
    }

    static StepSummary of(StepExecution execution) {
        LocalDateTime start = execution.getStartTime();
        LocalDateTime end = execution.getEndTime();
        boolean complete = execution.getStatus() == BatchStatus.COMPLETED;
        return new StepSummary(
                execution.getStepName(),
                complete ? "ok" : execution.getStatus().name().toLowerCase(java.util.Locale.ROOT),
                execution.getReadCount(),
                execution.getWriteCount(),
                execution.getSkipCount(),
                start == null || end == null ? Duration.ZERO : Duration.between(start, end),
                complete ? problems(execution.getExitStatus().getExitDescription()) : List.of());
    }

    /** Steps tell of unreadable sources in their exit description, sentence by sentence. */
    private static List<String> problems(String description) {
        return Stream.of(description.split("; (?=\\p{Lu})|\n"))
                .map(String::strip)
                .filter(sentence -> !sentence.isEmpty())
                .toList();
    }
}
