package org.talentrecall.config.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.config.Failure;
import org.talentrecall.config.SampleHome;
import org.talentrecall.config.home.Home;
import org.talentrecall.config.schedule.ScheduleSettings;
import org.talentrecall.enrich.EnrichSettings;
import org.talentrecall.index.ElasticsearchSettings;
import org.talentrecall.ingest.IngestSettings;

class SettingsTest {
    @TempDir
    Path folder;

    @Test
    void sample_settings_say_what_they_seem_to_say() {
        Settings settings = load(SampleHome.settings());

        assertThat(settings.language()).isEqualTo(Locale.forLanguageTag("zh-CN"));
        assertThat(settings.bind("recall.ingest", IngestSettings.class).sources())
                .hasSize(8);
        assertThat(settings.bind("recall.enrich", EnrichSettings.class).sources())
                .extracting(EnrichSettings.Source::name)
                .containsExactly("profiles", "moves");
        assertThat(settings.bind("recall.elasticsearch", ElasticsearchSettings.class)
                        .usesEmbeddedNode())
                .isTrue();
        ScheduleSettings schedule = settings.bind("recall.schedule", ScheduleSettings.class);
        assertThat(schedule.cron()).isEqualTo("0 30 1 * * ?");
        assertThat(schedule.zoneOrDefault()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        assertThat(schedule.misfire()).isEqualTo(ScheduleSettings.Misfire.RUN_ONCE);
    }

    @Test
    void all_unknown_sections_are_named_at_once() {
        assertThatThrownBy(() -> load("recall: {mial: {host: a}, arhcive: {url: b}, language: en}\n"))
                .isInstanceOfSatisfying(
                        Failure.class, failure -> assertThat(failure.usage()).isTrue())
                .hasMessageContainingAll("recall.arhcive, recall.mial", "known are", "mail");
    }

    @Test
    void settings_outside_recall_are_none_of_our_business() {
        assertThat(load("spring: {main: {log-startup-info: false}}\nrecall: {language: en}\n")
                        .language())
                .isEqualTo(Locale.ENGLISH);
    }

    @Test
    void empty_settings_are_the_defaults() {
        assertThat(load("").language()).isEqualTo(Locale.forLanguageTag("zh-CN"));
    }

    private Settings load(String yaml) {
        return Settings.of(Home.existing(SampleHome.write(folder, yaml)));
    }
}
