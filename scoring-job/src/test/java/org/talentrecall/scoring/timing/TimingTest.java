package org.talentrecall.scoring.timing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.CareerUpdate.Kind;
import org.talentrecall.archive.fact.Communication.Channel;
import org.talentrecall.archive.fact.Communication.Stance;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.scoring.Post;
import org.talentrecall.scoring.Told;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.reason.ReasonRules;
import org.talentrecall.scoring.reason.Reasons;
import org.talentrecall.scoring.recommendation.When;

class TimingTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 10);

    @Test
    void waits_for_a_year_in_post_that_is_near() {
        When when = when(since("2025-12-01"), TODAY);
        assertThat(when.now()).isFalse();
        assertThat(when.date()).isEqualTo(LocalDate.of(2026, 12, 1));
        assertThat(when.why().key()).isEqualTo("when.year");
    }

    @Test
    void does_not_let_an_open_post_wait_for_a_year_that_is_far() {
        When when = when(since("2026-03-01"), TODAY);
        assertThat(when.now()).isTrue();
        assertThat(when.why().key()).isEqualTo("when.now.settled");
    }

    @Test
    void leaves_people_alone_who_have_just_begun() {
        assertThat(when(since("2026-08-01"), TODAY).date()).isEqualTo(LocalDate.of(2027, 8, 1));
    }

    @Test
    void sees_the_bottleneck_after_a_year() {
        When when = when(since("2025-10-09"), TODAY);
        assertThat(when.now()).isTrue();
        assertThat(when.date()).isEqualTo(TODAY);
        assertThat(when.why().key()).isEqualTo("when.now.tenure");
    }

    @Test
    void counts_from_the_promotion_not_from_the_beginning() {
        Told told = since("2020-01-01").update(Kind.PROMOTION, "2026-09-01", "某公司", "研发总监", "晋升研发总监");
        assertThat(when(told, TODAY).date()).isEqualTo(LocalDate.of(2027, 9, 1));
    }

    @Test
    void waits_for_the_bonus_shortly_before_it_is_paid() {
        When afterNewYear = when(since("2020-01-01"), LocalDate.of(2027, 1, 4));
        assertThat(afterNewYear.date()).isEqualTo(LocalDate.of(2027, 2, 13));
        assertThat(afterNewYear.why().key()).isEqualTo("when.bonus");
        Timing april = new Timing(new TimingRules(12, 6, 60, MonthDay.of(4, 1)));
        assertThat(judge(april, since("2020-01-01"), LocalDate.of(2027, 3, 1)).date())
                .isEqualTo(LocalDate.of(2027, 4, 1));
    }

    @Test
    void a_promised_day_is_kept() {
        Told told = since("2020-01-01")
                .no(RejectionCode.HEADCOUNT_FROZEN, null, "冻结", "2025-01-01", "研发经理")
                .talk("2026-10-01", Channel.PHONE, Stance.WANTS_TIME, "问候", "明年开春再说", "2027-03-01");
        When when = when(told, TODAY);
        assertThat(when.date()).isEqualTo(LocalDate.of(2027, 3, 1));
        assertThat(when.why().key()).isEqualTo("when.promised");
    }

    @Test
    void an_obstacle_that_time_lifts_names_its_day() {
        Told told = Told.of("某人").no(RejectionCode.TIMING, null, "家里有事", "2026-09-01", "研发经理");
        assertThat(when(told, TODAY).date()).isEqualTo(LocalDate.of(2027, 3, 1));
    }

    @Test
    void who_has_left_can_be_called_now() {
        Told told = since("2020-01-01").update(Kind.LEFT, "2026-09-01", "某公司", null, "离职");
        assertThat(when(told, TODAY).why().key()).isEqualTo("when.now.free");
    }

    private static Told since(String day) {
        return Told.of("某人").on("2026-09-15").post("某公司", "研发工程师", day, null, "");
    }

    private static When when(Told told, LocalDate today) {
        return judge(new Timing(TimingRules.standard()), told, today);
    }

    private static When judge(Timing timing, Told told, LocalDate today) {
        Profile profile = Profile.of(told.dossier(), today);
        return timing.of(
                profile,
                new Reasons(ReasonRules.standard())
                        .judge(profile, Post.of("O", "研发经理").opening()));
    }
}
