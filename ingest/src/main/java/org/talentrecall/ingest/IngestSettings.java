package org.talentrecall.ingest;

import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;
import org.talentrecall.ingest.document.DocumentLimits;

/**
 * What is read into the archive, {@code recall.ingest}.
 *
 * @param sources where mails, documents and workbooks lie
 * @param ownDomains the company's own mail domains: tells colleagues from candidates
 * @param zone where dates written without a zone, as in workbooks, are days
 * @param bosses mail addresses of those whose word in a mail counts as the boss's opinion (老总评价)
 * @param limits what one message or document may cost
 */
@ConfigurationProperties(prefix = "recall.ingest", ignoreUnknownFields = false)
public record IngestSettings(
        @DefaultValue List<SourceSettings> sources,
        @DefaultValue List<String> ownDomains,
        @DefaultValue List<String> bosses,
        @DefaultValue("Asia/Shanghai") ZoneId zone,
        @DefaultValue Limits limits) {
    /**
     * @param messageSize larger messages are rejected
     * @param documentSize larger files are rejected
     * @param documentCharacters documents with more text are rejected
     * @param documentTime reading a document is given up after it
     */
    public record Limits(
            @DefaultValue("50MB") DataSize messageSize,
            @DefaultValue("30MB") DataSize documentSize,
            @DefaultValue("1000000") int documentCharacters,
            @DefaultValue("20s") Duration documentTime) {
        public Limits {
            if (messageSize.toBytes() < 1
                    || messageSize.toMegabytes() > 1024
                    || documentSize.toBytes() < 1
                    || documentSize.toMegabytes() > 1024
                    || documentCharacters < 1
                    || documentTime.toMillis() < 1) {
                throw new IllegalArgumentException("recall.ingest.limits must be above zero, and sizes not above 1GB");
            }
        }

        /** What one document may cost. */
        public DocumentLimits documents() {
            return new DocumentLimits(documentSize.toBytes(), documentCharacters, documentTime);
        }
    }

    /** The settings of an installation that sets nothing. */
    public static IngestSettings standard() {
        return new Binder(new MapConfigurationPropertySource(Map.of()))
                .bindOrCreate("recall.ingest", IngestSettings.class);
    }

    public IngestSettings {
        sources = List.copyOf(sources);
        ownDomains = List.copyOf(ownDomains);
        bosses = List.copyOf(bosses);
        Set<String> names = new HashSet<>();
        for (SourceSettings source : sources) {
            if (!names.add(String.valueOf(source.name()))) {
                throw new IllegalArgumentException(
                        "two sources of recall.ingest.sources are named " + source.name() + "; names must differ");
            }
        }
    }
}
