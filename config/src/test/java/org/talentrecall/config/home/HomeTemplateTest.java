package org.talentrecall.config.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.config.database.DatabaseSettings;
import org.talentrecall.config.schedule.ScheduleSettings;
import org.talentrecall.config.settings.Settings;
import org.talentrecall.enrich.EnrichSettings;
import org.talentrecall.index.ElasticsearchSettings;
import org.talentrecall.ingest.IngestSettings;
import org.talentrecall.ingest.SourceSettings;
import org.talentrecall.scoring.ScoringSettings;
import org.talentrecall.scoring.mail.MailSettings;

class HomeTemplateTest {
    @TempDir
    private Path folder;

    private Home home = new Home(Path.of("."));

    @BeforeEach
    void write() {
        home = new Home(folder.resolve("home"));
        HomeTemplate.write(home.root());
    }

    private void uncomment() throws IOException {
        String template = Files.readString(home.settings());
        Files.writeString(home.settings(), template.replaceAll("(?m)^(\\s*)#(?=[^ ]| {2})", "$1"));
    }

    @Test
    void every_setting_stands_in_the_template() throws IOException {
        String template = Files.readString(home.settings());
        Set<String> missing = new TreeSet<>();
        for (Class<?> type : new Class<?>[] {
            IngestSettings.class,
            EnrichSettings.class,
            ScoringSettings.class,
            MailSettings.class,
            ElasticsearchSettings.class,
            DatabaseSettings.class,
            ScheduleSettings.class
        }) {
            keys(type).stream()
                    .filter(key -> !Pattern.compile("(?<![\\w-])" + key + "(?![\\w-])")
                            .matcher(template)
                            .find())
                    .forEach(missing::add);
        }
        assertThat(missing).isEmpty();
    }

    /** All commented settings at once are settings that load. */
    @Test
    void every_example_in_the_template_is_a_setting() throws IOException {
        uncomment();

        Settings settings = Settings.of(home);

        assertThat(settings.bind("recall.ingest", IngestSettings.class).sources())
                .extracting(SourceSettings::name)
                .containsExactly(
                        "mail",
                        "resumes",
                        "workbooks",
                        "hr-mailbox",
                        "inside-mailbox",
                        "cloud-mailbox",
                        "interviewers",
                        "old-tracker");
        assertThat(settings.bind("recall.enrich", EnrichSettings.class).sources())
                .hasSize(4);
        assertThat(settings.bindValidated("recall.scoring", ScoringSettings.class)
                        .topFor())
                .containsEntry("JOB-2026-001", 5);
        assertThat(settings.bind("recall.mail", MailSettings.class).sends()).isTrue();
        assertThat(settings.bindValidated("recall.elasticsearch", ElasticsearchSettings.class)
                        .usesEmbeddedNode())
                .isFalse();
        assertThat(settings.bind("recall.archive", DatabaseSettings.class).connections())
                .isEqualTo(10);
    }

    /** What the template calls the usual value is the value without a setting. */
    @Test
    void shown_limits_are_the_usual_ones() throws IOException {
        IngestSettings without = Settings.of(home).bind("recall.ingest", IngestSettings.class);
        uncomment();
        IngestSettings with = Settings.of(home).bind("recall.ingest", IngestSettings.class);

        assertThat(with.limits()).isEqualTo(without.limits());
        assertThat(with.zone()).isEqualTo(without.zone());
        assertThat(with.ocr().pages()).isEqualTo(without.ocr().pages());
        assertThat(with.ocr().languages()).isEqualTo(without.ocr().languages());
    }

    private static Set<String> keys(Class<?> type) {
        Set<String> keys = new TreeSet<>();
        for (RecordComponent component : type.getRecordComponents()) {
            keys.add(component
                    .getName()
                    .replaceAll("(?<=[a-z0-9])([A-Z])", "-$1")
                    .toLowerCase(Locale.ROOT));
            Class<?> within = element(component.getGenericType());
            if (within.isRecord() && within.getName().startsWith("org.talentrecall.")) {
                keys.addAll(keys(within));
            }
        }
        return keys;
    }

    private static Class<?> element(Type type) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            return element(arguments[arguments.length - 1]);
        }
        return type instanceof Class<?> plain ? plain : Object.class;
    }
}
