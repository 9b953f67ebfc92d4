package org.talentrecall.config.job;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobExecutionNotRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.talentrecall.archive.intake.Imports;

/**
 * Runs one job at a time on the archive. A run of the same job, night and options that was killed or failed is taken up
 * where it stopped; otherwise a new run begins.
 *
 * <p>Job parameters: {@code runDate} (ISO date of the night), {@code run} (the run's name) and the command's options, all
 * identifying.
 */
public final class JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(JobRunner.class);
    private static final int INSTANCES_LOOKED_AT = 200;
    private static final int IMPORTS_LOOKED_AT = 20;

    private final Jobs jobs;
    private final JobRepository repository;
    private final JobOperator operator;
    private final DataSource dataSource;
    private final Imports imports;
    private final Clock clock;
    private final AtomicReference<@Nullable String> running = new AtomicReference<>();

    public JobRunner(
            Jobs jobs,
            JobRepository repository,
            JobOperator operator,
            DataSource dataSource,
            Imports imports,
            Clock clock) {
        this.jobs = jobs;
        this.repository = repository;
        this.operator = operator;
        this.dataSource = dataSource;
        this.imports = imports;
        this.clock = clock;
    }

    /**
     * Runs the plan to its end.
     *
     * @param options further job parameters, for example {@code opening}
     * @throws org.talentrecall.config.Failure when another run is at work on this archive
     */
    public RunSummary run(NightlyPlan plan, LocalDate night, Map<String, String> options, Progress progress) {
        try (RunLock lock = RunLock.take(dataSource)) {
            LOG.debug("{} holds the archive's run lock {}", plan.jobName(), lock);
            SortedMap<String, String> wanted = wanted(night, options);
            Optional<JobExecution> unfinished = lastExecution(plan, wanted)
                    .filter(execution -> execution.getStatus() != BatchStatus.COMPLETED)
                    .map(this::recovered);
            JobParameters parameters = unfinished
                    .map(JobExecution::getJobParameters)
                    .orElseGet(() -> parameters(wanted, nextRun(plan, night)));
            running.set(parameters.getString("run"));
            JobExecution execution = operator.start(jobs.job(plan, progress), parameters);
            if (execution.getStatus() == BatchStatus.COMPLETED) {
                endImports(parameters.getString("run"));
            }
            return summary(execution, night, unfinished.isPresent());
        } catch (JobExecutionException e) {
            throw new IllegalStateException("Spring Batch refuses to start " + plan.jobName(), e);
        } finally {
            running.set(null);
        }
    }

    /** Whether the plan's last run was this one and did not come to its end, so that {@link #run} would take it up. */
    public boolean brokeOff(NightlyPlan plan, LocalDate night, Map<String, String> options) {
        return lastExecution(plan, wanted(night, options))
                .filter(execution -> execution.getStatus() != BatchStatus.COMPLETED)
                .isPresent();
    }

    private static SortedMap<String, String> wanted(LocalDate night, Map<String, String> options) {
        SortedMap<String, String> wanted = new TreeMap<>(options);
        wanted.put("runDate", night.toString());
        return wanted;
    }

    /**
     * Does something while no run is at work on the archive.
     *
     * @throws org.talentrecall.config.Failure when one is
     */
    public <T> T alone(Supplier<T> work) {
        try (RunLock lock = RunLock.take(dataSource)) {
            LOG.debug("Something holds the archive's run lock {}", lock);
            return work.get();
        }
    }

    /**
     * Asks a run of this process to stop at its next commit and waits for nothing; it is taken up again by the next start.
     */
    public void stop() {
        String run = running.get();
        for (NightlyPlan plan : NightlyPlan.values()) {
            repository.findRunningJobExecutions(plan.jobName()).stream()
                    .filter(execution ->
                            Objects.equals(run, execution.getJobParameters().getString("run")))
                    .forEach(this::stop);
        }
    }

    private void stop(JobExecution execution) {
        try {
            operator.stop(execution);
        } catch (JobExecutionNotRunningException e) {
            LOG.debug("Run {} had already ended", execution.getId(), e);
        }
    }

    /** The steps of a run share its imports; only the whole run ends them. */
    private void endImports(@Nullable String run) {
        imports.latest(IMPORTS_LOOKED_AT).stream()
                .filter(one -> one.ended() == null && one.runKey().equals(run))
                .forEach(one -> imports.end(one.id(), clock.instant()));
    }

    /** A run or step marked as running is dead: the living one would hold the lock. */
    private JobExecution recovered(JobExecution execution) {
        JobExecution dead = execution.isRunning() || execution.getStatus() == BatchStatus.STOPPING
                ? operator.recover(execution)
                : execution;
        // A run that broke off between a step and its bookkeeping leaves the step open, and Spring Batch would refuse
        // it.
        for (StepExecution step : dead.getStepExecutions()) {
            if (isOpen(step.getStatus())) {
                step.setStatus(BatchStatus.FAILED);
                step.setExitStatus(ExitStatus.FAILED);
                step.setEndTime(LocalDateTime.now(clock));
                repository.update(step);
            }
        }
        if (dead.getStatus() == BatchStatus.UNKNOWN) {
            dead.setStatus(BatchStatus.FAILED);
            dead.setExitStatus(ExitStatus.FAILED);
            repository.update(dead);
        }
        return dead;
    }

    private static boolean isOpen(BatchStatus status) {
        return status.isRunning() || status == BatchStatus.STOPPING || status == BatchStatus.UNKNOWN;
    }

    private Optional<JobExecution> lastExecution(NightlyPlan plan, SortedMap<String, String> wanted) {
        return repository.getJobInstances(plan.jobName(), 0, INSTANCES_LOOKED_AT).stream()
                .max(Comparator.comparingLong(JobInstance::getInstanceId))
                .map(repository::getLastJobExecution)
                .filter(execution -> options(execution).equals(wanted));
    }

    private static SortedMap<String, String> options(JobExecution execution) {
        SortedMap<String, String> options = new TreeMap<>();
        execution.getJobParameters().parameters().forEach(parameter -> {
            if (!parameter.name().equals("run")) {
                options.put(parameter.name(), String.valueOf(parameter.value()));
            }
        });
        return options;
    }

    private String nextRun(NightlyPlan plan, LocalDate night) {
        String prefix = plan.jobName() + '-' + night + '-';
        int last = repository.getJobInstances(plan.jobName(), 0, INSTANCES_LOOKED_AT).stream()
                .map(repository::getLastJobExecution)
                .map(execution -> execution.getJobParameters().getString("run"))
                .filter(run -> run != null && run.startsWith(prefix))
                .mapToInt(run -> Integer.parseInt(run.substring(prefix.length())))
                .max()
                .orElse(0);
        return prefix + (last + 1);
    }

    private static JobParameters parameters(SortedMap<String, String> wanted, String run) {
        JobParametersBuilder parameters = new JobParametersBuilder().addString("run", run);
        wanted.forEach(parameters::addString);
        return parameters.toJobParameters();
    }

    /** Tells of the whole run, of steps too that were done before it was killed. */
    private RunSummary summary(JobExecution execution, LocalDate night, boolean resumed) {
        LocalDateTime start = execution.getStartTime();
        LocalDateTime end = execution.getEndTime();
        String run = execution.getJobParameters().getString("run");
        Throwable failure = execution.getStatus() == BatchStatus.COMPLETED
                ? null
                : execution.getAllFailureExceptions().stream()
                        .findFirst()
                        .orElseGet(() -> new IllegalStateException("The run was stopped before its end"));
        return new RunSummary(
                run == null ? "" : run,
                night,
                resumed,
                steps(execution).stream().map(StepSummary::of).toList(),
                start == null || end == null ? Duration.ZERO : Duration.between(start, end),
                failure);
    }

    /** The last execution of each step of the run, in the order in which they began. */
    private Collection<StepExecution> steps(JobExecution last) {
        Map<String, StepExecution> steps = new LinkedHashMap<>();
        repository.getJobExecutions(last.getJobInstance()).stream()
                .flatMap(execution -> execution.getStepExecutions().stream())
                .sorted(Comparator.comparingLong(StepExecution::getId))
                .forEach(step -> steps.put(step.getStepName(), step));
        // These know what the database leaves out of long descriptions.
        last.getStepExecutions().forEach(step -> steps.replace(step.getStepName(), step));
        return steps.values();
    }
}
