package org.talentrecall.config.cli;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.talentrecall.config.job.NightlyPlan;
import picocli.CommandLine.ParentCommand;

/** A command that runs one stage's steps. */
abstract class StageCommand implements Callable<Integer> {
    @ParentCommand
    private @Nullable RootCommand root;

    final RootCommand root() {
        return Objects.requireNonNull(root);
    }

    final int run(NightlyPlan plan, @Nullable LocalDate night, Map<String, String> options) {
        Session session = root().session();
        RunningJob job = new RunningJob(session);
        return job.exitCode(job.run(plan, night == null ? session.today() : night, options));
    }
}
