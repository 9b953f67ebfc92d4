package org.talentrecall.ingest.spreadsheet.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkbookFormatsTest {
    private static final Charset GBK = Charset.forName("GBK");

    @TempDir
    Path folder;

    private Path zip(String name, Map<String, byte[]> parts) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return file;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final String ODS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
              xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
              xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
              xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
              xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
              office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
            <office:automatic-styles><style:style style:name="ta2" style:family="table"><style:table-properties
              table:display="false"/></style:style></office:automatic-styles>
            <office:body><office:spreadsheet>
            <table:table table:name="面试" table:style-name="ta1">
              <table:table-column table:number-columns-repeated="2"/><table:table-column table:visibility="collapse"/>
              <table:table-row><table:table-cell table:number-columns-spanned="2" table:number-rows-spanned="1"
                office:value-type="string"><text:p>姓<text:span>名</text:span></text:p>
                <office:annotation><text:p>a comment</text:p></office:annotation></table:table-cell>
                <table:covered-table-cell/><table:table-cell office:value-type="date"
                office:date-value="2025-10-15"><text:p>15/10/25</text:p></table:table-cell></table:table-row>
              <table:table-row table:number-rows-repeated="1048000"><table:table-cell
                table:number-columns-repeated="16384"/></table:table-row>
              <table:table-row table:visibility="filter"><table:table-cell table:number-columns-repeated="3"/>
                <table:table-cell office:value-type="float" office:value="13800001234"><text:p>1.38E+10</text:p>
                </table:table-cell><table:table-cell office:value-type="boolean" office:boolean-value="true">
                <text:p>WAHR</text:p></table:table-cell><table:table-cell office:value-type="percentage"
                office:value="0.125"><text:p>12.5%</text:p></table:table-cell><table:table-cell
                office:value-type="string" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>
              </table:table-row>
              <table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="string"
                table:number-columns-repeated="2"><text:p>a</text:p><text:p>b<text:s text:c="2"/>c</text:p>
                </table:table-cell></table:table-row>
            </table:table>
            <table:table table:name="参数" table:style-name="ta2"><table:table-row><table:table-cell
              office:value-type="string"><text:p>=cmd|' /C calc'!A0</text:p></table:table-cell></table:table-row>
            </table:table></office:spreadsheet></office:body></office:document-content>
            """;
    private static final List<String> ODS_ROWS = List.of(
            "面试!1 A:text=姓名 C:date=2025-10-15",
            "面试!1048002 D:figure=13800001234 E:flag=TRUE F:figure=12.5% G:failure=#N/A",
            "面试!1048003 A:text=a\nb  c B:text=a\nb  c",
            "面试!1048004 A:text=a\nb  c B:text=a\nb  c",
            "参数(hidden)!1 A:text==cmd|' /C calc'!A0");

    @Test
    void reads_open_document_with_repeats_unexpanded() throws Exception {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.spreadsheet"));
        parts.put("content.xml", utf8(ODS));
        Path file = zip("a.ods", parts);
        assertThat(Rows.of(file)).isEqualTo(ODS_ROWS);
        try (WorkbookRows rows = WorkbookFile.open(file)) {
            rows.next();
            assertThat(rows.merges()).containsExactly(new MergedCells(1, 1, "A", "B"));
            assertThat(rows.hiddenColumns()).containsExactly("C");
            SheetRow filtered = rows.next();
            assertThat(filtered).isNotNull();
            assertThat(filtered.rowHidden()).isTrue();
        }
        assertThat(Rows.of(Files.writeString(folder.resolve("flat.fods"), ODS))).isEqualTo(ODS_ROWS);
    }

    @Test
    void refuses_encrypted_open_document() throws Exception {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("mimetype", utf8("application/vnd.oasis.opendocument.spreadsheet"));
        parts.put("content.xml", new byte[] {1, 2, 3});
        parts.put("META-INF/manifest.xml", utf8("<manifest><file-entry><encryption-data/></file-entry></manifest>"));
        assertThat(fault(zip("secret.ods", parts)).code()).isEqualTo(UnreadableWorkbook.Code.ENCRYPTED);
    }

    private UnreadableWorkbook fault(Path file) {
        return catchThrowableOfType(UnreadableWorkbook.class, () -> Rows.of(file));
    }

    @Test
    void reads_spreadsheet_xml_of_2003() throws Exception {
        String xml = """
                <?xml version="1.0"?>
                <?mso-application progid="Excel.Sheet"?>
                <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
                 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
                <Styles><Style ss:ID="s1"><NumberFormat ss:Format="yyyy\\-mm"/></Style>
                <Style ss:ID="s2"><NumberFormat ss:Format="Percent"/></Style></Styles>
                <Worksheet ss:Name="候选人"><Table><Column ss:Index="2" ss:Hidden="1"/>
                <Row ss:Index="3"><Cell ss:MergeAcross="1"><Data ss:Type="String">王建国</Data>
                 <Comment><Data ss:Type="String">a comment</Data></Comment></Cell>
                 <Cell ss:StyleID="s1"><Data ss:Type="DateTime">2025-10-15T00:00:00.000</Data></Cell>
                 <Cell ss:Index="6" ss:StyleID="s2"><Data ss:Type="Number">0.125</Data></Cell>
                 <Cell><Data ss:Type="Error">#REF!</Data></Cell>
                 <Cell><ss:Data ss:Type="String"><html:B>岗位</html:B>冻结</ss:Data></Cell></Row>
                <Row ss:Hidden="1"><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>
                </Table></Worksheet><Worksheet ss:Name="h"><Table><Row><Cell><Data ss:Type="String">x</Data></Cell></Row>
                </Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible>
                </WorksheetOptions></Worksheet></Workbook>
                """;
        Path file = Files.writeString(folder.resolve("export.xls"), xml);
        assertThat(Rows.of(file))
                .containsExactly(
                        "候选人!3 A:text=王建国 C:date=2025-10-15 F:figure=12.50% G:failure=#REF! H:text=岗位冻结",
                        "候选人!4 A:flag=TRUE", "h(hidden)!1 A:text=x");
        try (WorkbookRows rows = WorkbookFile.open(file)) {
            SheetRow first = rows.next();
            assertThat(first).isNotNull();
            assertThat(first.cells().get(1).value().displayed()).isEqualTo("2025-10");
            assertThat(rows.hiddenColumns()).containsExactly("B");
            assertThat(rows.merges()).containsExactly(new MergedCells(3, 3, "A", "B"));
        }
    }

    @Test
    void reads_html_tables_named_xls_in_gbk() throws Exception {
        String html =
                "<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><head><meta charset=gb2312></head><body>"
                        + "<table border=1><tr><th rowspan=2>姓名<th colspan=2>联系方式</tr><tr><td>电话<td>邮箱</tr>"
                        + "<tr><td>王建国<td style='mso-number-format:\"\\@\"'>13800001234</td><td><a href=x>w@example.com</a></tr>"
                        + "<tr><td colspan=3>&nbsp;</td></tr><tr style='display: none'><td>两<br>行 &amp; 更多</tr></table></body>";
        Path file = Files.write(folder.resolve("export.xls"), html.getBytes(GBK));
        assertThat(Rows.of(file))
                .containsExactly(
                        "!1 A:text=姓名 B:text=联系方式",
                        "!2 B:text=电话 C:text=邮箱",
                        "!3 A:text=王建国 B:text=13800001234 C:text=w@example.com",
                        "!5 A:text=两\n行 & 更多");
    }

    @Test
    void reads_text_saved_as_unicode_by_excel() throws Exception {
        Path file = folder.resolve("unicode.txt");
        Files.write(file, "\ufeff姓名\t备注\r\n王建国\t\"两行\n\"\"备注\"\"\"\r\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(Rows.of(file)).containsExactly("!1 A:text=姓名 B:text=备注", "!2 A:text=王建国 B:text=两行\n\"备注\"");
    }

    /** Bytes of records with a two-byte type and a two-byte length. */
    private static void record(ByteArrayOutputStream out, int type, Object... fields) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (Object field : fields) {
            if (field instanceof Integer number) {
                data.write(number & 0xff);
                data.write(number >> 8 & 0xff);
            } else if (field instanceof Double number) {
                long bits = Double.doubleToLongBits(number);
                IntStream.range(0, 8).forEach(i -> data.write((int) (bits >> 8 * i)));
            } else {
                data.write((byte[]) field);
            }
        }
        out.write(type & 0xff);
        out.write(type >> 8);
        out.write(data.size() & 0xff);
        out.write(data.size() >> 8);
        out.write(data.toByteArray());
    }

    private static byte[] counted(String text, int bytesOfCount) {
        byte[] words = text.getBytes(GBK);
        byte[] all = new byte[words.length + bytesOfCount];
        all[0] = (byte) words.length;
        System.arraycopy(words, 0, all, bytesOfCount, words.length);
        return all;
    }

    @Test
    void reads_excel_2_and_excel_5_without_a_container() throws Exception {
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        record(two, 0x09, 2, 0x10);
        record(two, 0x42, 936);
        record(two, 0x04, 0, 0, new byte[3], counted("姓名", 1));
        record(two, 0x03, 1, 1, new byte[3], 12.5);
        record(two, 0x0a);
        assertThat(Rows.of(Files.write(folder.resolve("two.xls"), two.toByteArray())))
                .containsExactly("!1 A:text=姓名", "!2 B:figure=12.5");

        ByteArrayOutputStream five = new ByteArrayOutputStream();
        record(five, 0x809, 0x500, 0x05);
        record(five, 0x42, 936);
        record(five, 0x41e, 164, counted("yyyy\"年\"m\"月\"", 1));
        record(five, 0xe0, 0, 0);
        record(five, 0xe0, 0, 164);
        record(five, 0x85, 0, 0, new byte[] {1, 0}, counted("旧表", 1));
        record(five, 0x0a);
        record(five, 0x809, 0x500, 0x10);
        record(five, 0x204, 0, 0, 0, counted("王建国", 2));
        record(five, 0xbd, 0, 1, 0, 42 << 2 | 2, 0, 1, 0, 0x40e6, 2);
        record(five, 0x06, 1, 0, 0, new byte[] {0, 0, 0, 0, 0, 0, -1, -1}, 0, 0, 0);
        record(five, 0x207, counted("结果", 2));
        record(five, 0x205, 1, 1, 0, new byte[] {42, 1});
        record(five, 0x0a);
        assertThat(Rows.of(Files.write(folder.resolve("five.xls"), five.toByteArray())))
                .containsExactly(
                        "旧表(hidden)!1 A:text=王建国 B:figure=42 C:date=2023-05-10",
                        "旧表(hidden)!2 A:text=结果 B:failure=#N/A");
    }

    @ParameterizedTest
    @EnumSource(
            value = EncryptionMode.class,
            names = {"standard", "agile"})
    void opens_protected_xlsx_with_a_password_of_the_source(EncryptionMode mode) throws Exception {
        Path plain = folder.resolve("plain.xlsx");
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                OutputStream out = Files.newOutputStream(plain)) {
            workbook.createSheet("s").createRow(0).createCell(0).setCellValue("机密");
            workbook.write(out);
        }
        Path file = folder.resolve("secret.xlsx");
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(mode).getEncryptor();
            encryptor.confirmPassword("geheim");
            try (OutputStream out = encryptor.getDataStream(container)) {
                Files.copy(plain, out);
            }
            try (OutputStream out = Files.newOutputStream(file)) {
                container.writeFilesystem(out);
            }
        }
        opensWithItsPasswordOnly(file);
    }

    @Test
    void opens_protected_xls_with_a_password_of_the_source() throws Exception {
        Path file = folder.resolve("secret.xls");
        Biff8EncryptionKey.setCurrentUserPassword("geheim");
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            workbook.createSheet("s").createRow(0).createCell(0).setCellValue("机密");
            workbook.write(out);
        } finally {
            Biff8EncryptionKey.setCurrentUserPassword(null);
        }
        opensWithItsPasswordOnly(file);
    }

    private static void opensWithItsPasswordOnly(Path file) throws IOException, UnreadableWorkbook {
        try (WorkbookRows rows = WorkbookFile.open(file, new Passwords(List.of("falsch", "geheim")))) {
            SheetRow row = rows.next();
            assertThat(row).isNotNull();
            assertThat(row.cells().get(0).value().shown()).isEqualTo("机密");
            assertThat(rows.next()).isNull();
        }
        UnreadableWorkbook none = catchThrowableOfType(UnreadableWorkbook.class, () -> WorkbookFile.open(file));
        assertThat(none.code()).isEqualTo(UnreadableWorkbook.Code.ENCRYPTED);
        assertThat(none).hasMessageContaining("add it to the passwords of its source");
        UnreadableWorkbook wrong = catchThrowableOfType(
                UnreadableWorkbook.class, () -> WorkbookFile.open(file, new Passwords(List.of("falsch"))));
        assertThat(wrong).hasMessageContaining("none of the passwords").hasMessageNotContaining("falsch");
    }

    /** A record of a binary workbook. */
    private static void binary(ByteArrayOutputStream out, int type, Object... fields) throws IOException {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        for (Object field : fields) {
            if (field instanceof Integer number) {
                IntStream.range(0, 4).forEach(i -> data.write(number >> 8 * i));
            } else if (field instanceof Double number) {
                long bits = Double.doubleToLongBits(number);
                IntStream.range(0, 8).forEach(i -> data.write((int) (bits >> 8 * i)));
            } else if (field instanceof String text) {
                IntStream.range(0, 4).forEach(i -> data.write(text.length() >> 8 * i));
                data.write(text.getBytes(StandardCharsets.UTF_16LE));
            } else {
                data.write((byte[]) field);
            }
        }
        if (type < 128) {
            out.write(type);
        } else {
            out.write(type & 0x7f | 0x80);
            out.write(type >> 7);
        }
        out.write(data.size());
        out.write(data.toByteArray());
    }

    @Test
    void reads_binary_workbooks() throws Exception {
        String types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
        ByteArrayOutputStream book = new ByteArrayOutputStream();
        binary(book, 153, 0, 0, "");
        binary(book, 156, 1, 1, "r1", "面试");
        ByteArrayOutputStream styles = new ByteArrayOutputStream();
        binary(styles, 617, 2);
        binary(styles, 47, new byte[] {0, 0, 0, 0}, new byte[12]);
        binary(styles, 47, new byte[] {0, 0, 31, 0}, new byte[12]);
        binary(styles, 618);
        ByteArrayOutputStream strings = new ByteArrayOutputStream();
        binary(strings, 19, new byte[1], "王建国");
        ByteArrayOutputStream sheet = new ByteArrayOutputStream();
        binary(sheet, 60, 1, 1, 0, 0, new byte[] {1, 0});
        binary(sheet, 0, 4, 0, new byte[] {0, 0, 0, 0x10, 0});
        binary(sheet, 7, 0, 0, 0);
        binary(sheet, 5, 1, 1, 45945.0);
        binary(sheet, 2, 2, 0, 1250 << 2 | 3);
        binary(sheet, 3, 3, 0, new byte[] {7});
        binary(sheet, 8, 4, 0, "结果");
        binary(sheet, 7, 5, 0, 99);
        binary(sheet, 146);
        binary(sheet, 176, 0, 1, 0, 2);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put(
                "_rels/.rels",
                utf8("<Relationships><Relationship Id='r' Type='" + types
                        + "officeDocument' Target='xl/workbook.bin'/></Relationships>"));
        parts.put(
                "xl/_rels/workbook.bin.rels",
                utf8("<Relationships><Relationship Id='r1' Type='" + types
                        + "worksheet' Target='sheet1.bin'/><Relationship Id='r2' Type='" + types
                        + "styles' Target='styles.bin'/><Relationship Id='r3' Type='" + types
                        + "sharedStrings' Target='strings.bin'/></Relationships>"));
        parts.put("xl/workbook.bin", book.toByteArray());
        parts.put("xl/styles.bin", styles.toByteArray());
        parts.put("xl/strings.bin", strings.toByteArray());
        parts.put("xl/sheet1.bin", sheet.toByteArray());
        Path file = zip("a.xlsb", parts);
        assertThat(Rows.of(file))
                .containsExactly("面试(hidden)!5 A:text=王建国 B:date=2025-10-15 C:figure=12.5 D:failure=#DIV/0! E:text=结果");
        try (WorkbookRows rows = WorkbookFile.open(file)) {
            SheetRow row = rows.next();
            assertThat(row).isNotNull();
            assertThat(row.rowHidden()).isTrue();
            assertThat(row.cells().get(1).value().displayed()).isEqualTo("2025年10月15日");
            assertThat(rows.merges()).containsExactly(new MergedCells(1, 2, "A", "C"));
            assertThat(rows.hiddenColumns()).containsExactly("B");
        }
    }
}
