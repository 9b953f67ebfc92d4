package org.talentrecall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The four cases of the founding story, told by the sample's mails, rows and pages only, after a whole night. */
class GoldenCasesIT {
    private static JsonNode golden;
    private static Path home;
    private static JsonNode report;

    @BeforeAll
    static void run_the_night() throws IOException {
        Object yaml = new Yaml().load(Files.readString(Path.of("src/test/resources/sample/golden.yaml")));
        golden = JsonMapper.builder().build().valueToTree(yaml);
        home = SampleHome.afterNight();
        report = SampleHome.report(home);
    }

    @ParameterizedTest(name = "case {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void recommends_the_person_for_the_opening(int number) {
        JsonNode expected = expected(number);
        JsonNode found =
                named(SampleHome.opening(report, text(expected, "opening")).path("recommendations"), expected);

        assertThat(text(found, "band")).isEqualTo(text(expected, "band"));
        // The stories' own numbers are not ours; the band and bounds around them are.
        assertThat(found.path("score").asInt())
                .isBetween(
                        expected.path("minScore").asInt(),
                        expected.path("maxScore").asInt());
        assertThat(found.path("components").propertyNames())
                .containsExactlyInAnyOrder("requirement", "career", "salary", "opinion");
    }

    @ParameterizedTest(name = "case {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void says_what_changed_since_the_no(int number) {
        JsonNode expected = expected(number);
        JsonNode found =
                named(SampleHome.opening(report, text(expected, "opening")).path("recommendations"), expected);

        assertThat(text(found.path("reason"), "code")).isEqualTo(text(expected, "reason"));
        assertThat(text(found.path("reason"), "date")).startsWith(text(expected, "reasonDate"));
        assertThat(text(found.path("reason"), "standing")).isEqualTo("LIFTED");
        for (JsonNode change : expected.path("changedSince")) {
            assertThat(found.path("changedSince").valueStream())
                    .as("a change with " + change)
                    .anyMatch(said -> text(said, "date").startsWith(text(change, "date"))
                            && texts(change.path("contains")).stream().allMatch(text(said, "what")::contains)
                            && !text(said, "source").isBlank());
        }
    }

    @ParameterizedTest(name = "case {0}")
    @ValueSource(ints = {1, 2, 3, 4})
    void drafts_the_message_with_the_story_s_words(int number) {
        JsonNode expected = expected(number);
        JsonNode found =
                named(SampleHome.opening(report, text(expected, "opening")).path("recommendations"), expected);

        String draft = text(found.path("how"), "draft");
        assertThat(draft).contains(texts(expected.path("draft").path("allOf")));
        assertThat(texts(expected.path("draft").path("anyOf"))).anyMatch(draft::contains);
        if (expected.has("when")) {
            assertThat(texts(expected.path("when").path("anyOf"))).anyMatch(text(found.path("when"), "why")::contains);
        }
        if (expected.has("bossOpinion")) {
            assertThat(found.path("points").toString()).contains(text(expected, "bossOpinion"));
        }
    }

    @Test
    void obstacle_stands_without_the_career_update(@TempDir Path folder) throws IOException {
        JsonNode expected = expected(2);
        String site = "http://profiles.example.com/";
        StringBuilder pages = new StringBuilder();
        try (var files = Files.list(Path.of("sample/web/people"))) {
            files.map(file -> "people/" + file.getFileName())
                    .filter(page -> !page.equals(text(expected, "careerUpdate")))
                    .sorted()
                    .forEach(page -> pages.append("          - ")
                            .append(site)
                            .append(page)
                            .append('\n'));
        }
        Path without = SampleHome.onNode(folder, settings -> {
            String changed = settings.replace("          - " + site + "sitemap.xml\n", pages.toString());
            assertThat(changed).isNotEqualTo(settings);
            return changed;
        });

        Recalled recalled = Recalled.with(without, "nightly", "--date", SampleHome.NIGHT.toString());

        assertThat(recalled.code()).as(recalled.err()).isEqualTo(3);
        JsonNode opening = SampleHome.opening(SampleHome.report(without), text(expected, "opening"));
        JsonNode miss = named(opening.path("nearMisses"), expected);
        JsonNode then = expected.path("withoutCareerUpdate");
        assertThat(miss.path("score").asInt())
                .isLessThanOrEqualTo(then.path("maxScore").asInt());
        assertThat(texts(then.path("band"))).contains(text(miss, "band"));
        assertThat(text(miss.path("reason"), "code")).isEqualTo(text(then, "blocking"));
        assertThat(text(miss.path("reason"), "standing")).isEqualTo("STANDS");
        assertThat(text(miss, "blocking")).contains(text(then, "fragment"));
        assertThat(opening.path("recommendations").toString()).doesNotContain(text(expected, "name"));
    }

    @Test
    void every_source_balances_and_the_index_holds_the_archive() {
        JsonNode balance = report.path("reconciliation");
        assertThat(balance.path("balanced").asBoolean()).isTrue();
        assertThat(balance.path("index").asInt())
                .isEqualTo(balance.path("archive").asInt())
                .isGreaterThan(50);
        assertThat(balance.path("sources").size()).isEqualTo(10);
        for (JsonNode source : balance.path("sources")) {
            assertThat(count(source, "stored", "merged", "rejected", "suppressed"))
                    .as(source.toString())
                    .isEqualTo(count(source, "read"))
                    .isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"loose-mail", "old-tracker", "openings"})
    void broken_items_are_counted_where_they_lie(String source) {
        assertThat(report.path("reconciliation").path("sources").valueStream())
                .anyMatch(one -> text(one, "source").equals(source) && count(one, "rejected") > 0);
    }

    @Test
    void namesakes_stay_two_persons() {
        JsonNode found = Recalled.with(home, "find", "王磊", "--json").json();
        assertThat(found.valueStream().map(one -> text(one, "id")).distinct()).hasSize(2);
    }

    private static JsonNode expected(int number) {
        return golden.path("cases")
                .valueStream()
                .filter(one -> one.path("number").asInt() == number)
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode named(JsonNode list, JsonNode expected) {
        String name = text(expected, "name");
        return list.valueStream()
                .filter(one -> text(one, "name").equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is missing among "
                        + list.valueStream().map(one -> text(one, "name")).toList()));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static int count(JsonNode source, String... fields) {
        int sum = 0;
        for (String field : fields) {
            sum += source.path(field).asInt();
        }
        return sum;
    }
}
