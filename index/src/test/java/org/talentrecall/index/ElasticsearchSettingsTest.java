package org.talentrecall.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class ElasticsearchSettingsTest {
    private static ElasticsearchSettings bind(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("recall.elasticsearch", ElasticsearchSettings.class);
    }

    @Test
    void without_settings_the_embedded_node_is_used() {
        ElasticsearchSettings settings = bind(Map.of());

        assertThat(settings)
                .isEqualTo(new ElasticsearchSettings(
                        List.of(),
                        null,
                        null,
                        null,
                        500,
                        8,
                        new ElasticsearchSettings.Embedded(
                                null, Path.of("data/elasticsearch"), "512m", List.of(), Duration.ofSeconds(300))));
        assertThat(settings.usesEmbeddedNode()).isTrue();
    }

    @Test
    void every_setting_is_read() {
        ElasticsearchSettings settings = bind(Map.of(
                "recall.elasticsearch.uris", "https://a.example.com:9200,https://b.example.com:9200",
                "recall.elasticsearch.api-key", "key",
                "recall.elasticsearch.ca-file", "config/ca.crt",
                "recall.elasticsearch.bulk-items", "50",
                "recall.elasticsearch.attempts", "3",
                "recall.elasticsearch.embedded.archive", "es.zip",
                "recall.elasticsearch.embedded.folder", "node",
                "recall.elasticsearch.embedded.heap", "1g",
                "recall.elasticsearch.embedded.java-options", "-Da=b",
                "recall.elasticsearch.embedded.start-within", "10s"));

        assertThat(settings)
                .isEqualTo(new ElasticsearchSettings(
                        List.of(URI.create("https://a.example.com:9200"), URI.create("https://b.example.com:9200")),
                        "key",
                        null,
                        Path.of("config/ca.crt"),
                        50,
                        3,
                        new ElasticsearchSettings.Embedded(
                                Path.of("es.zip"), Path.of("node"), "1g", List.of("-Da=b"), Duration.ofSeconds(10))));
        assertThat(settings.usesEmbeddedNode()).isFalse();
    }

    @Test
    void addresses_must_be_http() {
        assertThat(bind(Map.of("recall.elasticsearch.uris", "ftp://example.com"))
                        .isUris())
                .isFalse();
        assertThat(bind(Map.of("recall.elasticsearch.uris", "http://example.com:9200"))
                        .isUris())
                .isTrue();
    }

    @Test
    void key_and_password_are_not_shown() {
        ElasticsearchSettings settings = bind(Map.of(
                "recall.elasticsearch.uris",
                "http://user:hidden@example.com:9200",
                "recall.elasticsearch.api-key",
                "hidden"));

        assertThat(settings.toString()).contains("example.com").doesNotContain("hidden");
    }
}
