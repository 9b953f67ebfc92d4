package org.talentrecall.config.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import org.junit.jupiter.api.Test;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.Trigger;

class ScheduleModuleTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final JobDetail JOB =
            JobBuilder.newJob(NightlyQuartzJob.class).withIdentity("nightly").build();

    @Test
    void missed_nights_run_once_or_not_at_all() {
        assertThat(trigger("0 30 1 * * ?", ScheduleSettings.Misfire.RUN_ONCE).getMisfireInstruction())
                .isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_FIRE_ONCE_NOW);
        assertThat(trigger("0 30 1 * * ?", ScheduleSettings.Misfire.SKIP).getMisfireInstruction())
                .isEqualTo(CronTrigger.MISFIRE_INSTRUCTION_DO_NOTHING);
    }

    @Test
    void night_is_due_in_its_own_time_zone() {
        Trigger trigger = trigger("0 30 1 * * ?", ScheduleSettings.Misfire.RUN_ONCE);
        Date after = Date.from(Instant.parse("2099-11-22T12:00:00Z"));
        assertThat(trigger.getFireTimeAfter(after).toInstant()).isEqualTo(Instant.parse("2099-11-22T17:30:00Z"));
    }

    @Test
    void wrong_cron_expression_names_itself_and_a_right_one() {
        assertThatThrownBy(() -> new ScheduleSettings("30 1 * * *", SHANGHAI, ScheduleSettings.Misfire.SKIP))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("'30 1 * * *'", "0 30 1 * * ?");
    }

    private static Trigger trigger(String cron, ScheduleSettings.Misfire misfire) {
        return ScheduleModule.trigger(JOB, new ScheduleSettings(cron, SHANGHAI, misfire));
    }
}
