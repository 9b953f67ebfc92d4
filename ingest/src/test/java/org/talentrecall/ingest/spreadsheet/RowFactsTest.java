package org.talentrecall.ingest.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.text.Embedder;
import org.talentrecall.ingest.notes.RejectionClassifier;

/** Holds rows/golden.txt: the facts of every row of the lists beside it, with their cells. */
class RowFactsTest {
    private static final List<String> LISTS = List.of(
            "interviews-gb18030.csv",
            "candidates.tsv",
            "communications.csv",
            "updates.csv",
            "openings.csv",
            "outcomes.csv");

    @TempDir
    Path folder;

    private List<String> read(String name) throws Exception {
        Path file = folder.resolve(name);
        try (var in = Objects.requireNonNull(getClass().getResourceAsStream("rows/" + name))) {
            Files.copy(in, file);
        }
        List<String> lines = new ArrayList<>();
        WorkbookPlace place = new WorkbookPlace(new SourceId("lists"), name, ContentHash.of(Files.readAllBytes(file)));
        WorkbookRules rules = new WorkbookRules(List.of(), new RejectionClassifier(), ZoneId.of("Asia/Shanghai"));
        try (WorkbookScan scan = WorkbookScan.open(file, place, rules)) {
            for (WorkbookScan.Step step = scan.next(); step != null; step = scan.next()) {
                for (Reading reading : step.readings()) {
                    lines.add("row " + step.row() + " " + reading.subject() + " "
                            + reading.record().saidAt() + " " + told(reading.disposition()));
                    for (StatedFact stated : reading.facts()) {
                        lines.add(
                                "    " + stated.locator().display() + " " + stated.confidence() + " " + stated.fact());
                    }
                }
            }
            scan.preview().tables().forEach(table -> lines.add(0, "== " + name + " " + table.kind()));
        }
        return lines;
    }

    private static String told(Disposition disposition) {
        return disposition instanceof Disposition.Rejected rejected
                ? rejected.code() + ": " + rejected.sentence()
                : disposition instanceof Disposition.Suppressed left ? left.code() : disposition.word();
    }

    @Test
    void reads_every_row_as_the_golden_file_says() throws Exception {
        List<String> lines = new ArrayList<>();
        for (String list : LISTS) {
            lines.addAll(read(list));
        }
        try (var in = getClass().getResourceAsStream("rows/golden.txt")) {
            if (in == null) {
                Path written = Files.write(Path.of("target", "golden.txt"), lines);
                fail("rows/golden.txt is missing; check what was read in " + written + " and put it there");
            }
            assertThat(lines)
                    .isEqualTo(new String(
                                    Objects.requireNonNull(in).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        }
    }

    /** A likeness of meaning takes milliseconds, and every row has a remark of its own. */
    @Test
    void compares_no_meanings_for_remarks_beside_which_nobody_was_turned_down() throws Exception {
        Path file = Files.writeString(
                folder.resolve("remarks.csv"), "姓名,手机,应聘岗位,备注\n测试甲,13800000001,工程师,下午来电\n测试乙,13800000002,工程师,编制冻结\n");
        WorkbookPlace place =
                new WorkbookPlace(new SourceId("lists"), "remarks.csv", ContentHash.of(Files.readAllBytes(file)));
        WorkbookRules rules =
                new WorkbookRules(List.of(), new RejectionClassifier(UNWANTED), ZoneId.of("Asia/Shanghai"));
        List<NotHired> noes = new ArrayList<>();
        try (WorkbookScan scan = WorkbookScan.open(file, place, rules)) {
            for (WorkbookScan.Step step = scan.next(); step != null; step = scan.next()) {
                step.readings().stream()
                        .flatMap(reading -> reading.facts().stream())
                        .map(StatedFact::fact)
                        .filter(NotHired.class::isInstance)
                        .map(NotHired.class::cast)
                        .forEach(noes::add);
            }
        }
        assertThat(noes).extracting(NotHired::code).containsExactly(RejectionCode.HEADCOUNT_FROZEN);
    }

    private static final Embedder UNWANTED = new Embedder() {
        @Override
        public float[] embed(String text) {
            throw new AssertionError("compared by meaning: " + text);
        }

        @Override
        public int dimensions() {
            return 2;
        }
    };
}
