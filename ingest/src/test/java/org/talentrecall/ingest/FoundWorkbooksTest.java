package org.talentrecall.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.store.ArchiveStore;
import org.talentrecall.ingest.document.Deadline;
import org.talentrecall.ingest.document.DocumentLimits;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.document.DocumentReading.Why;
import org.talentrecall.ingest.document.OcrSettings;
import org.talentrecall.ingest.document.PackedLimits;
import org.talentrecall.ingest.document.ParsedRows;
import org.talentrecall.ingest.mailbox.ListSenders;
import org.talentrecall.ingest.mailbox.MailLimits;
import org.talentrecall.ingest.mailbox.Mailbox;
import org.talentrecall.ingest.mailbox.MailboxReader;
import org.talentrecall.ingest.mailbox.OwnDomains;
import org.talentrecall.ingest.message.MessageLimits;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.spreadsheet.file.Passwords;
import org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook;

/** Workbooks that come with mails or lie among documents: who sent them and what they are decides what becomes of them. */
class FoundWorkbooksTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T02:00:00Z"), ZoneOffset.UTC);
    private static final DocumentReader DOCUMENTS =
            new DocumentReader(IngestSettings.standard().documents());
    private static final String HR = "\"Lin HR\" <lin@corp.example.com>";
    private static final String OUTSIDER = "someone@elsewhere.example";
    private static final Object[][] LIST = {
        {"姓名", "手机", "应聘岗位", "面试日期", "结果", "未录取原因"},
        {"顾小满", "13800007101", "测试工程师", "2025-03-04", "未通过", "缺少自动化经验"},
        {"贺知秋", "13800007102", "测试工程师", "2025-03-05", "待定", null},
    };
    private static final Object[][] FORM = {
        {"应聘人员登记表"},
        {"姓名", "何晓舟", "性别", "男", "出生年月", "1990.5"},
        {"手机", "13800001234", "邮箱", "hexiaozhou@example.com", "现居城市", "杭州"},
        {"应聘岗位", "测试主管", "期望月薪", "20K", "到岗时间", "一个月"},
        {"教育经历"},
        {"学校", "专业", "学历", "起止时间"},
        {"浙江大学", "软件工程", "本科", "2008.9-2012.6"},
        {"工作经历"},
        {"公司", "职位", "起止时间", "离职原因"},
        {"示例科技有限公司", "测试工程师", "2012.7-2018.3", "发展"},
    };

    @TempDir
    Path folder;

    private final ArchiveStore store;
    private final ImportId run;
    private final List<String> problems = new ArrayList<>();
    private int mostRows = 1_000;
    private List<String> listSenders = List.of();
    private DocumentReader documents = DOCUMENTS;

    FoundWorkbooksTest(@TempDir Path raw) {
        store = ArchiveStore.open(
                new DriverManagerDataSource("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"), raw, CLOCK);
        run = store.imports().begin("ingest", "test", CLOCK.instant());
    }

    @AfterAll
    static void close() {
        DOCUMENTS.close();
    }

    private static byte[] workbook(Workbook workbook, Object[][]... sheets) throws IOException {
        try (workbook;
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (Object[][] rows : sheets) {
                Sheet sheet = workbook.createSheet("表" + (workbook.getNumberOfSheets() + 1));
                for (Object[] cells : rows) {
                    Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                    for (int column = 0; column < cells.length; column++) {
                        if (cells[column] != null) {
                            row.createCell(column).setCellValue(cells[column].toString());
                        }
                    }
                }
            }
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static byte[] xlsx(Object[][]... sheets) throws IOException {
        return workbook(new XSSFWorkbook(), sheets);
    }

    private static String mail(String id, String from, String subject, String name, byte[] content) {
        String encoded =
                "=?utf-8?B?" + Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8)) + "?=";
        return "From: " + from + "\nTo: hr@corp.example.com\nSubject: " + subject + "\nMessage-ID: <" + id
                + ">\nDate: Thu, 6 Mar 2025 09:30:00 +0800\nMIME-Version: 1.0\n"
                + "Content-Type: multipart/mixed; boundary=B\n\n--B\nContent-Type: text/plain; charset=utf-8\n\n"
                + "请查收附件\n--B\nContent-Type: application/octet-stream; name=\"" + encoded
                + "\"\nContent-Disposition: attachment; filename=\"" + encoded
                + "\"\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder().encodeToString(content) + "\n--B--\n";
    }

    private Path file(String name, byte[] content) throws IOException {
        Path file = folder.resolve("in").resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, content);
    }

    /** What becomes of everything in the folder; the archive takes it and must balance. */
    private List<Reading> read() throws Exception {
        RejectionClassifier classifier = new RejectionClassifier(null);
        IngestSettings settings = IngestSettings.standard();
        ReadersOfWords words = ReadersOfWords.of(classifier, settings);
        SourceId source = new SourceId("hr");
        MailboxReader reader = new MailboxReader(
                store.intake(),
                store.raw(),
                documents,
                words,
                new OwnDomains(List.of("corp.example.com")),
                new ListSenders(listSenders),
                settings.foundWorkbooks(store.intake(), classifier, words),
                new MailLimits(1 << 22, settings.limits().messageTime(), MessageLimits.USUAL, mostRows),
                List.of(new Mailbox(source, null, new Mailbox.Files(Mailbox.Form.FOLDER, folder.resolve("in")))));
        List<Reading> readings = new ArrayList<>();
        try (IntakeFeed feed = reader.open(any -> true, null, problem -> problems.add(problem.toString()))) {
            for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                readings.addAll(item.readings());
                store.intake().accept(run, item.readings(), item.progress(), item.appended());
            }
        }
        assertThat(problems).isEmpty();
        assertThat(store.reconciliation().sources())
                .allSatisfy(balance -> assertThat(balance.balanced()).isTrue());
        return readings;
    }

    private List<Reading> attached(String from, String name, byte[] content) throws Exception {
        file("a.eml", mail("m1@x", from, "附件", name, content).getBytes(StandardCharsets.UTF_8));
        return read().stream()
                .filter(reading -> !reading.record().naturalKey().endsWith("#body"))
                .toList();
    }

    private static String outcome(Reading reading) {
        if (reading.disposition() instanceof Disposition.Rejected rejected) {
            return rejected.code();
        }
        return reading.disposition() instanceof Disposition.Suppressed left ? left.code() : names(reading);
    }

    private static String names(Reading reading) {
        return String.join(
                ",",
                reading.facts().stream()
                        .filter(stated -> stated.fact() instanceof PersonName)
                        .map(stated -> ((PersonName) stated.fact()).text())
                        .distinct()
                        .toList());
    }

    private static List<String> outcomes(List<Reading> readings) {
        return readings.stream().map(FoundWorkbooksTest::outcome).toList();
    }

    @Test
    void reads_a_colleagues_list_row_by_row_with_the_cell_in_the_attachment() throws Exception {
        List<Reading> readings = attached(HR, "面试跟踪表.xlsx", xlsx(LIST));

        assertThat(outcomes(readings)).containsExactly("顾小满", "贺知秋");
        Reading row = readings.get(0);
        assertThat(row.record().kind()).isEqualTo(RecordKind.ROW);
        assertThat(row.record().naturalKey()).startsWith("m1@x#2!表1#");
        assertThat(row.record().parent()).isNotNull();
        assertThat(row.links()).isEmpty();
        assertThat(row.facts().get(0).locator().display()).isEqualTo("hr/a.eml <m1@x> 面试跟踪表.xlsx 表1!A2");
    }

    @Test
    void leaves_a_strangers_list_for_people_to_decide() throws Exception {
        List<Reading> readings = attached(OUTSIDER, "candidates.xlsx", xlsx(LIST));

        assertThat(outcomes(readings)).containsExactly("LIST_FROM_OUTSIDE");
        assertThat(((Disposition.Rejected) readings.get(0).disposition()).sentence())
                .contains("recall.ingest.list-senders")
                .doesNotContain("elsewhere");
    }

    @Test
    void reads_the_lists_of_those_whom_the_settings_name() throws Exception {
        listSenders = List.of("elsewhere.example");
        assertThat(outcomes(attached(OUTSIDER, "candidates.xlsx", xlsx(LIST)))).containsExactly("顾小满", "贺知秋");
    }

    @Test
    void believes_no_stranger_who_attaches_a_colleagues_mail() throws Exception {
        byte[] inner = mail("inner@x", HR, "跟踪表", "表.xlsx", xlsx(LIST)).getBytes(StandardCharsets.UTF_8);
        file("a.eml", mail("m1@x", OUTSIDER, "Fwd", "x.eml", inner).getBytes(StandardCharsets.UTF_8));

        assertThat(outcomes(read())).contains("LIST_FROM_OUTSIDE").doesNotContain("顾小满");
    }

    @Test
    void a_form_is_a_paper_whoever_sends_it() throws Exception {
        List<Reading> readings = attached(OUTSIDER, "登记表.xls", workbook(new HSSFWorkbook(), FORM));

        assertThat(outcomes(readings)).containsExactly("何晓舟");
        assertThat(readings.get(0).links()).extracting(link -> link.value()).containsExactly("m1@x");
        assertThat(readings.get(0).facts())
                .anySatisfy(
                        stated -> assertThat(stated.locator().display()).isEqualTo("hr/a.eml <m1@x> 登记表.xls 表1!A2"));
    }

    @Test
    void one_row_about_oneself_is_a_form_and_one_with_a_verdict_is_none() throws Exception {
        Object[][] oneself = {{"姓名", "手机", "学历", "期望薪资"}, {"何晓舟", "13800001234", "本科", "20K"}};
        assertThat(outcomes(attached(OUTSIDER, "信息表.xlsx", xlsx(oneself)))).containsExactly("何晓舟");

        Object[][] judged = {LIST[0], LIST[1]};
        file("b.eml", mail("m2@x", OUTSIDER, "附件", "表.xlsx", xlsx(judged)).getBytes(StandardCharsets.UTF_8));
        assertThat(outcomes(read())).contains("LIST_FROM_OUTSIDE");
    }

    @Test
    void reads_a_list_in_a_folder_of_documents_and_in_a_packed_file() throws Exception {
        file("名单.xlsx", xlsx(LIST));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("form.xlsx"));
            zip.write(xlsx(FORM));
        }
        file("packed.zip", bytes.toByteArray());
        List<Reading> readings = read();

        assertThat(outcomes(readings)).containsExactlyInAnyOrder("顾小满", "贺知秋", "何晓舟");
        assertThat(readings)
                .extracting(reading -> reading.record().naturalKey().replaceFirst("#.*", ""))
                .containsExactlyInAnyOrder("名单.xlsx!表1", "名单.xlsx!表1", "packed.zip!form.xlsx!表1");
        assertThat(read()).isEmpty();
    }

    @Test
    void withdraws_rows_that_a_newer_file_in_a_folder_no_longer_has() throws Exception {
        Path file = file("名单.xlsx", xlsx(LIST));
        read();
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(xlsx(new Object[][] {LIST[0], LIST[1]}));
        }
        read();

        assertThat(store.reconciliation().sources().get(0).stored()).isEqualTo(1);
    }

    @Test
    void a_list_sent_again_with_more_rows_says_the_old_ones_once() throws Exception {
        file(
                "a.eml",
                mail("m1@x", HR, "跟踪表", "表.xlsx", xlsx(new Object[][] {LIST[0], LIST[1]}))
                        .getBytes(StandardCharsets.UTF_8));
        file("b.eml", mail("m2@x", HR, "跟踪表", "表.xlsx", xlsx(LIST)).getBytes(StandardCharsets.UTF_8));
        read();

        var balance = store.reconciliation().sources().get(0);
        assertThat(balance.merged()).isEqualTo(1);
        assertThat(balance.read()).isEqualTo(5);
    }

    @Test
    void reads_delimited_text_by_its_name() throws Exception {
        String csv = "姓名,手机,应聘岗位\n顾小满,13800007101,测试工程师\n贺知秋,13800007102,测试工程师\n";
        assertThat(outcomes(attached(HR, "候选人.csv", csv.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("顾小满", "贺知秋");
    }

    @Test
    void a_resume_in_a_sheet_without_labels_is_read_as_text() throws Exception {
        Object[][] resume = {
            {"个人简历"},
            {"何晓舟"},
            {"电话：13800001234  邮箱：hexiaozhou@example.com"},
            {"工作经历"},
            {"2012.07-2018.03 示例科技有限公司 测试工程师"},
            {"负责测试平台的建设，带领三人小组"},
            {"教育经历"},
            {"2008.09-2012.06 浙江大学 软件工程 本科"}
        };
        List<Reading> readings = attached(OUTSIDER, "简历.xlsx", xlsx(resume));

        assertThat(outcomes(readings)).containsExactly("何晓舟");
        assertThat(readings.get(0).facts().get(0).locator().display()).startsWith("hr/a.eml <m1@x> 简历.xlsx 表1!A");
    }

    @Test
    void leaves_out_sheets_about_something_else() throws Exception {
        Object[][] budget = {{"项目", "一季度", "二季度"}, {"差旅", "12000", "9000"}, {"办公", "3000", "3100"}};
        assertThat(outcomes(attached(HR, "预算.xlsx", xlsx(budget)))).containsExactly("NOT_A_RESUME");
        file("b.eml", mail("m2@x", HR, "附件", "表.xlsx", xlsx(LIST, budget)).getBytes(StandardCharsets.UTF_8));
        assertThat(outcomes(read())).contains("顾小满", "贺知秋", "NO_TABLE");
    }

    @Test
    void tells_of_lists_that_are_too_long_and_of_files_that_are_damaged() throws Exception {
        mostRows = 1;
        assertThat(outcomes(attached(HR, "长.xlsx", xlsx(LIST)))).containsExactly("TOO_MANY_ROWS");
        byte[] whole = xlsx(LIST);
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length / 2);
        file("b.xls", cut);
        assertThat(outcomes(read())).containsAnyOf("BROKEN", "CORRUPT");
    }

    @Test
    void a_report_of_the_programs_own_that_is_sent_on_is_no_list() throws Exception {
        try (XSSFWorkbook report = new XSSFWorkbook()) {
            report.createSheet("推荐名单");
            for (Object[] cells : LIST) {
                Row row = report.getSheetAt(0).createRow(report.getSheetAt(0).getPhysicalNumberOfRows());
                row.createCell(0).setCellValue(String.valueOf(cells[0]));
                row.createCell(1).setCellValue(String.valueOf(cells[1]));
            }
            report.createSheet("_talent_recall_report");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            report.write(bytes);
            assertThat(outcomes(attached(HR, "report.xlsx", bytes.toByteArray())))
                    .containsExactly("OWN_WORKBOOK");
        }
    }

    @Test
    void a_filled_review_from_outside_changes_nothing() throws Exception {
        try (XSSFWorkbook review = new XSSFWorkbook()) {
            review.createSheet("_talent_recall_review");
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            review.write(bytes);
            assertThat(outcomes(attached(OUTSIDER, "review.xlsx", bytes.toByteArray())))
                    .containsExactly("NOT_FROM_US");
            file("in.xlsx", bytes.toByteArray());
            assertThat(outcomes(read())).containsExactly("OWN_WORKBOOK");
        }
    }

    @Test
    void a_colleagues_roster_makes_nobody_a_candidate() throws Exception {
        Object[][] roster = {
            {"姓名", "手机", "部门", "岗位"},
            {"顾小满", "13800007101", "研发部", "测试工程师"},
            {"贺知秋", "13800007102", "研发部", "开发工程师"}
        };
        assertThat(outcomes(attached(HR, "通讯录.xlsx", xlsx(roster)))).containsExactly("LIST_OF_WHOM");
        file("b.eml", mail("m2@x", HR, "附件", "两张.xlsx", xlsx(LIST, roster)).getBytes(StandardCharsets.UTF_8));
        assertThat(outcomes(read())).contains("顾小满", "贺知秋", "LIST_OF_WHOM").hasSize(4);
        file("c.eml", mail("m3@x", HR, "附件", "候选人.xlsx", xlsx(roster)).getBytes(StandardCharsets.UTF_8));
        assertThat(outcomes(read())).contains("顾小满", "贺知秋").doesNotContain("LIST_OF_WHOM");
    }

    @Test
    void a_blank_form_is_nobodys() throws Exception {
        Object[][] blank = {
            {"Programme APPLICATION FORM"},
            {"Name:", "Name in Chinese (if applicable):"},
            {"Nationality:", "Date of Birth:"},
            {"Business Telephone:", "Fax:"},
            {"Mobile Phone:", "E-mail:"},
            {"Native Language:", "Highest Education:"},
            {"Job Title:", "No. of employees you are responsible for:"},
            {"Company Name:"},
            {"Parent Company:", "Origin of Parent Company:"},
            {"Contact: Ms. Niu, tel: +86 21 2890 5231, e-mail: admissions@school.example"}
        };
        List<Reading> readings = attached(OUTSIDER, "form.xlsx", xlsx(blank));
        assertThat(readings).allSatisfy(reading -> assertThat(reading.facts()).isEmpty());
    }

    @Test
    void a_list_that_takes_the_memory_of_its_parser_costs_the_other_files_nothing() throws Exception {
        file("a.csv", ("姓名,手机\n" + "顾".repeat(9 << 20)).getBytes(StandardCharsets.UTF_8));
        file("b.xlsx", xlsx(LIST));
        DocumentLimits small = new DocumentLimits(
                30L << 20, 1_000_000, Duration.ofSeconds(20), 40L << 20, PackedLimits.USUAL, OcrSettings.OFF);
        try (DocumentReader tight = new DocumentReader(small)) {
            documents = tight;
            assertThat(outcomes(read())).containsExactly("OUT_OF_MEMORY", "顾小满", "贺知秋");
        }
    }

    @Test
    void a_list_that_takes_too_long_is_rejected_with_none_of_its_rows() throws Exception {
        byte[] list = xlsx(LIST);
        DocumentLimits hasty = new DocumentLimits(30L << 20, 1_000_000, Duration.ofNanos(1));
        try (DocumentReader impatient = new DocumentReader(hasty)) {
            Path file = file("a.xlsx", list);
            try (ParsedRows rows = impatient.rows(file, Passwords.NONE, Deadline.in(Duration.ofMinutes(1)))) {
                assertThat(rows.lost()).isEqualTo(Why.TOO_SLOW);
                assertThat(catchThrowable(rows::next)).isInstanceOf(UnreadableWorkbook.class);
            }
        }
    }

    @Test
    void rows_that_nobody_fills_in_end_a_list_and_not_the_run() throws Exception {
        String csv =
                "姓名,手机,应聘岗位\n顾小满,13800007101,测试工程师\n贺知秋,13800007102," + ("长".repeat(30_000) + ",").repeat(8) + "\n";
        file(
                "a.eml",
                mail("m1@x", HR, "附件", "候选人.csv", csv.getBytes(StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
        file(
                "b.eml",
                mail("m2@x", HR, "附件", "表.xlsx", xlsx(new Object[][] {LIST[0], LIST[2]}))
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(outcomes(read())).contains("顾小满", "TOO_LARGE", "贺知秋");
    }
}
