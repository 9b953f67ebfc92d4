package org.talentrecall.config.cli;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.springframework.context.ConfigurableApplicationContext;
import org.talentrecall.archive.audit.Actor;
import org.talentrecall.config.Program;
import org.talentrecall.config.job.JobRunner;
import org.talentrecall.config.schedule.ScheduleModule;
import org.talentrecall.config.schedule.ScheduleSettings;
import picocli.CommandLine.Command;

/** {@code recall serve}: runs the nightly schedule until stopped by Ctrl-C or SIGTERM. */
@Command(name = "serve", resourceBundle = "org.talentrecall.config.cli.texts")
final class ServeCommand extends SessionCommand {
    @Override
    public Integer call() throws SchedulerException, InterruptedException {
        Session session = session();
        session.home().prepareData();
        CountDownLatch stopped = new CountDownLatch(1);
        ConfigurableApplicationContext context = Program.builder(
                        session.home(), session.settings(), ScheduleModule.class)
                .properties(Map.of(Program.ACTOR, Actor.job("serve").name()))
                .registerShutdownHook(false)
                .run();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            context.getBean(JobRunner.class).stop();
                            context.close();
                            session.out().println(session.texts().of("serve.stopped"));
                            session.out().flush();
                            stopped.countDown();
                        },
                        "stop"));
        announce(session, context);
        stopped.await();
        return ExitCode.DONE;
    }

    private static void announce(Session session, ConfigurableApplicationContext context) throws SchedulerException {
        Trigger trigger = context.getBean(Scheduler.class).getTrigger(TriggerKey.triggerKey("nightly"));
        ScheduleSettings settings = context.getBean(ScheduleSettings.class);
        session.out()
                .println(session.texts()
                        .of(
                                "serve.waiting",
                                trigger.getNextFireTime()
                                        .toInstant()
                                        .atZone(settings.zoneOrDefault())
                                        .toLocalDateTime(),
                                settings.zoneOrDefault()));
        session.out().flush();
    }
}
