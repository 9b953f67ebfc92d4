package org.talentrecall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.record.ContentHash;
import tools.jackson.databind.JsonNode;

/** Imports as units: tried, taken in, read again, taken back. */
class ImportsIT {
    private static final String HEAD = "姓名,手机,应聘岗位,当前公司\n";

    @Test
    void a_dry_run_tells_what_would_be_and_writes_nothing(@TempDir Path folder) throws IOException {
        Path home = home(folder.resolve("home"));
        Path list = Files.writeString(
                folder.resolve("候选人.csv"),
                HEAD + "顾小满,13800007101,测试工程师,测试甲公司\n贺知秋,13800007102,测试工程师,测试乙公司\n,13800007103,,\n");
        String before = hash(home);
        Map<String, String> raw = raw(home);
        int runs = Recalled.with(home, "runs", "--json").json().size();
        int audit = Recalled.with(home, "audit", "--json").json().size();

        Recalled dry = Recalled.with(home, "import", "--dry-run", "--json", list.toString());

        assertThat(dry.code()).as(dry.err()).isEqualTo(3);
        JsonNode file = dry.json().path("effect").path("files").path(0);
        assertThat(file.path("added").asInt()).isEqualTo(3);
        assertThat(file.path("rejected").asInt()).isEqualTo(1);
        assertThat(dry.json().path("effect").path("people").path("added").asInt())
                .isEqualTo(2);
        assertThat(dry.json()
                        .path("mappings")
                        .path(0)
                        .path("tables")
                        .path(0)
                        .path("columns")
                        .size())
                .isEqualTo(4);
        assertThat(hash(home)).isEqualTo(before);
        assertThat(raw(home)).isEqualTo(raw);
        assertThat(Recalled.with(home, "runs", "--json").json()).hasSize(runs);
        assertThat(Recalled.with(home, "audit", "--json").json()).hasSize(audit);
        Recalled text = Recalled.with(home, "import", "--dry-run", list.toString());
        assertThat(text.out()).contains("候选人.csv", "新增 2");
    }

    @Test
    void an_import_undone_leaves_no_trace_and_is_read_again_only_when_asked(@TempDir Path folder) throws IOException {
        Path home = SampleHome.onNode(folder.resolve("home"), settings -> SampleHome.small());
        assertThat(nightly(home).code()).isIn(0, 3);
        assertThat(nightly(home).code()).isIn(0, 3);
        String before = hash(home);
        String report = Files.readString(home.resolve("data/reports/" + SampleHome.NIGHT + "/report.json"));
        Path list = Files.writeString(
                folder.resolve("候选人.csv"), HEAD + "顾小满,13800007101,高级生产经理,测试甲公司\n贺知秋,13800007102,高级生产经理,测试乙公司\n");

        Recalled taken = Recalled.with(home, "--as-user", "data-team", "import", list.toString());
        assertThat(taken.code()).as(taken.err()).isZero();
        assertThat(nightly(home).code()).isIn(0, 3);
        assertThat(hash(home)).isNotEqualTo(before);
        assertThat(Recalled.with(home, "find", "顾小满", "--json").json()).hasSize(1);

        String run = run(home, "import");
        Recalled undone = Recalled.with(home, "undo", run);
        assertThat(undone.code()).as(undone.err()).isZero();
        assertThat(hash(home)).isEqualTo(before);
        assertThat(Recalled.with(home, "find", "顾小满", "--json")
                        .json()
                        .valueStream()
                        .map(one -> one.path("name").asString()))
                .doesNotContain("顾小满");
        assertThat(nightly(home).code()).isIn(0, 3);
        assertThat(hash(home)).isEqualTo(before);
        assertThat(Files.readString(home.resolve("data/reports/" + SampleHome.NIGHT + "/report.json")))
                .isEqualTo(report);
        assertThat(Recalled.with(home, "undo", run).code()).isEqualTo(1);
        assertThat(Recalled.with(home, "audit", "--json")
                        .json()
                        .valueStream()
                        .map(entry -> entry.path("action").asString()))
                .contains("UNDO");

        assertThat(Recalled.with(home, "rerun", run).code()).isZero();
        assertThat(Recalled.with(home, "find", "13800007101", "--json").json()).hasSize(1);
        assertThat(Recalled.with(home, "audit", "verify").code()).isZero();
    }

    @Test
    void a_rerun_with_the_same_readers_changes_nothing_even_when_the_file_is_gone(@TempDir Path folder)
            throws IOException {
        Path home = home(folder.resolve("home"));
        Path list = Files.writeString(folder.resolve("候选人.csv"), HEAD + "顾小满,13800007101,测试工程师,测试甲公司\n");
        assertThat(Recalled.with(home, "import", list.toString()).code()).isZero();
        String before = hash(home);
        String run = run(home, "import");

        Recalled dry = Recalled.with(home, "rerun", run, "--dry-run", "--json");
        assertThat(dry.json().path("changes")).isEmpty();
        assertThat(dry.json().path("files").path(0).path("same").asInt()).isEqualTo(1);
        Recalled again = Recalled.with(home, "rerun", run);
        assertThat(again.code()).as(again.err()).isZero();
        assertThat(hash(home)).isEqualTo(before);

        Files.delete(list);
        Recalled gone = Recalled.with(home, "rerun", run);
        assertThat(gone.code()).as(gone.err()).isZero();
        assertThat(hash(home)).isEqualTo(before);
        assertThat(Recalled.with(home, "undo", run).code()).isIn(0, 1);
    }

