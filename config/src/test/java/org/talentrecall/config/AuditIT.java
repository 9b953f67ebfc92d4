package org.talentrecall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The audit of a small home, by its commands. */
class AuditIT {
    @Test
    void names_who_did_what_and_which_entry_was_tampered_with(@TempDir Path home) throws SQLException {
        SampleHome.write(home, SampleHome.small() + SampleHome.elasticsearch("http://127.0.0.1:1"));
        Recalled ingest = Recalled.with(home, "--as-user", "data-team", "ingest");
        assertThat(ingest.code()).as(ingest.err()).isIn(0, 3);

        JsonNode entries = Recalled.with(home, "audit", "--json").json();
        List<String> actions = entries.valueStream()
                .map(entry -> entry.path("action").asString())
                .toList();
        assertThat(actions).startsWith("IMPORT_ENDED").endsWith("IMPORT_BEGUN");
        assertThat(entries.valueStream().map(entry -> entry.path("actor").asString()))
                .containsOnly("user:data-team");
        assertThat(entries.path(0).path("counts").path("stored").asLong()).isPositive();
        assertThat(Recalled.with(home, "audit", "--last", "1").out()).contains("导入结束", "user:data-team");

        Recalled sound = Recalled.with(home, "audit", "verify");
        assertThat(sound.code()).as(sound.out()).isZero();
        assertThat(sound.out()).contains(entries.path(0).path("hash").asString());

        tamper(home, "update audit_entry set actor = 'user:nobody' where entry_number = 1");
        Recalled edited = Recalled.with(home, "audit", "verify");
        assertThat(edited.code()).isEqualTo(1);
        assertThat(edited.out()).contains("第 1 条被修改");

        tamper(home, "delete from audit_entry where entry_number >= " + actions.size());
        JsonNode cut = Recalled.with(home, "audit", "verify", "--json").json();
        assertThat(cut.path("faults")
                        .valueStream()
                        .map(fault -> fault.path("kind").asString()))
                .containsExactly("EDITED", "CUT_OFF");
        assertThat(cut.path("faults").path(1).path("number").asInt()).isEqualTo(actions.size());
    }

    private static void tamper(Path home, String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:h2:file:" + home.resolve("data/archive") + ";AUTO_SERVER=TRUE", "sa", "");
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(sql)).isPositive();
        }
    }
}
