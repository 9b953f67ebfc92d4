package org.talentrecall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.ingest.document.DocumentLimits;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.document.OcrSettings;
import org.talentrecall.ingest.document.ScannedPages;
import org.talentrecall.ingest.document.TesseractStandIn;
import org.talentrecall.ingest.source.IntakeFeed;

/** From a picture in a folder or a mail to facts. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the stand-in is a script of a shell")
class ScannedResumeTest {
    private static final Font FONT = new Font(Font.DIALOG, Font.PLAIN, 40);
    private static final String RESUME = """
            个人简历
            姓名：王小明    电话：13800001234
            工作经历
            2019.03 - 至今  杭州云帆科技有限公司  高级Java工程师
            教育经历
            2011.09 - 2015.06  浙江大学  计算机科学与技术  本科
            """;

    @TempDir
    private Path folder;

    @TempDir
    private Path program;

    static List<Reading> read(Path path, OcrSettings ocr) throws IOException {
        DocumentLimits usual = DocumentLimits.USUAL;
        List<Reading> readings = new ArrayList<>();
        DocumentLimits limits = new DocumentLimits(
                usual.bytes(), usual.characters(), usual.time(), usual.memory(), usual.packed(), ocr);
        try (DocumentReader documents = new DocumentReader(limits);
                IntakeFeed feed = FileParser.alone(documents, IngestSettings.standard())
                        .open(path, problem -> {
                            throw new AssertionError(problem);
                        })) {
            for (IntakeItem item = feed.next(); item != null; item = feed.next()) {
                readings.addAll(item.readings());
            }
        }
        return readings;
    }

    /** A mail that passes on a file. */
    static byte[] mail(String name, String type, byte[] file) {
        return """
                From: Li Wei <li.wei@recruiter.example>
                To: hr@company.example
                Subject: resume
                Message-ID: <1@recruiter.example>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                Please see the file.
                --b
                Content-Type: %s
                Content-Disposition: attachment; filename=%s
                Content-Transfer-Encoding: base64

                %s
                --b--
                """.formatted(type, name, Base64.getMimeEncoder().encodeToString(file))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Reading papers(List<Reading> readings) {
        return readings.get(readings.size() - 1);
    }

    private static void marked(Reading reading) {
        assertThat(reading.disposition()).isInstanceOf(Disposition.Stored.class);
        assertThat(reading.facts()).extracting(StatedFact::fact).contains(new PersonName("王小明"));
        assertThat(reading.facts())
                .anySatisfy(stated -> assertThat(stated.fact())
                        .isInstanceOfSatisfying(
                                Contact.class,
                                contact -> assertThat(contact.value()).endsWith("13800001234")));
        assertThat(reading.facts())
                .allSatisfy(stated -> assertThat(stated.confidence()).isLessThanOrEqualTo(0.75));
        assertThat(reading.facts())
                .filteredOn(stated -> stated.fact() instanceof Doubt)
                .singleElement()
                .satisfies(stated -> assertThat(stated.fact()).isInstanceOfSatisfying(Doubt.class, doubt -> {
                    assertThat(doubt.question()).isEqualTo("READ_FROM_PICTURE");
                    assertThat(doubt.words()).contains("王小明", "13800001234");
                }));
    }

    @Test
    void a_picture_in_a_mail_is_read_with_less_trust_and_a_question() throws IOException {
        Path file = folder.resolve("mail.eml");
        Files.write(file, mail("cv.png", "image/png", ScannedPages.png(FONT, List.of("Ada"))));

        marked(papers(read(file, TesseractStandIn.in(program, RESUME))));
    }

    @Test
    void a_scanned_pdf_in_a_folder_is_read_with_less_trust_and_a_question() throws IOException {
        Files.write(folder.resolve("scan.pdf"), ScannedPages.pdf(FONT, List.of(List.of("Ada"))));

        marked(papers(read(folder, TesseractStandIn.in(program, RESUME))));
    }

    @Test
    void a_page_of_which_too_little_is_made_out_is_rejected_and_a_photo_left_out() throws IOException {
        Files.write(folder.resolve("scan.png"), ScannedPages.png(FONT, List.of("Ada")));

        assertThat(papers(read(folder, TesseractStandIn.in(program, "x lorem 王 1".repeat(40))))
                        .disposition())
                .isInstanceOfSatisfying(
                        Disposition.Rejected.class,
                        rejected -> assertThat(rejected.code()).isEqualTo("UNCLEAR_SCAN"));
        assertThat(papers(read(folder, TesseractStandIn.in(program, "SALE 50"))).disposition())
                .isInstanceOf(Disposition.Suppressed.class);
    }

    @Test
    void without_the_program_a_picture_is_rejected_as_needing_it() throws IOException {
        Path file = folder.resolve("mail.eml");
        Files.write(file, mail("cv.png", "image/png", ScannedPages.png(FONT, List.of("Ada"))));

        assertThat(papers(read(file, OcrSettings.OFF)).disposition())
                .isInstanceOfSatisfying(Disposition.Rejected.class, rejected -> {
                    assertThat(rejected.code()).isEqualTo("NEEDS_OCR");
                    assertThat(rejected.sentence()).contains("install tesseract", "recall.ingest.ocr");
                });
    }
}
