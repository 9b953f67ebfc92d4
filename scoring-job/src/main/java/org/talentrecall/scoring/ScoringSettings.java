package org.talentrecall.scoring;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.MonthDay;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.talentrecall.scoring.followup.FollowUpRules;
import org.talentrecall.scoring.outreach.Sender;
import org.talentrecall.scoring.ranking.RankingRules;
import org.talentrecall.scoring.reason.ReasonRules;
import org.talentrecall.scoring.score.ScoreRules;
import org.talentrecall.scoring.score.Weights;
import org.talentrecall.scoring.timing.TimingRules;

/**
 * {@code recall.scoring}: the score's weights and borders, how reasons expire, when to speak, and how long the lists are.
 *
 * @param weights of the four components; only their proportions matter
 * @param contactFrom score from which to contact
 * @param watchFrom score from which to watch; below is not now
 * @param top recommendations an opening shows
 * @param topFor the same for single openings, by their id
 * @param nearMisses near misses an opening shows
 * @param proposals candidates the index proposes for an opening
 * @param reasons how noes expire
 * @param timing the better moment
 * @param followUp reminders, and how long to leave people alone
 * @param sender who signs the drafts
 */
@Validated
@ConfigurationProperties(prefix = "recall.scoring", ignoreUnknownFields = false)
public record ScoringSettings(
        @Valid @DefaultValue ComponentWeights weights,
        @Min(2) @Max(100) @DefaultValue("80") int contactFrom,
        @Min(1) @Max(99) @DefaultValue("60") int watchFrom,
        @Min(1) @Max(1000) @DefaultValue("20") int top,
        @DefaultValue Map<String, @Min(1) Integer> topFor,
        @Min(0) @Max(1000) @DefaultValue("10") int nearMisses,
        @Min(1) @Max(100_000) @DefaultValue("200") int proposals,
        @Valid @DefaultValue Expiry reasons,
        @Valid @DefaultValue Moment timing,
        @Valid @DefaultValue FollowUp followUp,
        @Valid @DefaultValue Signature sender) {
    public ScoringSettings {
        topFor = Map.copyOf(topFor);
    }

    /** @throws IllegalArgumentException when the borders or weights contradict each other */
    public ScoreRules scoreRules() {
        return new ScoreRules(
                new Weights(weights.requirement(), weights.career(), weights.salary(), weights.opinion()),
                contactFrom,
                watchFrom,
                new ReasonRules(
                        reasons.salaryGrowthPerYear(),
                        reasons.negotiationRoom(),
                        reasons.timingMonths(),
                        reasons.declinedMonths(),
                        timing.tenureMonths()));
    }

    public TimingRules timingRules() {
        MonthDay paid = timing.bonusPaid() == null ? null : MonthDay.parse("--" + timing.bonusPaid());
        return new TimingRules(timing.tenureMonths(), timing.settledMonths(), timing.patienceDays(), paid);
    }

    public FollowUpRules followUpRules() {
        return new FollowUpRules(
                followUp.meetWithinDays(),
                followUp.askAgainDays(),
                followUp.noAnswerDays(),
                followUp.aheadDays(),
                followUp.forgetAfterDays(),
                followUp.coolingOffDays(),
                followUp.declinedDays());
    }

    public RankingRules rankingRules() {
        return new RankingRules(top, topFor, nearMisses);
    }

    public Sender draftSender() {
        return new Sender(sender.company(), sender.name());
    }

    /** Weights of the components, design's 50/20/20/10 by default. */
    public record ComponentWeights(
            @DecimalMin("0") @DefaultValue("50") double requirement,
            @DecimalMin("0") @DefaultValue("20") double career,
            @DecimalMin("0") @DefaultValue("20") double salary,
            @DecimalMin("0") @DefaultValue("10") double opinion) {}

    /**
     * @param salaryGrowthPerYear growth of an expectation each year after it was stated
     * @param negotiationRoom share by which an expectation may exceed the budget and still be worth asking
     * @param timingMonths months after which a bad moment is over
     * @param declinedMonths months after which somebody who declined may be asked again
     */
    public record Expiry(
            @DecimalMin("0") @DecimalMax("0.5") @DefaultValue("0.03")
            double salaryGrowthPerYear,

            @DecimalMin("0") @DecimalMax("0.5") @DefaultValue("0.05")
            double negotiationRoom,

            @Min(0) @DefaultValue("6") int timingMonths,
            @Min(0) @DefaultValue("12") int declinedMonths) {}

    /**
     * @param tenureMonths months in a post after which people look around again
     * @param settledMonths months in a new post before which nobody wants to hear of another
     * @param patienceDays how long an open post waits for a better moment
     * @param bonusPaid {@code MM-dd} by which year-end bonuses are paid; unset: a week after Chinese New Year
     */
    public record Moment(
            @Min(1) @DefaultValue("12") int tenureMonths,
            @Min(0) @DefaultValue("6") int settledMonths,
            @Min(0) @DefaultValue("60") int patienceDays,

            @jakarta.validation.constraints.Pattern(regexp = "(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])") @Nullable
            String bonusPaid) {}

    /** Days; see {@link FollowUpRules}. */
    public record FollowUp(
            @Min(0) @DefaultValue("3") int meetWithinDays,
            @Min(0) @DefaultValue("7") int askAgainDays,
            @Min(0) @DefaultValue("5") int noAnswerDays,
            @Min(0) @DefaultValue("3") int aheadDays,
            @Min(1) @DefaultValue("60") int forgetAfterDays,
            @Min(0) @DefaultValue("90") int coolingOffDays,
            @Min(0) @DefaultValue("180") int declinedDays) {}

    /** Who signs the drafts; blank for "the recruiting team". */
    public record Signature(
            @DefaultValue("") String company,
            @DefaultValue("") String name) {}
}