    @Test
    void a_rerun_names_the_fields_that_differ(@TempDir Path folder) throws IOException {
        Path home = home(folder.resolve("home"));
        Path list = Files.writeString(folder.resolve("候选人.csv"), HEAD + "顾小满,13800007101,测试工程师,测试甲公司\n");
        assertThat(Recalled.with(home, "import", list.toString()).code()).isZero();
        Files.writeString(list, HEAD + "顾小满,13800007101,测试工程师,测试丙公司\n");

        JsonNode changes = Recalled.with(home, "rerun", run(home, "import"), "--json")
                .json()
                .path("changes");

        assertThat(changes.valueStream()).anySatisfy(change -> {
            assertThat(change.path("before").asString()).isEqualTo("测试甲公司");
            assertThat(change.path("after").asString()).isEqualTo("测试丙公司");
        });
    }

    @Test
    void rejected_rows_come_back_in_their_own_layout_and_can_be_taken_in_corrected(@TempDir Path folder)
            throws IOException {
        Path home = home(folder.resolve("home"));
        Path list = Files.writeString(
                folder.resolve("候选人.csv"),
                HEAD + "顾小满,13800007101,测试工程师,测试甲公司\n,13800007103,=cmd|' /C calc'!A0,测试乙公司\n");
        assertThat(Recalled.with(home, "import", list.toString()).code()).isEqualTo(3);
        Path back = folder.resolve("back.xlsx");

        Recalled rejected = Recalled.with(home, "rejected", run(home, "import"), "--xlsx", back.toString(), "--json");

        assertThat(rejected.code()).as(rejected.err()).isZero();
        assertThat(rejected.json()).hasSize(1);
        try (XSSFWorkbook workbook = new XSSFWorkbook(Files.newInputStream(back))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getLastRowNum()).isEqualTo(1);
            assertThat(sheet.getRow(0).getCell(0).getStringCellValue()).isEqualTo("姓名");
            assertThat(sheet.getRow(0).getCell(4).getStringCellValue()).isEqualTo("拒收原因");
            assertThat(sheet.getRow(1).getCell(1).getStringCellValue()).isEqualTo("13800007103");
            assertThat(sheet.getRow(1).getCell(2).getCellType()).isEqualTo(CellType.STRING);
            assertThat(sheet.getRow(1).getCell(2).getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(sheet.getRow(1).getCell(4).getStringCellValue()).startsWith("没有（完整的）姓名");
            assertThat(sheet.getRow(1).getCell(0).getCellComment().getString().getString())
                    .startsWith("没有（完整的）姓名");
            sheet.getRow(1).createCell(0).setCellValue("贺知秋");
            try (OutputStream out = Files.newOutputStream(folder.resolve("corrected.xlsx"))) {
                workbook.write(out);
            }
        }
        Recalled corrected =
                Recalled.with(home, "import", folder.resolve("corrected.xlsx").toString());
        assertThat(corrected.code()).as(corrected.out() + corrected.err()).isZero();
        assertThat(Recalled.with(home, "find", "13800007103", "--json").json()).hasSize(1);
    }

    @Test
    void what_cannot_be_meant_is_one_sentence(@TempDir Path folder) {
        Path home = home(folder.resolve("home"));
        assertThat(Recalled.with(home, "undo", "nightly-1999-01-01-1").complaints())
                .containsExactly("没有 nightly-1999-01-01-1 这次运行；查看全部：recall runs");
        assertThat(Recalled.with(home, "import", folder.resolve("no.xlsx").toString())
                        .code())
                .isEqualTo(1);
        assertThat(Recalled.with(home, "import", "--as", "poems", home.toString())
                        .code())
                .isEqualTo(2);
    }

    /** A home with the small sample read in, and no search. */
    private static Path home(Path folder) {
        SampleHome.write(folder, SampleHome.small() + SampleHome.elasticsearch("http://127.0.0.1:1"));
        assertThat(Recalled.with(folder, "ingest").code()).isIn(0, 3);
        return folder;
    }

    private static Recalled nightly(Path home) {
        return Recalled.with(home, "nightly", "--date", SampleHome.NIGHT.toString());
    }

    private static String hash(Path home) {
        return Recalled.with(home, "runs", "--hash").out().strip();
    }

    private static String run(Path home, String stage) {
        return Recalled.with(home, "runs", "--json")
                .json()
                .valueStream()
                .filter(one -> one.path("stage").asString().equals(stage))
                .map(one -> one.path("runKey").asString())
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> raw(Path home) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(home.resolve("data/raw"))) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(
                        file.toString(),
                        ContentHash.of(Files.readAllBytes(file)).value());
            }
        }
        return files;
    }
}
