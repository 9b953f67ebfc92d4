package org.talentrecall.config.schedule;

import java.util.Properties;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.quartz.CronScheduleBuilder;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;
import org.springframework.scheduling.quartz.SpringBeanJobFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.talentrecall.config.database.Database;
import org.talentrecall.config.database.SchemaOnce;

/**
 * Quartz over the archive's own database, clustered: however many {@code serve} processes run on one archive, a night
 * fires once, and a night whose process died is recovered by another.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScheduleSettings.class)
public class ScheduleModule {
    static final String NIGHTLY = "nightly";
    private static final String STORE = "org.quartz.jobStore.";

    @Bean
    @Lazy(false)
    SchedulerFactoryBean scheduler(
            DataSource dataSource,
            PlatformTransactionManager transactions,
            ScheduleSettings settings,
            ApplicationContext context) {
        SchemaOnce.quartz(dataSource);
        SpringBeanJobFactory jobs = new SpringBeanJobFactory();
        jobs.setApplicationContext(context);
        SchedulerFactoryBean scheduler = new SchedulerFactoryBean();
        scheduler.setSchedulerName("talent-recall");
        scheduler.setDataSource(dataSource);
        scheduler.setTransactionManager(transactions);
        scheduler.setJobFactory(jobs);
        scheduler.setQuartzProperties(properties(Database.isPostgresql(dataSource)));
        scheduler.setOverwriteExistingJobs(true);
        scheduler.setWaitForJobsToCompleteOnShutdown(true);
        JobDetail job = job();
        scheduler.setJobDetails(job);
        scheduler.setTriggers(trigger(job, settings));
        return scheduler;
    }

    private static Properties properties(boolean postgresql) {
        Properties properties = new Properties();
        properties.setProperty("org.quartz.scheduler.instanceId", "AUTO");
        properties.setProperty("org.quartz.scheduler.skipUpdateCheck", "true");
        properties.setProperty("org.quartz.threadPool.threadCount", "1");
        properties.setProperty(STORE + "isClustered", "true");
        properties.setProperty(STORE + "clusterCheckinInterval", "10000");
        properties.setProperty(STORE + "misfireThreshold", "60000");
        properties.setProperty(STORE + "useProperties", "true");
        properties.setProperty(
                STORE + "driverDelegateClass",
                "org.quartz.impl.jdbcjobstore." + (postgresql ? "PostgreSQLDelegate" : "StdJDBCDelegate"));
        return properties;
    }

    private static JobDetail job() {
        return JobBuilder.newJob(NightlyQuartzJob.class)
                .withIdentity(NIGHTLY)
                .storeDurably()
                .requestRecovery()
                .build();
    }

    static Trigger trigger(JobDetail job, ScheduleSettings settings) {
        CronScheduleBuilder cron = CronScheduleBuilder.cronSchedule(settings.cron())
                .inTimeZone(TimeZone.getTimeZone(settings.zoneOrDefault()));
        return TriggerBuilder.newTrigger()
                .withIdentity(NIGHTLY)
                .forJob(job)
                .withSchedule(
                        switch (settings.misfire()) {
                            case RUN_ONCE -> cron.withMisfireHandlingInstructionFireAndProceed();
                            case SKIP -> cron.withMisfireHandlingInstructionDoNothing();
                        })
                .build();
    }
}
