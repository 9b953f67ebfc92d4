package org.talentrecall.config.schedule;

import java.time.LocalDate;
import java.util.Map;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talentrecall.config.Failure;
import org.talentrecall.config.job.JobRunner;
import org.talentrecall.config.job.NightlyPlan;
import org.talentrecall.config.job.Progress;
import org.talentrecall.config.job.RunSummary;
import org.talentrecall.config.job.StepSummary;

/** Runs the night that the trigger was due for. The night's date is the due time's, also when it starts late. */
@DisallowConcurrentExecution
public final class NightlyQuartzJob implements Job {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyQuartzJob.class);

    private final JobRunner runner;
    private final ScheduleSettings settings;

    public NightlyQuartzJob(JobRunner runner, ScheduleSettings settings) {
        this.runner = runner;
        this.settings = settings;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        LocalDate night = LocalDate.ofInstant(context.getScheduledFireTime().toInstant(), settings.zoneOrDefault());
        try {
            RunSummary summary = runner.run(NightlyPlan.NIGHTLY, night, Map.of(), new Logged());
            if (summary.failure() != null) {
                throw new JobExecutionException(
                        "Run " + summary.run() + " failed; it is taken up again by: recall nightly --date " + night,
                        summary.failure());
            }
            LOG.info(
                    "Run {} done in {} s, {} rejected",
                    summary.run(),
                    summary.time().toSeconds(),
                    summary.rejected());
        } catch (Failure e) {
            throw new JobExecutionException(e.getMessage(), e);
        }
    }

    private static final class Logged implements Progress {
        @Override
        public void begins(String step) {
            LOG.debug("{} begins", step);
        }

        @Override
        public void ended(StepSummary summary) {
            LOG.info(
                    "{}: {} read, {} written, {} rejected, {} s",
                    summary.step(),
                    summary.read(),
                    summary.written(),
                    summary.rejected(),
                    summary.time().toSeconds());
        }
    }
}
