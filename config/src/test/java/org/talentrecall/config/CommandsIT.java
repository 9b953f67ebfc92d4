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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The commands that ask, over the archive and the index that a night of the sample leaves. */
class CommandsIT {
    private static Path home;

    @BeforeAll
    static void run_the_night() {
        home = SampleHome.afterNight();
    }

    @ParameterizedTest
    @ValueSource(strings = {"顾一帆", "15900003172", "159-0000-3172", "guyifan@example.cn"})
    void finds_exactly_without_starting_elasticsearch(String words, @TempDir Path folder) {
        // The same archive, but a home whose Elasticsearch would be the embedded one, in a folder of its own.
        Path node = folder.resolve("node");
        Path other = SampleHome.write(
                folder,
                SampleHome.settings()
                        + "\n  archive:\n    url: \"jdbc:h2:file:" + home.resolve("data/archive")
                        + ";AUTO_SERVER=TRUE\""
                        + "\n  elasticsearch:\n    embedded: {folder: \"" + node + "\"}\n");

        Recalled found = Recalled.with(other, "find", words, "--json");

        assertThat(found.code()).isZero();
        assertThat(names(found)).containsExactly("顾一帆");
        assertThat(node).doesNotExist();
        assertThat(found.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "guyifan, 顾一帆",
        "gu yifan, 顾一帆",
        "杭州云舟软件有限公司, 顾一帆",
        "云舟软件, 顾一帆",
        "做过ToB的产品, 顾一帆",
        "区块链风控, 邵明哲",
        "Kevin Zhao, Kevin Zhao"
    })
    void finds_by_pinyin_company_skill_and_meaning(String words, String name) {
        Recalled found = Recalled.with(home, "find", words, "--json");

        assertThat(found.code()).as(found.err()).isZero();
        assertThat(names(found).stream().limit(5)).contains(name);
    }

    @Test
    void finds_nobody_without_complaint() {
        Recalled found = Recalled.with(home, "find", "nobody.at.all@example.org", "--json");
        assertThat(found.code()).isZero();
        assertThat(found.json().isArray()).isTrue();
    }

