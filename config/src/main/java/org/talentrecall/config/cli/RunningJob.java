package org.talentrecall.config.cli;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.ConfigurableApplicationContext;
import org.talentrecall.config.Program;
import org.talentrecall.config.job.JobRunner;
import org.talentrecall.config.job.NightlyPlan;
import org.talentrecall.config.job.Progress;
import org.talentrecall.config.job.RunSummary;
import org.talentrecall.config.job.StepSummary;

/** Runs a job for a command: shows how it gets on, ends with the table of steps, and gives the exit code. */
final class RunningJob {
    private final Session session;
    private final boolean table;

    RunningJob(Session session) {
        this(session, true);
    }

    private RunningJob(Session session, boolean table) {
        this.session = session;
        this.table = table;
    }

    /** Prints no table, for commands whose output is a document. */
    static RunningJob quiet(Session session) {
        return new RunningJob(session, false);
    }

    /** Runs the plan in a context of its own. */
    RunSummary run(NightlyPlan plan, LocalDate night, Map<String, String> options) {
        session.home().prepareData();
        try (ConfigurableApplicationContext context =
                Program.start(session.home(), session.settings(), session.actor())) {
            RunSummary summary = context.getBean(JobRunner.class).run(plan, night, options, new Lines());
            if (table) {
                session.out().print(table(summary));
            }
            summary.steps().stream()
                    .flatMap(step -> step.problems().stream())
                    .forEach(problem -> session.err().println(problem));
            return summary;
        }
    }

    int exitCode(RunSummary summary) {
        Throwable failure = summary.failure();
        if (failure != null) {
            session.err().println(new Sentence(session.texts().locale()).of(failure));
            session.err().println(session.texts().of("run.again", summary.run()));
            return ExitCode.FAILED;
        }
        return summary.rejected() > 0 || summary.incomplete() ? ExitCode.DONE_WITH_REJECTED : ExitCode.DONE;
    }

    private String table(RunSummary summary) {
        Texts texts = session.texts();
        TextTable table = new TextTable(
                "lrrrrl",
                List.of(
                        texts.of("table.step"),
                        texts.of("table.read"),
                        texts.of("table.written"),
                        texts.of("table.rejected"),
                        texts.of("table.seconds"),
                        texts.of("table.state")));
        for (StepSummary step : summary.steps()) {
            table.add(List.of(
                    step.step(),
                    Long.toString(step.read()),
                    Long.toString(step.written()),
                    Long.toString(step.rejected()),
                    seconds(step.time()),
                    texts.of("state." + (step.status().equals("ok") ? "ok" : "failed"))));
        }
        table.add(List.of(summary.run(), "", "", Long.toString(summary.rejected()), seconds(summary.time()), ""));
        return table.toString();
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f", time.toMillis() / 1000.0);
    }

    /** One plain line a step; the same on a terminal and in a file. */
    private final class Lines implements Progress {
        @Override
        public void begins(String step) {
            session.err().println(session.texts().of("step.begins", step));
        }

        @Override
        public void ended(StepSummary summary) {
            session.err()
                    .println(session.texts().of("step.ended", summary.step(), summary.read(), seconds(summary.time())));
        }
    }
}
