package org.talentrecall.config.schedule;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.quartz.CronExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When the night runs, {@code recall.schedule}.
 *
 * @param cron Quartz cron expression: second minute hour day-of-month month day-of-week
 * @param zone the time zone the cron expression and the nights' dates are meant in; null for the machine's
 * @param misfire what to do about a night that no scheduler was up for
 */
@ConfigurationProperties(prefix = "recall.schedule", ignoreUnknownFields = false)
public record ScheduleSettings(
        @DefaultValue("0 30 1 * * ?") String cron,
        @Nullable ZoneId zone,
        @DefaultValue("RUN_ONCE") Misfire misfire) {
    /** What becomes of missed nights. */
    public enum Misfire {
        /** One run at once, however many nights were missed. */
        RUN_ONCE,
        /** None; wait for the next night. */
        SKIP
    }

    public ScheduleSettings {
        if (!CronExpression.isValidExpression(cron)) {
            throw new IllegalArgumentException("recall.schedule.cron '" + cron
                    + "' is no Quartz cron expression; write for example '0 30 1 * * ?' for half past one each night");
        }
    }

    /** The zone that counts. */
    public ZoneId zoneOrDefault() {
        return zone == null ? ZoneId.systemDefault() : zone;
    }
}
