package org.talentrecall.index;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.fact.OpeningDescription;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.index.document.CandidateDocuments;
import org.talentrecall.index.document.CommunicationDocuments;
import org.talentrecall.index.document.OpeningDocuments;

class MappingTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Opening opening() {
        return new Opening(
                new OpeningDescription(
                        "R-1",
                        "产品经理",
                        "平台部",
                        "P7",
                        "上海",
                        true,
                        new Pay(20_000, 30_000, "CNY", 14, "20-30k"),
                        List.of("ToB产品经验"),
                        List.of("英语"),
                        "企业服务产品规划",
                        OpeningDescription.Status.OPEN,
                        PartialDate.ofYear(2026),
                        "业务转向ToB",
                        "李总"),
                People.generated(1).entries().get(0).evidence());
    }

    static RecommendationDocument recommendation(LocalDate night, String person) {
        return new RecommendationDocument(
                night,
                "R-1",
                "产品经理",
                "平台部",
                person,
                "王建国",
                1,
                85,
                "CONTACT",
                80,
                90,
                70,
                75,
                0.8,
                "EXPERIENCE_GAP",
                "缺乏ToB经验",
                LocalDate.of(2027, 3, 1),
                "满一年",
                "MAIL_AND_CALL",
                "gap",
                "您好",
                "NEW",
                "SALARY",
                List.of("新项目"),
                List.of("简历"));
    }

    static RunDocument run() {
        Instant start = Instant.parse("2026-11-23T00:00:00Z");
        return new RunDocument(
                "nightly-2026-11-23-1",
                LocalDate.of(2026, 11, 23),
                "nightly",
                "ingest.mailboxes",
                "hr-inbox",
                "COMPLETED",
                start,
                start.plusSeconds(3),
                5,
                2,
                1,
                1,
                1,
                0,
                true,
                "x");
    }

    private static JsonNode mappings(IndexName name) throws IOException {
        return MAPPER.readTree(IndexDefinition.of(name).json()).get("mappings");
    }

    private static void assertSameFields(Map<String, Object> document, IndexName name, String... besides)
            throws IOException {
        TreeSet<String> mapped = new TreeSet<>();
        mappings(name).get("properties").fieldNames().forEachRemaining(mapped::add);
        TreeSet<String> built = new TreeSet<>(document.keySet());
        built.addAll(List.of(besides));
        assertThat(built).as("fields of %s", name.alias()).isEqualTo(mapped);
    }

    @ParameterizedTest
    @EnumSource(IndexName.class)
    void every_mapping_is_strict(IndexName name) throws IOException {
        assertThat(mappings(name).get("dynamic").asText()).isEqualTo("strict");
    }

    @Test
    void complete_person_fills_every_field_of_the_mapping() throws IOException {
        Dossier dossier = People.complete(1);

        assertSameFields(
                new CandidateDocuments(Vocabulary.standard(), Locale.ENGLISH).of(dossier, "h", 1),
                IndexName.CANDIDATES,
                "vector",
                "vector_of");
    }

    @Test
    void openings_communications_recommendations_and_runs_fill_every_field() throws IOException {
        assertSameFields(new OpeningDocuments(Vocabulary.standard()).of(opening()), IndexName.OPENINGS);
        assertSameFields(
                CommunicationDocuments.of(People.complete(1))
                        .values()
                        .iterator()
                        .next(),
                IndexName.COMMUNICATIONS);
        assertSameFields(
                recommendation(LocalDate.of(2026, 11, 23), "P-000000000000").body(), IndexName.RECOMMENDATIONS);
        assertSameFields(run().body(), IndexName.RUNS);
    }
}
