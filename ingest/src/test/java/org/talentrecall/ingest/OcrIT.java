package org.talentrecall.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.ingest.document.OcrSettings;
import org.talentrecall.ingest.document.ScannedPages;
import org.talentrecall.ingest.document.Tesseract;

/** Reads pictures of resumes with the real tesseract: {@code -Pocr}, with its Chinese and a Chinese font installed. */
class OcrIT {
    private static final OcrSettings OCR = new OcrSettings(true, null, "chi_sim+eng", 5, Duration.ofSeconds(40));
    private static final String FONT = "WenQuanYi Zen Hei";

    private static final List<String> RESUME =
            List.of("个人简历", "姓名：王小明    电话：13800001234", "工作经历", "2019.03 - 至今    杭州云帆科技有限公司    高级Java工程师");
    private static final List<String> SECOND = List.of("教育经历", "2011.09 - 2015.06    浙江大学    计算机科学与技术    本科");

    @TempDir
    private Path folder;

    @BeforeAll
    static void needs_tesseract_with_chinese() {
        assertThat(Tesseract.find(OCR).usable())
                .as("apt-get install tesseract-ocr tesseract-ocr-chi-sim")
                .containsExactly("chi_sim", "eng");
    }

    /** One font by name: what tesseract makes of a character differs from font to font, and machines differ in theirs. */
    private static Font chinese() {
        return Arrays.stream(GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts())
                .filter(font -> FONT.equals(font.getFamily(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No font " + FONT + ": apt-get install fonts-wqy-zenhei"))
                .deriveFont(34f);
    }

    private List<PersonFact> facts(String name, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, content);
        List<Reading> readings = ScannedResumeTest.read(file, OCR);
        Reading last = readings.get(readings.size() - 1);
        assertThat(last.facts())
                .allSatisfy(stated -> assertThat(stated.confidence()).isLessThanOrEqualTo(0.75));
        return last.facts().stream()
                .map(StatedFact::fact)
                .map(PersonFact.class::cast)
                .toList();
    }

    private static void tells(List<PersonFact> facts) {
        assertThat(facts).contains(new PersonName("王小明"));
        assertThat(facts)
                .filteredOn(Contact.class::isInstance)
                .extracting(fact -> ((Contact) fact).value())
                .anyMatch(value -> value.endsWith("13800001234"));
        assertThat(facts)
                .filteredOn(Employment.class::isInstance)
                .extracting(fact -> ((Employment) fact).company())
                .containsExactly("杭州云帆科技有限公司");
    }

    @Test
    void reads_pictures_in_mails() throws IOException {
        byte[] png = ScannedPages.png(chinese(), RESUME);
        byte[] jpeg = ScannedPages.picture("jpeg", chinese(), RESUME);

        tells(facts("png.eml", ScannedResumeTest.mail("cv.png", "image/png", png)));
        tells(facts("jpeg.eml", ScannedResumeTest.mail("cv.doc", "application/msword", jpeg)));
    }

    @Test
    void reads_scanned_pages_in_a_folder() throws IOException {
        for (byte[] scan : List.of(
                ScannedPages.pdf(chinese(), List.of(RESUME, SECOND)),
                ScannedPages.tiff(chinese(), List.of(RESUME, SECOND)))) {
            List<PersonFact> facts = facts("scan", scan);
            tells(facts);
            assertThat(facts)
                    .filteredOn(Education.class::isInstance)
                    .extracting(fact -> ((Education) fact).school())
                    .containsExactly("浙江大学");
        }
    }
}
