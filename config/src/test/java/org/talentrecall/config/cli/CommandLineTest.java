package org.talentrecall.config.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.talentrecall.config.Recalled;
import org.talentrecall.config.SampleHome;

/** Whatever is given wrongly is answered with one sentence, no stack trace, and the exit code that belongs to it. */
class CommandLineTest {
    @TempDir
    Path home;

    @Test
    void missing_home_names_the_remedy() {
        assertRefused(Recalled.with(home.resolve("none"), "openings"), 2, "--home", "recall init");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "recall: {mial: {host: a}}                                   | 2 | recall.mial",
                "recall: {ingest: {sourcess: []}}                            | 2 | recall.ingest.sourcess",
                "recall: {schedule: {cron: every night}}                     | 2 | cron",
                "recall: {schedule: {zone: Mars/Olympus}}                    | 2 | zone",
                "recall: {ingest: {sources: [{name: a, kind: mbox}]}}        | 2 | needs a path",
                "recall: {ingest: {sources: [{name: a, kind: pigeon, path: b}]}} | 2 | imap",
                "recall: {elasticsearch: {uris: ['localhost:9200']}}         | 2 | uris",
                "recall: {mail: {host: a, from: not an address, to: [b]}}    | 2 | recall.mail.from"
            })
    void wrong_setting_is_named(String yaml, int code, String named) {
        SampleHome.write(home, yaml + "\n");
        assertRefused(Recalled.with(home, "doctor"), code, named);
    }

    @Test
    void invalid_yaml_is_named_by_its_line() {
        SampleHome.write(home, "recall:\n  language: zh-CN\n  ingest: [\n");
        Recalled refused = Recalled.with(home, "openings");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.complaints()).singleElement().asString().contains("第 4 行不是有效的 YAML");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nightly --date tomorrow | “tomorrow” 不是日期，请写成 2026-11-23（--date）；用法见：recall nightly --help",
                "nightli | 不认识 'nightli'，您是否要用 nightly？用法见：recall --help",
                "find | 缺少 WORDS；用法见：recall find --help",
                "find x --limit many | 这里不能用 “many”（--limit）；用法见：recall find --help",
                "find x --limit | --limit 后面需要一个值；用法见：recall find --help",
                "find x --limit 3 --limit 4 | --limit 只能给一次；用法见：recall find --help",
                "dossier --format pdf x | 这里不能用 “pdf”，可以写 text, json, html, xlsx（--format）；用法见：recall dossier --help",
                "openings --wrong | 不认识 '--wrong'；用法见：recall openings --help"
            })
    void misuse_is_told_in_the_language_of_the_home(String arguments, String sentence) {
        SampleHome.write(home, "recall: {language: zh-CN}\n");
        Recalled refused = Recalled.with(home, arguments.strip().split(" "));
        assertThat(refused.complaints()).containsExactly(sentence);
        assertThat(refused.code()).isEqualTo(2);
    }

    @Test
    void failures_are_told_in_the_language_of_the_home() {
        SampleHome.write(home, "recall:\n  language: zh-CN\n");
        assertRefused(Recalled.with(home, "dossier", "nobody@example.com"), 1, "请用 recall find 查找");
        assertRefused(Recalled.with(home, "import", "nowhere.xlsx"), 1, "文件 nowhere.xlsx 不存在或无法读取");
        assertRefused(Recalled.with(home, "undo", "import-1999-01-01-1"), 1, "没有 import-1999-01-01-1 这次运行");
        SampleHome.write(home, "recall:\n  language: zh-CN\n  mial: {host: a}\n");
        assertRefused(Recalled.with(home, "openings"), 2, "中有不存在的部分：recall.mial");
        SampleHome.write(home, "recall:\n  language: zh-CN\n  ingest: {sourcess: []}\n");
        assertRefused(Recalled.with(home, "doctor"), 2, "没有 recall.ingest.sourcess 这项设置");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "nightly --date tomorrow | 'tomorrow' is no date",
                "nightly --date 2026-02-30 | is no date",
                "nightli | nightli",
                "find | WORDS",
                "find --limit many x | --limit",
                "dossier --format pdf x | --format",
                "openings --wrong | --wrong"
            })
    void misuse_is_one_sentence_with_the_way_to_help(String arguments, String named) {
        SampleHome.write(home, "recall: {language: en}\n");
        Recalled refused = Recalled.with(home, arguments.strip().split(" "));
        assertRefused(refused, 2, named, "--help");
    }

    @Test
    void nothing_at_all_prints_the_usage() {
        Recalled usage = Recalled.without();
        assertThat(usage.code()).isEqualTo(2);
        assertThat(usage.out()).contains("nightly", "serve");
    }

    @Test
    void missing_source_leaves_the_others_to_be_read() {
        SampleHome.write(home, settingsWith("{name: lost, kind: mbox, path: nowhere.mbox}"));
        Recalled ingest = Recalled.with(home, "ingest");

        assertThat(ingest.code()).as(ingest.err()).isEqualTo(3);
        assertThat(ingest.complaints()).singleElement().asString().contains("lost");
        assertThat(Recalled.with(home, "openings", "--json").json().size()).isGreaterThan(10);
    }

    @Test
    void damaged_source_leaves_the_others_to_be_read() throws IOException {
        Files.writeString(home.resolve("broken.xlsx"), "PK but not a workbook");
        SampleHome.write(home, settingsWith("{name: broken, kind: workbook, path: broken.xlsx}"));
        Recalled ingest = Recalled.with(home, "ingest");

        assertThat(ingest.code()).as(ingest.err()).isEqualTo(3);
        assertThat(ingest.err()).doesNotContain("\tat ");
        assertThat(Recalled.with(home, "openings", "--json").json().size()).isGreaterThan(10);
    }

    @Test
    void ingesting_a_source_that_is_not_in_the_settings_is_refused() {
        SampleHome.write(home, settingsWith("{name: also, kind: eml, path: .}"));
        Recalled ingest = Recalled.with(home, "ingest", "opneings");
        assertThat(ingest.code()).isEqualTo(2);
        assertThat(ingest.complaints()).singleElement().asString().contains("opneings", "openings");
    }

    @Test
    void an_undo_that_broke_off_at_the_index_is_taken_up_again() throws IOException {
        SampleHome.write(
                home,
                "recall:\n  language: en\n  elasticsearch:\n    uris: [\"http://127.0.0.1:1\"]\n    attempts: 1\n");
        Path list = Files.writeString(home.resolve("list.csv"), "姓名,手机,应聘岗位\n顾小满,13800007101,测试工程师\n");
        assertThat(Recalled.with(home, "import", list.toString()).code()).isZero();

        Recalled brokenOff = Recalled.with(home, "undo", "1");
        Recalled again = Recalled.with(home, "undo", "1");

        assertThat(brokenOff.err()).contains("Elasticsearch");
        assertThat(again.err()).contains("Elasticsearch").doesNotContain("undone before");
        assertThat(again.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"openings", "runs"})
    void json_is_one_document_and_nothing_else(String command) {
        SampleHome.write(home, "recall: {language: en}\n");
        Recalled answer = Recalled.with(home, command, "--json");
        assertThat(answer.code()).isZero();
        assertThat(answer.json().isArray()).isTrue();
        assertThat(answer.err()).isEmpty();
    }

    @Test
    void unknown_person_is_one_sentence() {
        SampleHome.write(home, "recall: {language: en}\n");
        assertRefused(Recalled.with(home, "dossier", "nobody@example.com"), 1, "recall find");
    }

    @Test
    void init_writes_a_home_that_loads_and_is_not_overwritten() throws IOException {
        Path fresh = home.resolve("fresh");
        assertThat(Recalled.without("init", fresh.toString()).code()).isZero();
        Recalled openings = Recalled.with(fresh, "openings", "--json");
        assertThat(openings.code()).as(openings.err()).isZero();
        assertThat(Recalled.with(fresh, "doctor").out()).contains("workbooks");
        assertThat(fresh.resolve("inbox").resolve("workbooks")).isDirectory();

        String before = Files.readString(fresh.resolve("config/application.yaml"));
        assertRefused(Recalled.without("init", fresh.toString()), 2, "already exists");
        assertThat(Files.readString(fresh.resolve("config/application.yaml"))).isEqualTo(before);
    }

    /** The sample's openings and one more source. */
    private static String settingsWith(String source) {
        String openings = SampleHome.settings()
                .lines()
                .filter(line -> line.contains("{name: openings,"))
                .findFirst()
                .orElseThrow();
        return "recall:\n  language: en\n  ingest:\n    sources:\n      - " + source + "\n" + openings + "\n";
    }

    private static void assertRefused(Recalled refused, int code, String... words) {
        assertThat(refused.complaints())
                .as(refused.err())
                .singleElement()
                .asString()
                .contains(List.of(words));
        assertThat(refused.code()).as(refused.err()).isEqualTo(code);
        assertThat(refused.err()).doesNotContain("\tat ", "Exception:");
        assertThat(refused.out()).isEmpty();
    }
}
