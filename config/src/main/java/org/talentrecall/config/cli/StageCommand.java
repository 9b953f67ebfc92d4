package org.talentrecall.config.cli;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talentrecall.config.job.NightlyPlan;

/** A command that runs one stage's steps. */
abstract class StageCommand extends SessionCommand {
    final int run(NightlyPlan plan, @Nullable LocalDate night, Map<String, String> options) {
        Session session = session();
        RunningJob job = new RunningJob(session);
        return job.exitCode(job.run(plan, night == null ? session.today() : night, options));
    }
}
