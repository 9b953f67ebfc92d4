package org.talentrecall.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.talentrecall.scoring.followup.FollowUpRules;
import org.talentrecall.scoring.outreach.Sender;
import org.talentrecall.scoring.ranking.RankingRules;
import org.talentrecall.scoring.score.ScoreRules;
import org.talentrecall.scoring.timing.TimingRules;

class ScoringSettingsTest {
    @Test
    void defaults_are_the_standard_rules() {
        ScoringSettings settings = bind(Map.of());
        assertThat(settings.scoreRules()).isEqualTo(ScoreRules.standard());
        assertThat(settings.timingRules()).isEqualTo(TimingRules.standard());
        assertThat(settings.followUpRules()).isEqualTo(FollowUpRules.standard());
        assertThat(settings.rankingRules()).isEqualTo(RankingRules.standard());
        assertThat(settings.draftSender()).isEqualTo(Sender.unnamed());
        assertThat(settings.proposals()).isEqualTo(200);
    }

    @Test
    void every_setting_arrives() {
        ScoringSettings settings = bind(Map.ofEntries(
                Map.entry("recall.scoring.weights.requirement", "40"),
                Map.entry("recall.scoring.weights.opinion", "20"),
                Map.entry("recall.scoring.contact-from", "75"),
                Map.entry("recall.scoring.watch-from", "50"),
                Map.entry("recall.scoring.top", "5"),
                Map.entry("recall.scoring.top-for[YT-2026-041]", "9"),
                Map.entry("recall.scoring.reasons.salary-growth-per-year", "0.08"),
                Map.entry("recall.scoring.timing.bonus-paid", "04-01"),
                Map.entry("recall.scoring.follow-up.cooling-off-days", "30"),
                Map.entry("recall.scoring.sender.company", "远图集团")));
        assertThat(settings.scoreRules().weights().requirement()).isEqualTo(40);
        assertThat(settings.scoreRules().weights().career()).isEqualTo(20);
        assertThat(settings.scoreRules().contactFrom()).isEqualTo(75);
        assertThat(settings.scoreRules().reasons().salaryGrowthPerYear()).isEqualTo(0.08);
        assertThat(settings.rankingRules().mostFor()).containsExactly(Map.entry("YT-2026-041", 9));
        assertThat(settings.timingRules().bonusPaid()).hasToString("--04-01");
        assertThat(settings.followUpRules().coolingOffDays()).isEqualTo(30);
        assertThat(settings.draftSender().company()).isEqualTo("远图集团");
    }

    @Test
    void contradicting_borders_are_refused() {
        ScoringSettings settings = bind(Map.of("recall.scoring.contact-from", "50", "recall.scoring.watch-from", "60"));
        assertThatThrownBy(settings::scoreRules).hasMessageContaining("watchFrom");
        assertThatThrownBy(() -> bind(Map.of("recall.scoring.top", "many"))).isInstanceOf(BindException.class);
    }

    private static ScoringSettings bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("recall.scoring", ScoringSettings.class);
    }
}
