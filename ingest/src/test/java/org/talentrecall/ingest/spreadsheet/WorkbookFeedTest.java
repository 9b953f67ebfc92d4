package org.talentrecall.ingest.spreadsheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.ContactPreference;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reconciliation.SourceBalance;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.store.ArchiveStore;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.source.SourceProblem;

class WorkbookFeedTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);
    private static final String HEADER = "姓名,手机,面试日期,结果,未录取原因\n";

    @TempDir
    Path folder;

    private Path lists;
    private final List<SourceProblem> problems = new ArrayList<>();

    @BeforeEach
    void makeFolder() throws IOException {
        lists = Files.createDirectories(folder.resolve("lists"));
    }

    /** An archive of its own, and runs into it. */
    private final class Archive {
        final DataSource dataSource =
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        final ArchiveStore store = ArchiveStore.open(dataSource, folder.resolve("raw"), CLOCK);
        final ImportId run = store.imports().begin("ingest", "test", CLOCK.instant());

        /** Reads to the end, or until so many items were taken, as if the run had been killed there. */
        int read(int most) throws IOException {
            List<WorkbookFeed.Source> sources =
                    List.of(new WorkbookFeed.Source(new SourceId("lists"), lists, List.of()));
            int taken = 0;
            try (WorkbookFeed feed = new WorkbookFeed(
                    store.intake(),
                    store.raw(),
                    new RejectionClassifier(),
                    ZoneId.of("Asia/Shanghai"),
                    sources,
                    null,
                    problems::add)) {
                IntakeItem item = taken < most ? feed.next() : null;
                while (item != null) {
                    store.intake().accept(run, item.readings(), item.progress(), item.appended());
                    taken++;
                    item = taken < most ? feed.next() : null;
                }
            }
            return taken;
        }

        int read() throws IOException {
            return read(Integer.MAX_VALUE);
        }

        List<String> records() {
            return new JdbcTemplate(dataSource)
                    .queryForList("select natural_key || ' ' || standing from source_record order by 1", String.class);
        }

        SourceBalance balance() {
            return store.reconciliation().sources().get(0);
        }
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(lists.resolve(name), content, StandardCharsets.UTF_8);
    }

    private static String rows(int from, int to) {
        StringBuilder rows = new StringBuilder();
        for (int i = from; i < to; i++) {
            rows.append("候选%d,1380000%04d,2025-10-%02d,未录用,薪资不符\n".formatted(i, i, i % 28 + 1));
        }
        return rows.toString();
    }

    @Test
    void reads_an_unchanged_file_once() throws Exception {
        write("a.csv", HEADER + rows(0, 9) + ",,2025-10-01,未录用,\n");
        Archive archive = new Archive();

        assertThat(archive.read()).isEqualTo(11);
        List<String> first = archive.records();
        assertThat(archive.read()).isZero();
        assertThat(archive.records()).isEqualTo(first).hasSize(10);
        SourceBalance balance = archive.balance();
        assertThat(balance.balanced()).isTrue();
        assertThat(balance.read()).isEqualTo(10);
        assertThat(balance.stored()).isEqualTo(9);
        assertThat(balance.rejected()).isEqualTo(1);
    }

    @Test
    void knows_rows_again_that_moved_and_withdraws_those_that_are_gone() throws Exception {
        write("a.csv", HEADER + rows(0, 9));
        Archive archive = new Archive();
        archive.read();
        List<String> before = archive.records();

        write("a.csv", "面试记录\n\n" + HEADER + rows(20, 21) + rows(0, 4) + rows(5, 9));
        archive.read();
        List<String> after = archive.records();

        assertThat(after).hasSize(11);
        assertThat(after.stream().filter(record -> record.endsWith("WITHDRAWN")))
                .hasSize(1);
        assertThat(after.stream().filter(record -> record.endsWith("SUPPRESSED")))
                .hasSize(1);
        assertThat(after.stream().filter(before::contains)).hasSize(8);
        assertThat(archive.balance().balanced()).isTrue();
        assertThat(archive.balance().stored()).isEqualTo(9);
    }

    @Test
    void counts_equal_rows_as_merged() throws Exception {
        write("a.csv", HEADER + rows(1, 2) + rows(1, 2) + rows(1, 2));
        Archive archive = new Archive();
        archive.read();
        assertThat(archive.records()).hasSize(3);
        assertThat(archive.balance().stored()).isEqualTo(1);
        assertThat(archive.balance().merged()).isEqualTo(2);
        assertThat(archive.balance().balanced()).isTrue();
    }

    @Test
    void makes_nobody_a_candidate_by_a_list_of_contacts_or_of_those_not_to_be_contacted() throws Exception {
        write(
                "Connections.csv",
                "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
                        + "Jane,Doe,,jane.doe@example.com,Acme Ltd.,Architect,12 Oct 2019\n"
                        + "No,Body,,no.body@example.com,Acme Ltd.,Clerk,12 Oct 2019\n");
        write("do-not-contact.csv", "姓名,手机,原因\n候选1,13800000001,本人要求\n从未应聘,13800009999,本人要求\n");
        write("a.csv", HEADER + rows(1, 2));
        write("b.csv", "Name,Email,Position,Interview Date\nJane Doe,jane.doe@example.com,Engineer,2025-10-01\n");
        Archive archive = new Archive();
        archive.read();
        while (archive.store.resolve().next(100).waiting() > 0) {
            // Until nothing waits.
        }

        assertThat(archive.balance().stored()).isEqualTo(6);
        assertThat(archive.store.dossiers().count()).isEqualTo(2);
        assertThat(archive.store.dossiers().named("候选1"))
                .singleElement()
                .satisfies(id -> assertThat(
                                archive.store.dossiers().find(id).orElseThrow().of(ContactPreference.class))
                        .hasSize(1));
        assertThat(archive.store.dossiers().named("Jane Doe"))
                .singleElement()
                .satisfies(id -> assertThat(
                                archive.store.dossiers().find(id).orElseThrow().of(CareerUpdate.class))
                        .hasSize(1));
        assertThat(archive.store.dossiers().named("从未应聘")).isEmpty();
    }

    @Test
    void goes_on_behind_the_last_row_wherever_it_was_killed() throws Exception {
        write("a.csv", HEADER + rows(0, 5) + rows(3, 5) + "合计,7\n");
        Files.write(lists.resolve("b.xlsx"), workbook());
        Files.write(lists.resolve("c.xlsx"), java.util.Arrays.copyOf(workbook(), 2000));
        Archive whole = new Archive();
        int items = whole.read();
        for (int killedAfter = 0; killedAfter < items; killedAfter++) {
            Archive killed = new Archive();
            killed.read(killedAfter);
            assertThat(killed.read()).isEqualTo(items - killedAfter);
            assertThat(killed.records()).isEqualTo(whole.records());
            assertThat(killed.balance()).isEqualTo(whole.balance());
        }
        assertThat(whole.balance().balanced()).isTrue();
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                var bytes = new java.io.ByteArrayOutputStream()) {
            fill(workbook.createSheet("说明"), "随便写写", "没有表");
            fill(workbook.createSheet("候选人"), "姓名", "邮箱", "城市");
            for (int i = 0; i < 4; i++) {
                fill(workbook.getSheet("候选人"), "人选" + i, "p" + i + "@example.com", "苏州");
            }
            fill(workbook.createSheet("list of values"), "是", "否");
            workbook.setSheetHidden(2, true);
            fill(workbook.createSheet("招聘需求"), "岗位编号", "岗位名称", "状态");
            fill(workbook.getSheet("招聘需求"), "YT-1", "会计", "开放");
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void fill(Sheet sheet, String... cells) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int i = 0; i < cells.length; i++) {
            row.createCell(i).setCellValue(cells[i]);
        }
    }

    @Test
    void rejects_a_sheet_without_a_table_and_leaves_out_hidden_ones() throws Exception {
        Files.write(lists.resolve("b.xlsx"), workbook());
        Archive archive = new Archive();
        archive.read();
        assertThat(archive.records()).contains("b.xlsx!说明#sheet REJECTED", "b.xlsx!list of values#sheet SUPPRESSED");
        assertThat(archive.store.reconciliation().rejected(10)).singleElement().satisfies(rejected -> {
            assertThat(rejected.code()).isEqualTo("NO_TABLE");
            assertThat(rejected.sentence()).contains("sheet 说明 of b.xlsx");
        });
        assertThat(archive.store.openings().find("YT-1")).isPresent();
    }

    @Test
    void rejects_a_file_that_cannot_be_read_and_keeps_what_an_old_version_said() throws Exception {
        write("a.csv", HEADER + rows(0, 3));
        Files.write(lists.resolve("broken.xlsx"), new byte[] {'P', 'K', 3, 4, 0});
        Archive archive = new Archive();
        archive.read();
        assertThat(archive.records()).contains("broken.xlsx#file REJECTED");
        assertThat(archive.balance().balanced()).isTrue();

        try (OutputStream out = Files.newOutputStream(lists.resolve("a.csv"))) {
            out.write(new byte[] {1, 2, 3, 4});
        }
        archive.read();
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.sentence()).contains("a.csv", "still stands"));
        assertThat(archive.balance().stored()).isEqualTo(3);
        assertThat(archive.balance().balanced()).isTrue();
    }

    @Test
    void withdraws_the_rows_of_a_file_that_is_gone_but_not_those_of_a_folder_that_is_empty() throws Exception {
        write("a.csv", HEADER + rows(0, 3));
        write("b.csv", HEADER + rows(10, 12));
        Archive archive = new Archive();
        archive.read();

        Files.delete(lists.resolve("b.csv"));
        archive.read();
        assertThat(archive.balance().stored()).isEqualTo(3);
        assertThat(archive.balance().balanced()).isTrue();
        assertThat(archive.read()).isZero();

        Files.delete(lists.resolve("a.csv"));
        archive.read();
        assertThat(archive.balance().stored()).isEqualTo(3);
        assertThat(problems)
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(SourceProblem.Code.MISSING));

        write("a.csv", HEADER + rows(0, 3));
        write("b.csv", HEADER + rows(10, 12));
        archive.read();
        assertThat(archive.balance().stored()).isEqualTo(5);
        assertThat(archive.balance().balanced()).isTrue();
    }
}
