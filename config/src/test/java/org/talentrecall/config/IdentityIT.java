package org.talentrecall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What people decide about who is who, from the command line, stands whatever is read again. */
class IdentityIT {
    private static final String HEAD = "姓名,手机,邮箱,当前公司,毕业院校\n";
    private static final String XIAOMAN = "顾小满,13800007101,gu@example.com,远图信息,江南理工大学\n";
    private static final String XIAOMAN_AGAIN = "顾小满,13911112222,man@example.com,远图信息,江南理工大学\n";
    private static final String ZHIQIU = "贺知秋,13700003333,he@example.com,云帆软件,滨海大学\n";

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void empty() {
        String head = SampleHome.settings();
        home = SampleHome.write(
                folder.resolve("home"),
                head.substring(0, head.indexOf("    sources:"))
                        + SampleHome.elasticsearch("http://127.0.0.1:1").replaceFirst("^\n", ""));
    }

    private void read(String file, String... rows) throws IOException {
        Path list = Files.writeString(folder.resolve(file), HEAD + String.join("", rows));
        assertThat(Recalled.with(home, "import", list.toString()).code()).isZero();
    }

    private void readAgain() {
        for (JsonNode run : Recalled.with(home, "runs", "--json").json()) {
            if (run.path("stage").asString().equals("import")) {
                Recalled again = Recalled.with(home, "rerun", run.path("runKey").asString());
                assertThat(again.code()).as(again.err()).isZero();
            }
        }
    }

    private String id(String words) {
        List<String> ids = ids(words);
        assertThat(ids).as(words).hasSize(1);
        return ids.get(0);
    }

    private List<String> ids(String words) {
        return Recalled.with(home, "find", words, "--json")
                .json()
                .valueStream()
                .map(one -> one.path("id").asString())
                .distinct()
                .toList();
    }

    private Recalled done(String... arguments) {
        Recalled recalled = Recalled.with(home, arguments);
        assertThat(recalled.code()).as(recalled.err()).isZero();
        return recalled;
    }

    private JsonNode decisions() {
        return done("identity", "--decisions", "--json").json();
    }

    @Test
    void two_that_somebody_calls_one_stay_one() throws IOException {
        read("甲.csv", XIAOMAN, ZHIQIU);
        String kept = id("13800007101");
        String other = id("13700003333");
        assertThat(kept).isNotEqualTo(other);

        assertThat(done("--as-user", "hr", "merge", kept, other).out()).contains(kept);
        assertThat(id("13700003333")).isEqualTo(id("13800007101"));
        readAgain();
        read("乙.csv", XIAOMAN_AGAIN);
        assertThat(id("13700003333")).isEqualTo(id("13800007101")).isEqualTo(id("13911112222"));
        assertThat(decisions()).singleElement().satisfies(decision -> {
            assertThat(decision.path("kind").asString()).isEqualTo("SAME");
            assertThat(decision.path("by").asString()).contains("hr");
        });
        JsonNode dossier = done("dossier", "13800007101", "--format", "json").json();
        assertThat(dossier.path("joins"))
                .hasSize(dossier.path("records").size() - 1)
                .extracting(join -> join.path("reason").path("kind").asString())
                .contains("JUDGED", "WEIGHED");
        assertThat(dossier.path("joins")
                        .valueStream()
                        .map(join -> join.path("reason").path("evidence"))
                        .filter(evidence -> evidence.path("total").asDouble() > 0))
                .as("the weighed join tells its fields and weights")
                .singleElement()
                .satisfies(evidence -> assertThat(evidence.path("points"))
                        .extracting(point -> point.path("field").asString())
                        .contains("surname", "given_name", "employer", "school"));

        long decision = decisions().path(0).path("id").asLong();
        done("identity", "--forget", Long.toString(decision));
        assertThat(id("13700003333")).isNotEqualTo(id("13800007101"));
        assertThat(decisions()).isEmpty();
        assertThat(Recalled.with(home, "identity", "--forget", Long.toString(decision))
                        .code())
                .isEqualTo(1);
        assertThat(done("audit", "verify").code()).isZero();
    }

    @Test
    void two_that_somebody_parts_stay_two() throws IOException {
        read("甲.csv", XIAOMAN);
        read("乙.csv", XIAOMAN_AGAIN);
        String person = id("13800007101");
        assertThat(id("13911112222")).as("the machine takes them for one").isEqualTo(person);
        JsonNode records = done("dossier", person, "--format", "json").json().path("records");
        assertThat(done("split", person).out())
                .contains(records.path(1).asString().substring(0, 8));

        done("split", person, records.path(1).asString());
        String one = id("13800007101");
        String other = id("13911112222");
        assertThat(one).isNotEqualTo(other);
        readAgain();
        assertThat(id("13800007101")).isNotEqualTo(id("13911112222"));
        assertThat(Recalled.with(home, "identity", "--json").json())
                .as("what is decided is not asked")
                .isEmpty();

        done("merge", one, other);
        assertThat(id("13911112222")).as("the newest decision counts").isEqualTo(id("13800007101"));
        readAgain();
        assertThat(id("13911112222")).isEqualTo(id("13800007101"));
        assertThat(decisions()).hasSize(2);
        assertThat(Recalled.with(home, "merge", "13911112222", "13800007101").code())
                .isEqualTo(1);
        assertThat(Recalled.with(home, "merge", "13911112222", "nobody@example.com")
                        .err())
                .contains("recall find");
    }

    @Test
    void a_later_record_does_not_join_what_was_called_two() throws IOException {
        read("甲.csv", XIAOMAN, ZHIQIU);
        String one = id("13800007101");
        String other = id("13700003333");

        done("merge", "--not", one, other);
        read("丙.csv", "顾小满,13700003333,gu@example.com,远图信息,江南理工大学\n");
        readAgain();
        assertThat(ids("gu@example.com")).doesNotContain(other);
        assertThat(ids("he@example.com")).doesNotContain(one);
        assertThat(done("identity", "--decisions").out()).contains("1");
    }
}
