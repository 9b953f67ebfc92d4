package org.talentrecall.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.poi.common.usermodel.PictureType;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRuby;
import org.talentrecall.ingest.document.DocumentReading.Read;
import org.talentrecall.ingest.document.DocumentReading.Unread;
import org.talentrecall.ingest.document.DocumentReading.Why;

class DocumentReaderTest {
    private static final DocumentReader READER = new DocumentReader(DocumentLimits.USUAL);

    @AfterAll
    static void close() {
        READER.close();
    }

    private static byte[] fixture(String name) throws IOException {
        try (InputStream input = DocumentReaderTest.class.getResourceAsStream(name)) {
            return input.readAllBytes();
        }
    }

    private static DocumentText text(byte[] content) {
        DocumentReading reading = READER.read(content);
        assertThat(reading).isInstanceOf(Read.class);
        return ((Read) reading).text();
    }

    private static void refused(byte[] content, Why why) {
        assertThat(READER.read(content)).isInstanceOfSatisfying(Unread.class, unread -> {
            assertThat(unread.code()).isEqualTo(why);
            assertThat(unread.sentence()).endsWith(".");
        });
    }

    private static byte[] form() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("个人简历");
            XWPFTable table = document.createTable(2, 4);
            String[][] cells = {{"姓名", "李云", "性别", ""}, {"工作经历", "2019-2023 某厂", "电话", "133 0000 8901"}};
            for (int row = 0; row < cells.length; row++) {
                for (int column = 0; column < cells[row].length; column++) {
                    table.getRow(row).getCell(column).setText(cells[row][column]);
                }
            }
            table.getRow(1).getCell(1).addParagraph().createRun().setText("2023-至今 另一厂");
            document.createParagraph().createRun().setText("以上属实");
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void reads_a_pdf_page_by_page() throws IOException {
        assertThat(text(fixture("two-pages.pdf")).pages())
                .containsExactly("Resume of Ada Byron\nPhone 138 0000 1234", "Second page\nShenzhen");
    }

    @Test
    void keeps_cells_and_rows_of_a_word_form_apart() throws IOException {
        assertThat(text(form()).pages().get(0).lines())
                .containsExactly("个人简历", "姓名\t李云\t性别", "工作经历\t2019-2023 某厂", "2023-至今 另一厂\t电话\t133 0000 8901", "以上属实");
    }

    @Test
    void leaves_out_how_characters_are_pronounced() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            XWPFParagraph name = document.createParagraph();
            name.createRun().setText("姓名：");
            CTRuby ruby = name.createRun().getCTR().addNewRuby();
            ruby.addNewRt().addNewR().addNewT().setStringValue("lín");
            ruby.addNewRubyBase().addNewR().addNewT().setStringValue("林");
            name.createRun().setText("远舟");
            document.write(bytes);

