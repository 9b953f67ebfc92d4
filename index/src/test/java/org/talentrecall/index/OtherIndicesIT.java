package org.talentrecall.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringReader;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.index.document.OpeningDocuments;

class OtherIndicesIT {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 23);

    private final SearchConnection connection = NodeUnderTest.empty();

    private long count(IndexName name) {
        return connection
                .call("counting", client -> client.count(count -> count.index(name.alias())))
                .count();
    }

    @Test
    void night_that_is_scored_again_replaces_what_it_said() {
        RecommendationIndex index = new RecommendationIndex(connection);
        index.replace(NIGHT.minusDays(1), List.of(MappingTest.recommendation(NIGHT.minusDays(1), "P-000000000001")));
        index.replace(
                NIGHT,
                List.of(
                        MappingTest.recommendation(NIGHT, "P-000000000001"),
                        MappingTest.recommendation(NIGHT, "P-000000000002")));
        assertThat(count(IndexName.RECOMMENDATIONS)).isEqualTo(3);

        index.replace(NIGHT, List.of(MappingTest.recommendation(NIGHT, "P-000000000003")));

        assertThat(count(IndexName.RECOMMENDATIONS)).isEqualTo(2);
    }

    @Test
    void step_written_twice_is_there_once() {
        RunIndex index = new RunIndex(connection);
        index.write(List.of(MappingTest.run()));
        index.write(List.of(MappingTest.run()));

        assertThat(count(IndexName.RUNS)).isEqualTo(1);
    }

    @Test
    void openings_are_as_in_the_archive() {
        IndexSet set = new IndexSet(connection, IndexName.OPENINGS);
        Map<String, Object> body = new OpeningDocuments(Vocabulary.standard()).of(MappingTest.opening());
        set.replace(IndexScan.all(), Map.of("R-1", body, "R-2", body));

        BulkOutcome outcome = set.replace(IndexScan.all(), Map.of("R-1", body));

        assertThat(outcome).isEqualTo(new BulkOutcome(1, 1, List.of()));
        assertThat(count(IndexName.OPENINGS)).isEqualTo(1);
    }

    @Test
    void what_nobody_can_make_anew_is_carried_over_when_the_mapping_changes() {
        IndexDefinition definition = IndexDefinition.of(IndexName.RUNS);
        String old = "recall-runs-00000000-1";
        connection.call(
                "creating",
                client -> client.indices()
                        .create(create -> create.index(old).withJson(new StringReader(definition.json()))));
        connection.call(
                "aliasing",
                client -> client.indices()
                        .putAlias(alias ->
                                alias.index(old).name(IndexName.RUNS.alias()).isWriteIndex(true)));
        new BulkWriter(connection)
                .write(old, List.of(BulkItem.Put.of("earlier", DocumentJson.bytes(Map.of("run", "earlier")))));

        new RunIndex(connection).write(List.of(MappingTest.run()));

        assertThat(count(IndexName.RUNS)).isEqualTo(2);
        assertThat(new IndexVersions(connection).live(IndexName.RUNS).index()).startsWith(definition.prefix());
    }

    @Test
    void field_that_the_mapping_lacks_is_refused_and_named() {
        IndexSet set = new IndexSet(connection, IndexName.RUNS);

        BulkOutcome outcome = set.put(Map.of("x", Map.of("surprise", 1)));

        assertThat(outcome.refused())
                .containsExactly(new BulkOutcome.Refusal("x", 400, "strict_dynamic_mapping_exception"));
        assertThatThrownBy(() -> Refusals.none(outcome, IndexName.RUNS))
                .hasMessageContaining("refused 1 documents, the first of them x");
    }

    @Test
    void search_before_anything_is_indexed_finds_nobody() {
        LetterEmbedder embedder = new LetterEmbedder();

        assertThat(new CandidateSearch(connection, embedder, Vocabulary.standard()).find("王建国", 5))
                .isEmpty();
        assertThat(new CandidateProposals(connection, embedder, Vocabulary.standard())
                        .propose(MappingTest.opening(), 5))
                .isEmpty();
    }
}
