package org.talentrecall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Rejected rows go out as a workbook, come back corrected, and stand in for what was rejected. */
class CorrectionsIT {
    private static final String LIST =
            "姓名,手机,应聘岗位,当前公司\n顾小满,13800007101,测试工程师,测试甲公司\n" + ",13800007103,测试工程师,测试乙公司\n,13800007104,测试工程师,测试丙公司\n";

    @Test
    void corrected_rows_replace_the_rejected_ones_until_they_are_undone(@TempDir Path folder) throws IOException {
        Path home = SampleHome.onNode(folder.resolve("home"), settings -> SampleHome.small());
        assertThat(Recalled.with(home, "ingest").code()).isEqualTo(3);
        Path list = Files.writeString(folder.resolve("候选人.csv"), LIST);
        assertThat(Recalled.with(home, "import", list.toString()).code()).isEqualTo(3);
        assertThat(rejected(home)).hasSize(2);
        Path back = handedOut(home, folder.resolve("back.xlsx"));
        String before = hash(home);

        Files.createDirectories(home.resolve("data/review"));
        correct(
                back,
                home.resolve("data/review/back.xlsx"),
                sheet -> sheet.getRow(1).createCell(0).setCellValue("贺知秋"));
        Recalled taken = Recalled.with(home, "--as-user", "data-team", "ingest");

        assertThat(taken.code()).as(taken.out() + taken.err()).isZero();
        assertThat(Recalled.with(home, "find", "13800007103", "--json").json()).hasSize(1);
        assertThat(rejected(home)).hasSize(1);
        String audit = Recalled.with(home, "audit", "--json").out();
        assertThat(audit).contains("CORRECTION", "data-team");
        assertThat(Recalled.with(home, "audit", "verify").code()).isZero();
        assertThat(nightly(home).code()).isIn(0, 3);
        assertBalance(home, 3, 1, 1, 1);

        String corrected = hash(home);
        assertThat(Recalled.with(home, "rerun", run(home, "ingest")).code()).isIn(0, 3);
        assertThat(hash(home)).isEqualTo(corrected);

        assertThat(Recalled.with(home, "undo", run(home, "rerun")).code()).isZero();
        assertThat(Recalled.with(home, "undo", run(home, "ingest")).code()).isZero();
        assertThat(hash(home)).isEqualTo(before);
        assertThat(rejected(home)).hasSize(2);
    }

    @Test
    void a_row_that_is_wrong_still_is_rejected_once_and_can_be_corrected_again(@TempDir Path folder)
            throws IOException {
        Path home = folder.resolve("home");
        SampleHome.write(home, SampleHome.small() + SampleHome.elasticsearch("http://127.0.0.1:1"));
        Path list = Files.writeString(folder.resolve("候选人.csv"), LIST);
        assertThat(Recalled.with(home, "import", list.toString()).code()).isEqualTo(3);
        Path first = folder.resolve("first.xlsx");
        correct(
                handedOut(home, folder.resolve("back.xlsx")),
                first,
                sheet -> sheet.getRow(1).createCell(3).setCellValue("测试丁公司"));

        assertThat(Recalled.with(home, "import", first.toString()).code()).isEqualTo(3);

        assertThat(rejected(home)).hasSize(2);
        assertThat(rejected(home).toString()).contains("first.xlsx");
        Path second = folder.resolve("second.xlsx");
        correct(
                handedOut(home, folder.resolve("again.xlsx")),
                second,
                sheet -> sheet.getRow(1).createCell(0).setCellValue("贺知秋"));
        Recalled taken = Recalled.with(home, "import", second.toString());
        assertThat(taken.code()).as(taken.out() + taken.err()).isZero();
        assertThat(rejected(home)).hasSize(1);

        // The first copy once more, by another name: its row is corrected by now, and the latest stands.
        Path copy = Files.copy(first, folder.resolve("copy.xlsx"));
        assertThat(Recalled.with(home, "import", copy.toString()).code()).isIn(0, 3);
        assertThat(rejected(home)).hasSize(1);
    }

    private static Path handedOut(Path home, Path file) throws IOException {
        Recalled given = Recalled.with(home, "rejected", "--xlsx", file.toString());
        assertThat(given.code()).as(given.err()).isZero();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            int mark = workbook.getSheetIndex("_talent_recall_rejected");
            assertThat(workbook.getSheetVisibility(mark)).isEqualTo(SheetVisibility.VERY_HIDDEN);
            assertThat(found(workbook).isColumnHidden(5)).isTrue();
        }
        return file;
    }

    /** The sheet of the list that the test has imported, among those of the sample. */
    private static Sheet found(XSSFWorkbook workbook) {
        for (Sheet sheet : workbook) {
            Row row = sheet.getRow(1);
            if (row != null
                    && row.getCell(1) != null
                    && row.getCell(1).toString().startsWith("138000071")) {
                return sheet;
            }
        }
        throw new AssertionError("None of the sheets holds the rejected rows");
    }

    private static void correct(Path from, Path to, Consumer<Sheet> corrected) throws IOException {
        try (InputStream in = Files.newInputStream(from);
                XSSFWorkbook workbook = new XSSFWorkbook(in)) {
            corrected.accept(found(workbook));
            workbook.getProperties()
                    .getCoreProperties()
                    .setModified(Optional.of(Date.from(Instant.parse("2026-11-24T08:30:00Z"))));
            try (OutputStream out = Files.newOutputStream(to)) {
                workbook.write(out);
            }
        }
    }

    private static void assertBalance(Path home, int read, int stored, int merged, int rejected) {
        JsonNode balance = SampleHome.report(home).path("reconciliation");
        assertThat(balance.path("balanced").asBoolean()).isTrue();
        assertThat(balance.path("sources").valueStream()).anySatisfy(source -> {
            assertThat(source.path("read").asInt()).isEqualTo(read);
            assertThat(source.path("stored").asInt()).isEqualTo(stored);
            assertThat(source.path("merged").asInt()).isEqualTo(merged);
            assertThat(source.path("rejected").asInt()).isEqualTo(rejected);
        });
        assertThat(balance.path("sources").valueStream())
                .allSatisfy(source -> assertThat(source.path("read").asLong())
                        .isEqualTo(source.path("stored").asLong()
                                + source.path("merged").asLong()
                                + source.path("rejected").asLong()
                                + source.path("suppressed").asLong()));
    }

    /** What is rejected beside the sample's own bad rows. */
    private static List<JsonNode> rejected(Path home) {
        return Recalled.with(home, "rejected", "--json")
                .json()
                .valueStream()
                .filter(one -> !Set.of("interview-log", "openings")
                        .contains(one.path("source").asString()))
                .toList();
    }

    private static Recalled nightly(Path home) {
        return Recalled.with(home, "nightly", "--date", SampleHome.NIGHT.toString());
    }

    private static String hash(Path home) {
        return Recalled.with(home, "runs", "--hash").out().strip();
    }

    /** The newest run of a stage that a command of its own began. */
    private static String run(Path home, String stage) {
        return Recalled.with(home, "runs", "--json")
                .json()
                .valueStream()
                .filter(one -> one.path("stage").asString().equals(stage))
                .map(one -> one.path("runKey").asString())
                .filter(key -> !key.startsWith("nightly"))
                .findFirst()
                .orElseThrow();
    }
}