            assertThat(text(bytes.toByteArray()).pages()).containsExactly("姓名：林远舟");
        }
    }

    @Test
    void looks_at_a_package_once_for_its_type_and_its_text() throws IOException {
        Deadline end = Deadline.in(Duration.ofSeconds(60));
        DocumentReader.Look word = READER.look(form(), end);
        assertThat(word.type()).isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(word.text()).isEqualTo(READER.read(form())).isInstanceOf(Read.class);
        byte[] beginning = java.util.Arrays.copyOf(form(), 1500);
        assertThat(READER.look(beginning, end).type()).isEqualTo(READER.type(beginning));
        DocumentReader.Look pdf = READER.look(fixture("two-pages.pdf"), end);
        assertThat(pdf).isEqualTo(new DocumentReader.Look("application/pdf", null));
        assertThat(READER.read(fixture("two-pages.pdf"), pdf, end)).isInstanceOf(Read.class);
    }

    @Test
    void gives_the_type_of_a_package_whose_text_is_over_the_limit() throws IOException {
        try (DocumentReader strict = new DocumentReader(new DocumentLimits(1 << 20, 5, Duration.ofSeconds(20)))) {
            assertThat(strict.look(form(), Deadline.in(Duration.ofSeconds(60))).text())
                    .isInstanceOfSatisfying(
                            Unread.class, unread -> assertThat(unread.code()).isEqualTo(Why.TOO_LARGE));
        }
    }

    @Test
    void reads_rtf_in_a_chinese_code_page() throws IOException {
        assertThat(text(fixture("form.rtf")).whole()).contains("姓名", "李云", "133 0000 8901");
    }

    @Test
    void reads_html_and_saved_web_pages_that_call_themselves_doc() throws IOException {
        assertThat(text(fixture("html-in-gbk-named-doc.doc")).whole()).isEqualTo("姓名\t钱喆\n学历\t本科");
        assertThat(text(fixture("mhtml-named-doc.doc")).whole()).isEqualTo("姓名：沈月\n电话：135 0000 6789");
    }

    @Test
    void reads_text_files_without_a_label() throws IOException {
        assertThat(text(fixture("gbk-without-label.txt")).whole()).startsWith("简历\n姓名：程喆\n");
        assertThat(text(fixture("utf16-without-mark.txt")).whole()).startsWith("Name: Ada Byron\n");
    }

    @Test
    void refuses_with_a_reason_what_cannot_be_read() throws IOException {
        refused(new byte[0], Why.EMPTY);
        refused(fixture("no-text-at-all.pdf"), Why.NEEDS_OCR);
        refused(fixture("cut-off.pdf"), Why.CORRUPT);
        refused(java.util.Arrays.copyOf(form(), 1500), Why.CORRUPT);
        refused(new byte[] {'G', 'I', 'F', '8', '9', 'a', 0, 4, 0, 4}, Why.NEEDS_OCR);
        refused(new byte[] {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE, 0, 0, 0, 52}, Why.UNSUPPORTED);
    }

    @Test
    void refuses_a_document_under_a_password() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var stream = encryptor.getDataStream(files)) {
                stream.write(form());
            }
            files.writeFilesystem(bytes);
        }

        refused(bytes.toByteArray(), Why.ENCRYPTED);
    }

    @Test
    void refuses_what_is_larger_than_the_limits() throws IOException {
        try (DocumentReader small = new DocumentReader(new DocumentLimits(100, 20, Duration.ofSeconds(20)))) {
            assertThat(small.read(fixture("two-pages.pdf")))
                    .isInstanceOfSatisfying(
                            Unread.class, unread -> assertThat(unread.code()).isEqualTo(Why.TOO_LARGE));
            assertThat(small.read("more than twenty characters of text".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOfSatisfying(
                            Unread.class, unread -> assertThat(unread.code()).isEqualTo(Why.TOO_LARGE));
        }
        try (DocumentReader short1 = new DocumentReader(new DocumentLimits(1 << 20, 20, Duration.ofSeconds(20)))) {
            assertThat(short1.read(form()))
                    .isInstanceOfSatisfying(
                            Unread.class, unread -> assertThat(unread.code()).isEqualTo(Why.TOO_LARGE));
        }
    }

    @Test
    void gives_up_after_the_time_limit() throws IOException {
        try (DocumentReader hasty = new DocumentReader(new DocumentLimits(1 << 20, 1000, Duration.ofNanos(1)))) {
            assertThat(hasty.read(form(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"))
                    .isInstanceOfSatisfying(
                            Unread.class, unread -> assertThat(unread.code()).isEqualTo(Why.TOO_SLOW));
        }
    }

    /** A Word document that says nothing itself and shows what lies in a part of it. */
    static byte[] carrying(String name, byte[] content) throws Exception {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PackagePart part = document.getPackage()
                    .createPart(PackagingURIHelper.createPartName("/word/" + name), "application/xhtml+xml");
            try (OutputStream out = part.getOutputStream()) {
                out.write(content);
            }
            document.getPackagePart()
                    .addRelationship(
                            part.getPartName(),
                            TargetMode.INTERNAL,
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk",
                            "chunk");
            document.getDocument().getBody().addNewAltChunk().setId("chunk");
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void reads_word_documents_whose_words_lie_in_a_page_within() throws Exception {
        byte[] page =
                "<html><head><meta charset=utf-8></head><body><p>个人简历</p><table><tr><td>姓名</td><td>李云</td></tr></table>"
                        .getBytes(StandardCharsets.UTF_8);
        assertThat(text(carrying("afchunk.xhtml", page)).whole().lines()).containsExactly("个人简历", "姓名\t李云");
        byte[] saved = ("MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=B\r\n\r\n--B\r\n"
                        + "Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                        + "<p>姓名：李云</p>\r\n--B--\r\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(text(carrying("afchunk.mht", saved)).whole()).isEqualTo("姓名：李云");
        assertThat(text(carrying("afchunk.docx", form())).whole()).contains("姓名\t李云\t性别");
    }

    @Test
    void reads_all_of_a_large_saved_page_whatever_stands_before_its_words() {
        String style = "<style>" + "p{color:red}".repeat(200_000) + "</style>";
        byte[] page = ("MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html>" + style
                        + "<p>姓名：李云</p><p>电话：13300008901</p></html>")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(text(page).whole()).endsWith("电话：13300008901");
    }

    static byte[] pasted(byte[]... pictures) throws Exception {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (byte[] picture : pictures) {
                document.createParagraph()
                        .createRun()
                        .addPicture(
                                new ByteArrayInputStream(picture), PictureType.PNG, "scan.png", 5_000_000, 7_000_000);
            }
            document.write(bytes);
            return bytes.toByteArray();
        }
    }

    @Test
    void says_of_a_scan_that_was_pasted_into_word_that_it_wants_a_program() throws Exception {
        byte[] page = ScannedPages.png(new Font(Font.DIALOG, Font.PLAIN, 40), List.of("Ada"));
        DocumentLimits usual = DocumentLimits.USUAL;
        DocumentLimits blind = new DocumentLimits(
                usual.bytes(), usual.characters(), usual.time(), usual.memory(), usual.packed(), OcrSettings.OFF);
        try (DocumentReader reader = new DocumentReader(blind)) {
            assertThat(reader.read(pasted(page)))
                    .isEqualTo(new Unread(
                            "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Why.NEEDS_OCR));
            assertThat(reader.look(pasted(page), Deadline.in(Duration.ofSeconds(60)))
                            .text())
                    .isEqualTo(reader.read(pasted(page)));
            assertThat(reader.read(pasted()))
                    .isInstanceOfSatisfying(
                            Unread.class, unread -> assertThat(unread.code()).isEqualTo(Why.NO_TEXT));
        }
    }
}
