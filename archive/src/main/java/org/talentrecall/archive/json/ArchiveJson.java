package org.talentrecall.archive.json;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.ToStringSerializer;

/**
 * The archive's types as JSON: properties in the order of the records' components, absent values left out, dates as ISO text, ids as plain strings, and
 * {@code "type"} with the simple class name where a sealed interface allows several. The same value always gives the
 * same text. Safe for use by several threads.
 */
public final class ArchiveJson {
    private static final JsonMapper MAPPER = builder().build();
    private static final JsonMapper WITHOUT_READ_TIMES =
            builder().addMixIn(Evidence.class, EvidenceWithoutReadTime.class).build();

    private ArchiveJson() {}

    /** The mapper itself, for callers that build trees or stream. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /** Any of the archive's values but a dossier, for which there is {@link #dossier(Dossier)}. */
    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws JacksonException when the text is no such value
     */
    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    /** The dossier's canonical JSON. */
    public static String dossier(Dossier dossier) {
        return MAPPER.writeValueAsString(DossierForm.of(dossier));
    }

    /**
     * Reads what {@link #dossier(Dossier)} wrote.
     *
     * @throws JacksonException when the text is no dossier
     */
    public static Dossier dossier(String json) {
        return MAPPER.readValue(json, DossierForm.class).dossier();
    }

    /** SHA-256 of the canonical JSON without read times: equal hashes mean that nothing worth knowing differs. */
    public static String hash(Dossier dossier) {
        String json = WITHOUT_READ_TIMES.writeValueAsString(DossierForm.of(dossier));
        return ContentHash.of(json.getBytes(StandardCharsets.UTF_8)).value();
    }

    private static JsonMapper.Builder builder() {
        SimpleModule texts = new SimpleModule();
        text(texts, PartialDate.class, PartialDate::parse);
        text(texts, RecordId.class, RecordId::new);
        text(texts, SourceId.class, SourceId::new);
        text(texts, PersonId.class, PersonId::new);
        text(texts, ContentHash.class, ContentHash::new);
        return JsonMapper.builder()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
                .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
                .addMixIn(Fact.class, Typed.class)
                .addMixIn(Locator.class, Typed.class)
                .addMixIn(Disposition.class, Typed.class)
                .addModule(texts)
                .registerSubtypes(leaves(Fact.class).toArray(NamedType[]::new))
                .registerSubtypes(leaves(Locator.class).toArray(NamedType[]::new))
                .registerSubtypes(leaves(Disposition.class).toArray(NamedType[]::new));
    }

    private static Stream<NamedType> leaves(Class<?> sealed) {
        if (!sealed.isSealed()) {
            return Stream.of(new NamedType(sealed, sealed.getSimpleName()));
        }
        return Stream.of(sealed.getPermittedSubclasses()).flatMap(ArchiveJson::leaves);
    }

    /** A dossier with its entries' type spelled out, which a wildcard hides from the mapper. */
    private record DossierForm(PersonId id, List<RecordId> records, List<EntryForm> entries) {
        static DossierForm of(Dossier dossier) {
            List<EntryForm> entries = dossier.entries().stream()
                    .map(entry -> new EntryForm(entry.fact(), entry.evidence()))
                    .toList();
            return new DossierForm(dossier.id(), dossier.records(), entries);
        }

        Dossier dossier() {
            List<Evidenced<?>> facts = entries.stream()
                    .<Evidenced<?>>map(entry -> new Evidenced<>(entry.fact(), entry.evidence()))
                    .toList();
            return new Dossier(id, records, facts);
        }
    }

    private record EntryForm(PersonFact fact, List<Evidence> evidence) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
    private interface Typed {}

    @JsonIgnoreProperties("readAt")
    private interface EvidenceWithoutReadTime {}

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> reader) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new FromText<>(type, reader));
    }

    private static final class FromText<T> extends StdDeserializer<T> {
        private final transient Function<String, T> reader;

        FromText(Class<T> type, Function<String, T> reader) {
            super(type);
            this.reader = reader;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            return reader.apply(parser.getValueAsString());
        }
    }
}