    @Test
    void ranks_one_opening_with_explanations() {
        Recalled text = Recalled.with(home, "recall", "YT-2026-037", "--date", "2026-11-23");
        assertThat(text.code()).as(text.err()).isZero();
        assertThat(text.out()).contains("YT-2026-037", "顾一帆", "←");

        JsonNode report = Recalled.with(home, "recall", "YT-2026-037", "--date", "2026-11-23", "--json")
                .json();
        assertThat(report.path("openings")
                        .path(0)
                        .path("recommendations")
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .contains("顾一帆");
    }

    @Test
    void unknown_opening_is_one_sentence() {
        Recalled recalled = Recalled.with(home, "recall", "YT-0000-000");
        assertThat(recalled.code()).isEqualTo(1);
        assertThat(recalled.complaints()).containsExactly("没有岗位 YT-0000-000；查看全部岗位：recall openings");
    }

    @Test
    void lists_openings_and_runs() {
        Recalled openings = Recalled.with(home, "openings");
        assertThat(openings.code()).isZero();
        assertThat(openings.out()).contains("YT-2026-041", "高级生产经理");
        assertThat(Recalled.with(home, "openings", "--json").json().size()).isGreaterThan(10);
        assertThat(Recalled.with(home, "runs", "--json").json().size()).isGreaterThanOrEqualTo(2);
        assertThat(Recalled.with(home, "runs").out()).contains("nightly-2026-11-23-1");
    }

    @Test
    void shows_a_dossier_in_every_format(@TempDir Path folder) throws IOException {
        assertThat(Recalled.with(home, "dossier", "顾一帆").out()).contains("顾一帆", "+8615900003172", "←");
        assertThat(Recalled.with(home, "dossier", "guyifan@example.cn", "--format", "html")
                        .out())
                .startsWith("<!")
                .contains("顾一帆", "杭州云舟软件有限公司");
        JsonNode json = Recalled.with(home, "dossier", "15900003172", "--format", "json")
                .json();
        assertThat(json.path("id").asString()).startsWith("P-");
        Path workbook = folder.resolve("dossier.xlsx");
        assertThat(Recalled.with(home, "dossier", "顾一帆", "--format", "xlsx", "-o", workbook.toString())
                        .code())
                .isZero();
        assertThat(Files.readAllBytes(workbook)).startsWith('P', 'K');
    }

    @Test
    void dossier_of_nobody_of_several_and_without_a_file_is_one_sentence() {
        assertThat(Recalled.with(home, "dossier", "查无此人").complaints())
                .singleElement()
                .asString()
                .contains("recall find");
        assertThat(Recalled.with(home, "dossier", "王磊").complaints())
                .singleElement()
                .asString()
                .startsWith("符合的不止一人")
                .contains("P-");
        Recalled workbook = Recalled.with(home, "dossier", "顾一帆", "--format", "xlsx");
        assertThat(workbook.code()).isEqualTo(2);
        assertThat(workbook.complaints()).singleElement().asString().contains("--output");
    }

    @Test
    void parses_a_mail_with_its_resume_and_stores_nothing() {
        Path mail = Path.of("sample/mail/loose/attachment-only.eml");
        Recalled parsed = Recalled.with(home, "parse", "--json", mail.toString());

        assertThat(parsed.code()).as(parsed.err()).isZero();
        JsonNode records = parsed.json().path(0).path("records");
        assertThat(records.valueStream().map(one -> one.path("kind").asString()))
                .contains("ATTACHMENT");
        assertThat(records.valueStream()
                        .flatMap(one -> one.path("facts").valueStream())
                        .map(fact -> fact.path("type").asString()))
                .contains("PersonName", "Employment");
    }

    @ParameterizedTest
    @CsvSource({"truncated-pdf.eml, CORRUPT", "encrypted-pdf.eml, ENCRYPTED"})
    void parse_tells_why_an_attachment_cannot_be_read(String file, String code) {
        Recalled parsed = Recalled.with(home, "parse", "--json", "sample/mail/loose/" + file);

        assertThat(parsed.code()).isEqualTo(3);
        assertThat(parsed.json().path(0).path("records").valueStream()).anySatisfy(one -> {
            assertThat(one.path("disposition").asString()).isEqualTo("REJECTED");
            assertThat(one.path("code").asString()).isEqualTo(code);
            assertThat(one.path("sentence").asString()).isNotBlank();
        });
    }

    @Test
    void doctor_finds_the_sample_in_order() {
        JsonNode findings = Recalled.with(home, "doctor", "--json").json();
        assertThat(findings.valueStream()
                        .filter(finding -> finding.path("what").asString().matches("source .*|Elasticsearch|archive"))
                        .map(finding -> finding.path("state").asString()))
                .hasSize(10)
                .containsOnly("OK");
    }

    @Test
    void doctor_names_what_is_missing(@TempDir Path folder) {
        SampleHome.write(
                folder,
                "recall:\n  ingest:\n    sources:\n      - {name: lost, kind: mbox, path: nowhere.mbox}\n"
                        + SampleHome.elasticsearch("http://127.0.0.1:1"));
        Recalled doctor = Recalled.with(folder, "doctor", "--json");
        assertThat(doctor.code()).isEqualTo(1);
        List<String> lacking = doctor.json()
                .valueStream()
                .filter(finding -> finding.path("state").asString().equals("LACK"))
                .map(finding -> finding.path("what").asString())
                .toList();
        assertThat(lacking).contains("source lost", "Elasticsearch");
    }

    private static List<String> names(Recalled found) {
        return found.json()
                .valueStream()
                .map(one -> one.path("name").asString(""))
                .toList();
    }
}
