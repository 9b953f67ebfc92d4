package org.talentrecall.scoring.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Communication.Channel;
import org.talentrecall.archive.fact.Communication.Stance;
import org.talentrecall.archive.fact.ContactPreference;
import org.talentrecall.archive.fact.Outcome;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.scoring.Told;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.recommendation.NightReport.FollowUp;

class FollowUpsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final FollowUpRules RULES = FollowUpRules.standard();

    @Test
    void meets_within_three_days_who_answered_willingly() {
        FollowUp due = due(talk("2026-11-17", Stance.WILLING, "愿意沟通", null)).orElseThrow();
        assertThat(due.rule()).isEqualTo("MEET");
        assertThat(due.due()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(due.overdue()).isFalse();
        assertThat(due.evidence().locator()).isNotBlank();
    }

    @Test
    void asks_again_after_a_week_who_wants_time() {
        FollowUp due =
                due(talk("2026-11-12", Stance.WANTS_TIME, "需要考虑一周", null)).orElseThrow();
        assertThat(due.rule()).isEqualTo("ASK_AGAIN");
        assertThat(due.due()).isEqualTo(LocalDate.of(2026, 11, 19));
        assertThat(due.overdue()).isTrue();
    }

    @Test
    void reminds_of_silence_and_of_promises() {
        assertThat(due(talk("2026-11-05", Stance.NONE, null, null))
                        .orElseThrow()
                        .rule())
                .isEqualTo("NO_ANSWER");
        FollowUp promised = due(talk("2026-11-10", Stance.UNCLEAR, "20日以后再联系", "2026-11-20"))
                .orElseThrow();
        assertThat(promised.rule()).isEqualTo("PROMISED");
        assertThat(promised.due()).isEqualTo(TODAY);
    }

    @Test
    void a_later_contact_deals_with_it() {
        Told met = talk("2026-11-10", Stance.WILLING, "愿意沟通", null)
                .talk("2026-11-19", Channel.MEETING, Stance.WILLING, "面谈", "很好", null);
        assertThat(due(met).orElseThrow().due()).isEqualTo(LocalDate.of(2026, 11, 22));
        assertThat(due(talk("2026-11-10", Stance.WILLING, "愿意沟通", null).interview("2026-11-19", "销售")))
                .isEmpty();
    }

    @Test
    void forgets_and_stays_silent_in_time() {
        assertThat(due(talk("2026-05-01", Stance.NONE, null, null))).isEmpty();
        assertThat(due(talk("2026-11-19", Stance.WANTS_TIME, "考虑一周", null))).isEmpty();
        assertThat(due(talk("2026-11-10", Stance.DECLINED, "不考虑", null))).isEmpty();
    }

    @Test
    void leaves_people_out_of_the_list_while_somebody_talks_with_them() {
        assertThat(exclusion(talk("2026-11-12", Stance.WANTS_TIME, "需要考虑一周", null)))
                .contains(Exclusion.IN_CONVERSATION);
        assertThat(exclusion(talk("2026-09-01", Stance.NONE, null, null))).contains(Exclusion.COOLING_OFF);
        assertThat(exclusion(talk("2026-07-01", Stance.DECLINED, "不考虑", null))).contains(Exclusion.COOLING_OFF);
        assertThat(exclusion(talk("2026-01-01", Stance.DECLINED, "不考虑", null))).isEmpty();
        assertThat(exclusion(talk("2026-10-30", Stance.WANTS_TIME, "明年开春再说", "2027-03-01")))
                .isEmpty();
    }

    @Test
    void what_was_said_before_the_last_no_belongs_to_the_old_story() {
        Told told = Told.of("某人")
                .talk("2026-11-01", Channel.MAIL, Stance.WILLING, "面试邀请", "可以参加", null)
                .no(RejectionCode.HEADCOUNT_FROZEN, null, "冻结", "2026-11-10", "销售");
        assertThat(exclusion(told)).isEmpty();
        assertThat(due(told)).isEmpty();
    }

    @Test
    void never_reminds_of_those_who_joined_or_forbade_contact() {
        Told joined =
                talk("2026-11-17", Stance.WILLING, "愿意", null).add(new Outcome(Outcome.Kind.JOINED, null, null, null));
        assertThat(exclusion(joined)).contains(Exclusion.JOINED);
        assertThat(due(joined)).isEmpty();
        Told forbidden =
                talk("2026-11-17", Stance.WILLING, "愿意", null).add(new ContactPreference(false, "请勿再联系", null));
        assertThat(exclusion(forbidden)).contains(Exclusion.DO_NOT_CONTACT);
        assertThat(due(forbidden)).isEmpty();
    }

    private static Told talk(String day, Stance stance, String answer, String promised) {
        return Told.of("某人").talk(day, Channel.PHONE, stance, "介绍岗位", answer, promised);
    }

    private static Optional<FollowUp> due(Told told) {
        return new FollowUps(RULES).due(Profile.of(told.dossier(), TODAY));
    }

    private static Optional<Exclusion> exclusion(Told told) {
        return Exclusion.of(Profile.of(told.dossier(), TODAY), RULES);
    }
}
