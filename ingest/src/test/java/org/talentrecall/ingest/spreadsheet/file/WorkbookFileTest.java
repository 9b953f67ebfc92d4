package org.talentrecall.ingest.spreadsheet.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFClientAnchor;
import org.apache.poi.hssf.usermodel.HSSFSheet;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.util.LittleEndian;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkbookFileTest {
    private static final String NS = "http://schemas.openxmlformats.org/";

    @TempDir
    Path folder;

    private Path write(Workbook workbook, String name) throws IOException {
        Path file = folder.resolve(name);
        try (workbook;
                OutputStream out = Files.newOutputStream(file)) {
            workbook.write(out);
        }
        return file;
    }

    private static void fill(Workbook workbook) {
        CellStyle day = style(workbook, "yyyy-mm-dd");
        CellStyle percent = style(workbook, "0.0%");
        CellStyle padded = style(workbook, "00000");
        Sheet sheet = workbook.createSheet("面试记录");
        Row row = sheet.createRow(2);
        row.createCell(0).setCellValue("王建国");
        row.createCell(1).setCellValue(13800001234d);
        row.createCell(2).setCellValue(LocalDate.of(2025, 10, 15));
        row.getCell(2).setCellStyle(day);
        row.createCell(3).setCellValue(0.125);
        row.getCell(3).setCellStyle(percent);
        row.createCell(28).setCellValue(42);
        row.getCell(28).setCellStyle(padded);
        sheet.createRow(3).createCell(0).setCellValue("  ");
        Row formulas = sheet.createRow(4);
        formulas.createCell(0).setCellFormula("1+2");
        formulas.createCell(1).setCellFormula("\"a\"&\"b\"");
        formulas.createCell(2).setCellFormula("1/0");
        formulas.createCell(3).setCellFormula("1=1");
        formulas.createCell(4).setCellValue(true);
        workbook.getCreationHelper().createFormulaEvaluator().evaluateAll();
        workbook.createSheet("codes").createRow(0).createCell(0).setCellValue("=cmd|' /C calc'!A0");
        workbook.setSheetHidden(1, true);
        workbook.createSheet("empty");
    }

    private static CellStyle style(Workbook workbook, String format) {
        CellStyle style = workbook.createCellStyle();
        style.setDataFormat(workbook.createDataFormat().getFormat(format));
        return style;
    }

    private static final List<String> FILLED = List.of(
            "面试记录!3 A:text=王建国 B:figure=13800001234 C:date=2025-10-15 D:figure=12.5% AC:figure=00042",
            "面试记录!5 A:figure=3 B:text=ab C:failure=#DIV/0! D:flag=TRUE E:flag=TRUE",
            "codes(hidden)!1 A:text==cmd|' /C calc'!A0");

    @Test
    void reads_xlsx_cells_as_people_see_them() throws Exception {
        XSSFWorkbook workbook = new XSSFWorkbook();
        fill(workbook);
        assertThat(Rows.of(write(workbook, "log.xlsx"))).isEqualTo(FILLED);
    }

    @Test
    void reads_xls_cells_like_those_of_xlsx() throws Exception {
        HSSFWorkbook workbook = new HSSFWorkbook();
        fill(workbook);
        assertThat(Rows.of(write(workbook, "log.xls"))).isEqualTo(FILLED);
    }

    @Test
    void tells_hidden_rows_and_columns_and_merged_cells_of_xls() throws Exception {
        HSSFWorkbook workbook = new HSSFWorkbook();
        for (String name : new String[] {"一", "二"}) {
            Sheet sheet = workbook.createSheet(name);
            for (int row = 0; row < 3; row++) {
                sheet.createRow(row).createCell(0).setCellValue(name + row);
            }
            sheet.getRow(1).setZeroHeight(true);
            sheet.setColumnHidden(name.equals("一") ? 2 : 1, true);
            sheet.addMergedRegion(new CellRangeAddress(1, name.equals("一") ? 2 : 4, 0, 1));
            ((HSSFSheet) sheet).createDrawingPatriarch().createSimpleShape(new HSSFClientAnchor());
        }
        List<String> told = new ArrayList<>();
        try (WorkbookRows rows = WorkbookFile.open(write(workbook, "hidden.xls"))) {
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                told.add(row.sheet() + row.number() + row.rowHidden() + rows.hiddenColumns() + rows.merges());
            }
        }
        String one = "[C][MergedCells[firstRow=2, lastRow=3, firstColumn=A, lastColumn=B]]";
        String two = "[B][MergedCells[firstRow=2, lastRow=5, firstColumn=A, lastColumn=B]]";
        assertThat(told)
                .containsExactly(
                        "一1false" + one,
                        "一2true" + one,
                        "一3false" + one,
                        "二1false" + two,
                        "二2true" + two,
                        "二3false" + two);
    }

    /** As damaged files and those of other programs have it: what rows need none of is cut, formulas are marked as older ones. */
    @Test
    void reads_xls_whose_other_records_are_damaged() throws Exception {
        HSSFWorkbook workbook = new HSSFWorkbook();
        fill(workbook);
        Path whole = write(workbook, "whole.xls");
        int damaged = 0;
        ByteArrayOutputStream records = new ByteArrayOutputStream();
        try (POIFSFileSystem file = new POIFSFileSystem(whole.toFile(), true);
                InputStream in = file.createDocumentInputStream("Workbook")) {
            for (byte[] head = in.readNBytes(4); head.length == 4; head = in.readNBytes(4)) {
                int kind = LittleEndian.getUShort(head, 0);
                byte[] body = in.readNBytes(LittleEndian.getUShort(head, 2));
                boolean iterations = kind == 0x10;
                if (iterations) {
                    body = new byte[16];
                    LittleEndian.putUShort(head, 2, body.length);
                }
                LittleEndian.putUShort(head, 0, kind == 0x06 ? 0x406 : kind);
                records.write(head);
                records.write(body);
                damaged += iterations ? 1 : 0;
            }
        }
        assertThat(damaged).isPositive();
        Path file = folder.resolve("damaged.xls");
        try (POIFSFileSystem made = new POIFSFileSystem();
                OutputStream out = Files.newOutputStream(file)) {
            made.createDocument(new ByteArrayInputStream(records.toByteArray()), "Workbook");
            made.writeFilesystem(out);
        }
        assertThat(Rows.of(file)).isEqualTo(FILLED);
    }

    @Test
    void joins_rich_text() throws Exception {
        XSSFWorkbook workbook = new XSSFWorkbook();
        XSSFRichTextString rich = new XSSFRichTextString("岗位");
        rich.append("冻结", workbook.createFont());
        workbook.createSheet("s").createRow(0).createCell(0).setCellValue(rich);
        assertThat(Rows.of(write(workbook, "rich.xlsx"))).containsExactly("s!1 A:text=岗位冻结");
    }

    @Test
    void counts_days_from_1904_where_the_workbook_does() throws Exception {
        XSSFWorkbook workbook = new XSSFWorkbook();
        workbook.getCTWorkbook().addNewWorkbookPr().setDate1904(true);
        Row row = workbook.createSheet("s").createRow(0);
        row.createCell(0).setCellValue(43_388);
        row.getCell(0).setCellStyle(style(workbook, "m/d/yy"));
        row.createCell(1).setCellValue(43_388);
        Path file = write(workbook, "mac.xlsx");
        assertThat(Rows.of(file)).containsExactly("s!1 A:date=2022-10-16 B:figure=43388");
        try (WorkbookRows rows = WorkbookFile.open(file)) {
            CellValue bare =
                    java.util.Objects.requireNonNull(rows.next()).cells().get(1).value();
            assertThat(((CellValue.Figure) bare).asDate())
                    .contains(LocalDate.of(2022, 10, 16).atStartOfDay());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
    void finds_charset_and_delimiter_of_text(String charset) throws Exception {
        Path file = folder.resolve("list.csv");
        Files.write(file, "姓名;电话;备注\n王建国;13800001234;\"两行\n备注, 逗号\"\n\n朱喆;;\n".getBytes(charset));
        assertThat(Rows.of(file))
                .containsExactly(
                        "!1 A:text=姓名 B:text=电话 C:text=备注",
                        "!2 A:text=王建国 B:text=13800001234 C:text=两行\n备注, 逗号",
                        "!4 A:text=朱喆");
    }

    @Test
    void reads_text_with_mark_separator_line_and_kept_zeros() throws Exception {
        Path file = folder.resolve("list.csv");
        Files.writeString(file, "\ufeffsep=|\nid|name\n=\"0012\"|Jan\n");
        assertThat(Rows.of(file)).containsExactly("!2 A:text=id B:text=name", "!3 A:text=0012 B:text=Jan");
    }

    private UnreadableWorkbook fault(Path file) {
        return catchThrowableOfType(UnreadableWorkbook.class, () -> Rows.of(file));
    }

    @Test
    void refuses_encrypted_workbooks() throws Exception {
        Path xlsx = folder.resolve("secret.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("geheim");
            try (OutputStream out = encryptor.getDataStream(container)) {
                out.write("PK".getBytes(StandardCharsets.US_ASCII));
            }
            try (OutputStream out = Files.newOutputStream(xlsx)) {
                container.writeFilesystem(out);
            }
        }
        assertThat(fault(xlsx).code()).isEqualTo(UnreadableWorkbook.Code.ENCRYPTED);

        HSSFWorkbook workbook = new HSSFWorkbook();
        workbook.createSheet("s").createRow(0).createCell(0).setCellValue("x");
        Biff8EncryptionKey.setCurrentUserPassword("geheim");
        Path xls;
        try {
            xls = write(workbook, "secret.xls");
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        assertThat(fault(xls).code()).isEqualTo(UnreadableWorkbook.Code.ENCRYPTED);
    }

    @Test
    void refuses_what_is_cut_off_empty_or_no_workbook() throws Exception {
        XSSFWorkbook workbook = new XSSFWorkbook();
        fill(workbook);
        byte[] whole = Files.readAllBytes(write(workbook, "whole.xlsx"));
        Path cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(fault(cut).code()).isEqualTo(UnreadableWorkbook.Code.BROKEN);
        assertThat(fault(Files.write(folder.resolve("no.csv"), new byte[0])).code())
                .isEqualTo(UnreadableWorkbook.Code.EMPTY);
        assertThat(fault(Files.write(folder.resolve("noise.csv"), new byte[] {1, 2, 3, 4, 5, 6}))
                        .code())
                .isEqualTo(UnreadableWorkbook.Code.UNSUPPORTED);
        assertThat(fault(Files.writeString(folder.resolve("page.xls"), "{\\rtf1 a table}"))
                        .code())
                .isEqualTo(UnreadableWorkbook.Code.UNSUPPORTED);
    }

    /** A workbook of hand-made parts. */
    private Path parts(String name, Map<String, byte[]> more) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            put(
                    zip,
                    "_rels/.rels",
                    ("<Relationships xmlns='" + NS + "package/2006/relationships'>"
                                    + "<Relationship Id='r1' Type='" + NS
                                    + "officeDocument/2006/relationships/officeDocument'"
                                    + " Target='xl/workbook.xml'/></Relationships>")
                            .getBytes(StandardCharsets.UTF_8));
            put(
                    zip,
                    "xl/workbook.xml",
                    ("<workbook xmlns='" + NS + "spreadsheetml/2006/main' xmlns:r='" + NS
                                    + "officeDocument/2006/relationships'><sheets><sheet name='s' sheetId='1' r:id='r1'/>"
                                    + "</sheets></workbook>")
                            .getBytes(StandardCharsets.UTF_8));
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    ("<Relationships><Relationship Id='r1' Type='" + NS
                                    + "officeDocument/2006/relationships/worksheet' Target='sheet.xml'/></Relationships>")
                            .getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<String, byte[]> part : more.entrySet()) {
                put(zip, part.getKey(), part.getValue());
            }
        }
        return file;
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    @Test
    void stops_a_sheet_that_inflates_without_end() throws Exception {
        byte[] blanks = new byte[80 << 20];
        Arrays.fill(blanks, (byte) ' ');
        byte[] head = "<worksheet><sheetData>".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(head, 0, blanks, 0, head.length);
        Path bomb = parts("bomb.xlsx", Map.of("xl/sheet.xml", blanks));
        assertThat(fault(bomb).code()).isEqualTo(UnreadableWorkbook.Code.TOO_LARGE);
    }

    @Test
    void expands_no_entities() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "top secret");
        String sheet = "<!DOCTYPE worksheet [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]><worksheet><sheetData>"
                + "<row r='1'><c r='A1' t='str'><v>&x;</v></c></row></sheetData></worksheet>";
        Path file = parts("xxe.xlsx", Map.of("xl/sheet.xml", sheet.getBytes(StandardCharsets.UTF_8)));
        UnreadableWorkbook fault = fault(file);
        assertThat(fault.code()).isEqualTo(UnreadableWorkbook.Code.UNSUPPORTED);
        assertThat(fault).hasMessageContaining("declares entities").hasMessageNotContaining("top secret");
    }

    @Test
    void tells_of_entities_that_swell_up() throws Exception {
        String sheet = "<!DOCTYPE worksheet [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
                + "<worksheet><sheetData><row r='1'><c r='A1' t='str'><v>&b;</v></c></row></sheetData></worksheet>";
        Path file = parts("swells.xlsx", Map.of("xl/sheet.xml", sheet.getBytes(StandardCharsets.UTF_8)));
        assertThat(fault(file)).hasMessageContaining("declares entities");
    }

    @Test
    void reads_rows_and_cells_without_references_and_inline_strings() throws Exception {
        String sheet = "<worksheet><sheetData><row><c t='inlineStr'><is><r><t>Na</t></r><r><t>me</t></r>"
                + "<rPh sb='0' eb='1'><t>no</t></rPh></is></c><c><v>7</v></c></row>"
                + "<row r='9'><c r='C9' t='str'><v>a_x000A_b</v></c><c t='s'><v>5</v></c></row></sheetData></worksheet>";
        Path file = parts("bare.xlsx", Map.of("xl/sheet.xml", sheet.getBytes(StandardCharsets.UTF_8)));
        assertThat(Rows.of(file)).containsExactly("s!1 A:text=Name B:figure=7", "s!9 C:text=a\nb");
    }

    @Test
    void keeps_shared_strings_beyond_the_limit_on_disk() throws Exception {
        try (SharedStrings strings = new SharedStrings(100)) {
            for (int i = 0; i < 20_000; i++) {
                strings.add("字符串 number " + i);
            }
            strings.complete();
            for (int i : new int[] {0, 5, 19_999, 7_777, 6, 12_345}) {
                assertThat(strings.get(i)).isEqualTo("字符串 number " + i);
            }
            assertThat(strings.get(20_000)).isNull();
            assertThat(strings.get(-1)).isNull();
        }
    }
}
