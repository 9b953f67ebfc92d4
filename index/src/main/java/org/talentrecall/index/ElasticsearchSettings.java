package org.talentrecall.index;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which Elasticsearch to use, {@code recall.elasticsearch.*}.
 *
 * @param uris addresses of a cluster, the first one with user and password where there is no key; none for the embedded
 *     node
 * @param apiKey the "encoded" form of an API key for the cluster
 * @param caFingerprint SHA-256 of the certificate authority that signed the cluster's certificate
 * @param caFile that authority's certificate as PEM; relative paths start at the home folder
 * @param bulkItems changed dossiers that are read, embedded and sent together
 * @param attempts how often a request is sent while the cluster is overloaded or out of reach
 * @param embedded the embedded node
 */
@Validated
@ConfigurationProperties(prefix = "recall.elasticsearch", ignoreUnknownFields = false)
public record ElasticsearchSettings(
        @DefaultValue List<URI> uris,
        @Nullable String apiKey,

        @Nullable @Pattern(regexp = "([0-9A-Fa-f]{2}:?){32}", message = "must be a SHA-256 in hexadecimal")
        String caFingerprint,

        @Nullable Path caFile,
        @DefaultValue("500") @Min(1) @Max(10_000) int bulkItems,
        @DefaultValue("8") @Min(1) @Max(100) int attempts,
        @DefaultValue @Valid @NotNull Embedded embedded) {

    public ElasticsearchSettings {
        uris = List.copyOf(uris);
    }

    @AssertTrue(message = "must start with http:// or https:// and name a host")
    boolean isUris() {
        return uris.stream()
                .allMatch(uri ->
                        uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())));
    }

    @AssertTrue(message = "give either recall.elasticsearch.ca-fingerprint or ca-file, not both")
    boolean isOneAuthority() {
        return caFingerprint == null || caFile == null;
    }

    /** Whether the program runs an Elasticsearch of its own. */
    public boolean usesEmbeddedNode() {
        return uris.isEmpty();
    }

    /** Leaves key and passwords out. */
    @Override
    public String toString() {
        return "ElasticsearchSettings[hosts=" + uris.stream().map(URI::getHost).toList() + ", embedded=" + embedded
                + "]";
    }

    /**
     * The embedded node.
     *
     * @param archive the distribution's zip; where it is not given it is looked for beside the program
     * @param folder where the node lives; relative paths start at the home folder
     * @param heap heap size as the JVM writes it
     * @param javaOptions further options for the node's JVM
     * @param startWithin how long a start may take
     */
    public record Embedded(
            @Nullable Path archive,
            @DefaultValue("data/elasticsearch") Path folder,

            @DefaultValue("512m") @Pattern(regexp = "[1-9][0-9]*[kmgKMG]", message = "must be a size like 512m")
            String heap,

            @DefaultValue List<String> javaOptions,
            @DefaultValue("300s") Duration startWithin) {
        public Embedded {
            javaOptions = List.copyOf(javaOptions);
        }
    }
}
