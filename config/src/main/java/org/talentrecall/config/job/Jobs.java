package org.talentrecall.config.job;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.beans.factory.ObjectProvider;
import org.talentrecall.index.SearchConnection;

/** Builds a plan's job from the modules' step beans, found by their steps' names. */
public final class Jobs {
    private final ObjectProvider<Step> steps;
    private final JobRepository repository;
    private final ObjectProvider<SearchConnection> search;

    public Jobs(ObjectProvider<Step> steps, JobRepository repository, ObjectProvider<SearchConnection> search) {
        this.steps = steps;
        this.repository = repository;
        this.search = search;
    }

    /** The plan's job, each of its steps telling {@code progress}. Begins to start the index if the plan will need it. */
    Job job(NightlyPlan plan, Progress progress) {
        if (plan.searches()) {
            search.getObject().prepare();
        }
        Map<String, Step> known = steps.stream().collect(Collectors.toMap(Step::getName, Function.identity()));
        List<Step> chosen = plan.steps().stream()
                .map(name -> announced(name, known, progress))
                .toList();
        SimpleJobBuilder job = new JobBuilder(plan.jobName(), repository).start(chosen.get(0));
        for (Step step : chosen.subList(1, chosen.size())) {
            job.next(step);
        }
        return job.build();
    }

    private static Step announced(String name, Map<String, Step> known, Progress progress) {
        Step step = known.get(name);
        if (step == null) {
            throw new IllegalStateException("No module offers the step " + name);
        }
        return new AnnouncedStep(step, progress);
    }
}
