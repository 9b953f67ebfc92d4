package org.talentrecall.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BulkWriterTest {
    private static final String BUSY =
            "{\"error\":{\"type\":\"es_rejected_execution_exception\",\"reason\":\"busy\"},\"status\":429}";

    private final MisbehavingServer server = new MisbehavingServer();
    private final List<Long> pauses = new ArrayList<>();
    private final SearchConnection connection = new SearchConnection(
            NodeUnderTest.settings(List.of(server.uri()), null, null, 3), Path.of("/"), null, pauses::add);
    private final BulkWriter writer = new BulkWriter(connection);

    BulkWriterTest() throws IOException {}

    @AfterEach
    void close() {
        connection.close();
        server.close();
    }

    private static BulkItem put(String id) {
        return BulkItem.Put.of(id, ("{\"id\":\"" + id + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static String items(String... items) {
        return "{\"took\":1,\"errors\":true,\"items\":[" + String.join(",", items) + "]}";
    }

    private static String indexed(String id) {
        return "{\"index\":{\"_index\":\"i\",\"_id\":\"" + id + "\",\"status\":201,\"result\":\"created\"}}";
    }

    private static String failed(String id, int status, String type) {
        return "{\"index\":{\"_index\":\"i\",\"_id\":\"" + id + "\",\"status\":" + status + ",\"error\":{\"type\":\""
                + type + "\",\"reason\":\"why\"}}}";
    }

    private static String deleted(String id, int status) {
        return "{\"delete\":{\"_index\":\"i\",\"_id\":\"" + id + "\",\"status\":" + status + "}}";
    }

    @Test
    void busy_cluster_is_asked_again_with_growing_pauses() {
        server.then(429, BUSY).then(503, BUSY).then(200, items(indexed("a")));

        BulkOutcome outcome = writer.write("i", List.of(put("a")));

        assertThat(outcome).isEqualTo(new BulkOutcome(1, 0, List.of()));
        assertThat(pauses).containsExactly(200L, 400L);
    }

    @Test
    void lost_connection_is_tried_again() {
        server.then(0, "").then(200, items(indexed("a")));

        assertThat(writer.write("i", List.of(put("a"))).written()).isEqualTo(1);
    }

    @Test
    void only_the_busy_items_of_a_half_failed_bulk_are_sent_again() {
        server.then(200, items(indexed("a"), failed("b", 429, "es_rejected_execution_exception"), indexed("c")))
                .then(200, items(indexed("b")));

        BulkOutcome outcome = writer.write("i", List.of(put("a"), put("b"), put("c")));

        assertThat(outcome).isEqualTo(new BulkOutcome(3, 0, List.of()));
        assertThat(server.bodies()).hasSize(2);
        assertThat(server.bodies().get(1)).contains("{\"id\":\"b\"}").doesNotContain("{\"id\":\"a\"}");
    }

    @Test
    void refused_items_are_counted_and_named_and_the_others_written() {
        server.then(200, items(indexed("a"), failed("b", 400, "strict_dynamic_mapping_exception")));

        BulkOutcome outcome = writer.write("i", List.of(put("a"), put("b")));

        assertThat(outcome.written()).isEqualTo(1);
        assertThat(outcome.refused())
                .containsExactly(new BulkOutcome.Refusal("b", 400, "strict_dynamic_mapping_exception"));
    }

    @Test
    void removing_what_is_not_there_is_fine() {
        server.then(200, items(deleted("a", 200), deleted("b", 404)));

        BulkOutcome outcome = writer.write("i", List.of(new BulkItem.Remove("a"), new BulkItem.Remove("b")));

        assertThat(outcome).isEqualTo(new BulkOutcome(0, 1, List.of()));
    }

    @Test
    void items_that_stay_busy_fail_the_write_by_name() {
        String busy = items(failed("b", 429, "es_rejected_execution_exception"));
        server.then(200, busy).then(200, busy).then(200, busy);

        assertThatThrownBy(() -> writer.write("i", List.of(put("b"))))
                .isInstanceOf(IndexUnavailable.class)
                .hasMessageContaining("too busy for 1 of 1 documents, the first of them b")
                .hasMessageContaining("run the step again");
    }

    @Test
    void answer_for_fewer_items_than_sent_fails_the_write() {
        server.then(200, items(indexed("a")));

        assertThatThrownBy(() -> writer.write("i", List.of(put("a"), put("b"))))
                .isInstanceOf(IndexUnavailable.class)
                .hasMessageContaining("answered for 1 of 2 documents");
    }

    @Test
    void refused_key_is_not_tried_again() {
        server.then(401, "{\"error\":{\"type\":\"security_exception\",\"reason\":\"no\"},\"status\":401}");

        assertThatThrownBy(() -> writer.write("i", List.of(put("a"))))
                .isInstanceOf(IndexUnavailable.class)
                .hasMessageContaining("check recall.elasticsearch.api-key");
        assertThat(pauses).isEmpty();
    }

    @Test
    void cluster_that_stays_away_is_one_sentence() {
        server.close();

        assertThatThrownBy(() -> writer.write("i", List.of(put("a"))))
                .isInstanceOf(IndexUnavailable.class)
                .hasMessageContaining("in 3 attempts")
                .hasMessageContaining("see that it is up");
    }

    @Test
    void large_writes_go_in_several_requests() {
        byte[] large = ("{\"text\":\"" + "x".repeat(3 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
        server.then(200, items(indexed("a"), indexed("b"))).then(200, items(indexed("c")));

        BulkOutcome outcome = writer.write(
                "i", List.of(BulkItem.Put.of("a", large), BulkItem.Put.of("b", large), BulkItem.Put.of("c", large)));

        assertThat(outcome.written()).isEqualTo(3);
        assertThat(server.bodies()).hasSize(2);
    }
}
