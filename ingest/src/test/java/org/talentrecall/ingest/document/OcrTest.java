package org.talentrecall.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.ingest.document.DocumentReading.Read;
import org.talentrecall.ingest.document.DocumentReading.Unread;
import org.talentrecall.ingest.document.DocumentReading.Why;

/** The way to tesseract and back, with a script in its place. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is one of a shell")
class OcrTest {
    private static final Font FONT = new Font(Font.DIALOG, Font.PLAIN, 40);
    private static final String FOUND = "姓名：陈镕喆\n";

    @TempDir
    private static Path folder;

    private static OcrSettings ocr;
    private static DocumentReader reader;

    @BeforeAll
    static void start() throws IOException {
        ocr = TesseractStandIn.in(folder, FOUND);
        reader = reader(ocr);
    }

    @AfterAll
    static void end() {
        reader.close();
    }

    @BeforeEach
    void finds() throws IOException {
        TesseractStandIn.finds(folder, FOUND);
    }

    private static DocumentReader reader(OcrSettings settings) {
        DocumentLimits usual = DocumentLimits.USUAL;
        return new DocumentReader(new DocumentLimits(
                usual.bytes(), usual.characters(), usual.time(), usual.memory(), usual.packed(), settings));
    }

    private static DocumentReading read(byte[] content) {
        return reader.read(content);
    }

    private static DocumentReading read(byte[] content, OcrSettings settings) {
        try (DocumentReader other = reader(settings)) {
            return other.read(content);
        }
    }

    private static OcrSettings within(int seconds) {
        return new OcrSettings(true, folder, "eng", 5, Duration.ofSeconds(seconds));
    }

    private static List<String> pages(DocumentReading reading) {
        assertThat(reading).isInstanceOf(Read.class);
        return ((Read) reading).text().pages();
    }

    private static void refused(DocumentReading reading, Why why) {
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Unread.class, unread -> assertThat(unread.code()).isEqualTo(why));
    }

    private static List<String> asked() throws IOException {
        return Files.readAllLines(folder.resolve("asked"));
    }

    @Test
    void finds_the_program_its_version_and_its_languages() throws IOException {
        Tesseract found = Tesseract.find(ocr);

        assertThat(found.installed()).isTrue();
        assertThat(found.version()).isEqualTo("5.9.1");
        assertThat(found.languages()).containsExactlyInAnyOrder("chi_sim", "eng", "osd");
        assertThat(found.usable()).containsExactly("chi_sim", "eng");
        assertThat(found.data()).isEqualTo(folder + "/data/");
        assertThat(found.ready()).isTrue();
    }

    @Test
    void finds_nothing_where_nothing_is() {
        Tesseract found =
                Tesseract.find(new OcrSettings(true, folder.resolve("none"), "chi_sim+eng", 5, Duration.ofSeconds(20)));

        assertThat(found.installed()).isFalse();
        assertThat(found.ready()).isFalse();
    }

    @Test
    void reads_a_picture_in_the_languages_that_are_installed_and_says_that_it_was_one() throws IOException {
        DocumentReading reading = read(ScannedPages.png(FONT, List.of("Ada Byron")));

        assertThat(pages(reading)).containsExactly("姓名：陈镕喆\np1");
        assertThat(((Read) reading).text().recognised()).isTrue();
        assertThat(asked()).hasSize(1).first().asString().contains("-l chi_sim+eng", "preserve_interword_spaces=1");
    }

    @Test
    void reads_pictures_of_every_usual_format() throws IOException {
        for (String format : List.of("jpeg", "gif", "bmp")) {
            assertThat(pages(read(ScannedPages.picture(format, FONT, List.of("Ada")))))
                    .as(format)
                    .hasSize(1);
        }
    }

    @Test
    void reads_a_scanned_pdf_page_by_page_to_the_limit() throws IOException {
        byte[] pdf = ScannedPages.pdf(FONT, Collections.nCopies(4, List.of("Ada")));

        assertThat(pages(read(pdf))).containsExactly("姓名：陈镕喆\np1", "姓名：陈镕喆\np2");
        assertThat(asked()).hasSize(2);
    }

    @Test
    void reads_a_tiff_page_by_page_to_the_limit() throws IOException {
        byte[] tiff = ScannedPages.tiff(FONT, Collections.nCopies(3, List.of("Ada")));

        assertThat(pages(read(tiff))).containsExactly("姓名：陈镕喆\np1", "姓名：陈镕喆\np2");
        assertThat(asked().get(1)).contains("tessedit_page_number=1");
    }

    @Test
    void reads_what_lies_beneath_the_stamp_of_a_scanning_program() throws IOException {
        byte[] pdf = ScannedPages.pdf(FONT, List.of(List.of("Ada")), "Scanned by S");

        TesseractStandIn.finds(folder, FOUND.repeat(20));
        assertThat(read(pdf))
                .isInstanceOfSatisfying(
                        Read.class, read -> assertThat(read.text().recognised()).isTrue());
        TesseractStandIn.finds(folder, "l");
        pdf = ScannedPages.pdf(FONT, List.of(List.of("Eve")), "Scanned by S");
        assertThat(pages(read(pdf))).containsExactly("Scanned by S");
        assertThat(pages(read(pdf, OcrSettings.OFF))).containsExactly("Scanned by S");
    }

    @Test
    void keeps_the_pages_that_were_read_in_time() throws IOException {
        byte[] pdf = ScannedPages.pdf(FONT, Collections.nCopies(3, List.of("Ada")));
        byte[] other = ScannedPages.pdf(FONT, Collections.nCopies(1, List.of("Eve")));

        try (DocumentReader brief = reader(within(12))) {
            // A fresh child has Tika to load, which takes as long as the machine is busy.
            brief.read(other);
            TesseractStandIn.finds(folder, FOUND);
            TesseractStandIn.does(folder, "[ \"$n\" = 1 ] || exec sleep 60");

            assertThat(pages(brief.read(pdf))).containsExactly("姓名：陈镕喆\np1");
        }
    }

    @Test
    void gives_up_a_picture_that_takes_too_long() throws IOException {
        TesseractStandIn.does(folder, "exec sleep 60");

        // Whatever the machine is busy with, there is less time than the program takes and more than it takes to say
        // so.
        refused(read(ScannedPages.png(FONT, List.of("Ada")), within(1)), Why.OCR_TOO_SLOW);
    }

    @Test
    void refuses_a_picture_in_which_nothing_is_found_or_that_cannot_be_opened() throws IOException {
        byte[] picture = ScannedPages.png(FONT, List.of("Eve"));

        TesseractStandIn.does(folder, "exit 1");
        refused(read(picture), Why.CORRUPT);
        TesseractStandIn.does(folder, "printf '' > \"$2.txt\"; exit 0");
        refused(read(picture), Why.NO_TEXT);
    }

    @Test
    void asks_of_a_picture_that_comes_again_only_once() throws IOException {
        byte[] logo = ScannedPages.png(FONT, List.of("Logo"));

        assertThat(read(logo)).isEqualTo(read(logo));
        assertThat(asked()).hasSize(1);
    }

    @Test
    void does_not_ask_of_icons() throws IOException {
        byte[] png = ScannedPages.png(FONT, List.of("Ada"));
        ByteBuffer.wrap(png).putInt(16, 120).putInt(20, 60);
        byte[] gif = ScannedPages.picture("gif", FONT, List.of("Ada"));
        ByteBuffer.wrap(gif)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(6, (short) 31)
                .putShort(8, (short) 20);

        refused(read(png), Why.SMALL_PICTURE);
        refused(read(gif), Why.SMALL_PICTURE);
        assertThat(PictureSize.points(ScannedPages.picture("jpeg", FONT, List.of("Ada"))))
                .isEqualTo(1240 * 700);
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    @Test
    void refuses_a_small_file_that_opens_out_to_a_huge_picture() throws IOException {
        byte[] picture = ScannedPages.picture("bmp", FONT, List.of("Ada"));
        ByteBuffer.wrap(picture)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(18, 30_000)
                .putInt(22, 30_000);

        refused(read(picture), Why.PICTURE_TOO_LARGE);
        assertThat(folder.resolve("asked")).doesNotExist();
    }

    @Test
    void tells_the_points_of_pictures_that_java_cannot_open() {
        ByteBuffer extended = webp('X').putInt(24, 29_999).putInt(26, 19_999 << 8 | 0);
        ByteBuffer lossless = webp('L').putInt(21, 16_383 | 9_999 << 14);
        ByteBuffer lossy = webp(' ').putShort(26, (short) 800).putShort(28, (short) 600);
        ByteBuffer jpeg2000 = ByteBuffer.allocate(100).put(40, (byte) 0);
        jpeg2000.position(16)
                .put("ihdr".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(3000)
                .putInt(2000);

        assertThat(PictureSize.points(extended.array())).isEqualTo(600_000_000L);
        assertThat(PictureSize.points(lossless.array())).isEqualTo(163_840_000L);
        assertThat(PictureSize.points(lossy.array())).isEqualTo(480_000L);
        assertThat(PictureSize.points(jpeg2000.array())).isEqualTo(6_000_000L);
    }

    private static ByteBuffer webp(char form) {
        ByteBuffer bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        return bytes.put(("RIFF....WEBPVP8" + form).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void puts_right_what_recognition_does_to_every_chinese_page() {
        assertThat(RecognisedLines.tidied("姓 名 ： 王 小 明\n求职意向：后端工程师”期望薪资：30K\n负责“云帆”项目的《Java 开发》"))
                .isEqualTo("姓名：王小明\n求职意向：后端工程师  期望薪资：30K\n负责“云帆”项目的《Java 开发》");
        assertThat(RecognisedLines.tidied("至今《 云帆科技有限公司 ”高级工程师\n姓名 王小明 性别 男"))
                .isEqualTo("至今  云帆科技有限公司  高级工程师\n姓名 王小明 性别 男");
    }

    @Test
    void says_what_to_do_without_the_program_or_its_languages() throws IOException {
        byte[] picture = ScannedPages.png(FONT, List.of("Ada"));

        refused(read(picture, new OcrSettings(true, folder, "jpn", 5, Duration.ofSeconds(20))), Why.NEEDS_OCR);
        refused(
                read(picture, new OcrSettings(true, folder.resolve("none"), "eng", 5, Duration.ofSeconds(20))),
                Why.NEEDS_OCR);
        refused(read(picture, OcrSettings.OFF), Why.NEEDS_OCR);
    }

    @Test
    void reads_scans_that_were_pasted_into_word_and_says_when_there_are_more_than_it_reads() throws Exception {
        byte[] one = ScannedPages.png(FONT, List.of("pasted 1"));
        byte[] two = ScannedPages.png(FONT, List.of("pasted 2"));
        byte[] three = ScannedPages.png(FONT, List.of("pasted 3"));

        Read both = (Read) read(DocumentReaderTest.pasted(one, two));
        assertThat(both.text().pages()).containsExactly("姓名：陈镕喆\np1", "姓名：陈镕喆\np2");
        assertThat(both.text().recognised()).isTrue();
        assertThat(both.text().cut()).isFalse();

        Read cut = (Read) read(DocumentReaderTest.pasted(one, two, three));
        assertThat(cut.text().pages()).hasSize(2);
        assertThat(cut.text().cut()).isTrue();
    }

    @Test
    void reads_a_scan_in_rtf() throws IOException {
        String picture = java.util.HexFormat.of().formatHex(ScannedPages.png(FONT, List.of("in rtf")));
        byte[] rtf = ("{\\rtf1\\ansi {\\pict\\pngblip\\picw1240\\pich700 " + picture + "}\\par}")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(pages(read(rtf))).containsExactly("姓名：陈镕喆\np1");
    }

    @Test
    void says_of_a_scan_with_more_pages_than_it_reads_that_it_is_cut() throws IOException {
        byte[] two = ScannedPages.pdf(FONT, List.of(List.of("one"), List.of("two")));
        byte[] three = ScannedPages.pdf(FONT, List.of(List.of("one"), List.of("two"), List.of("three")));

        assertThat(((Read) read(two)).text().cut()).isFalse();
        assertThat(((Read) read(three)).text().cut()).isTrue();
        assertThat(((Read) read(three)).text().pages()).hasSize(2);
    }
}
