package org.talentrecall.ingest.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.ingest.document.DocumentReading.Unread;
import org.talentrecall.ingest.document.DocumentReading.Why;

/** The way to tesseract and back, with a script in its place. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is one of a shell")
class OcrTest {
    private static final Font FONT = new Font(Font.DIALOG, Font.PLAIN, 40);
    /** Answers as tesseract 5 does: what it reads goes to the file named second. */
    private static final String SCRIPT = """
            #!/bin/sh
            here=$(dirname "$0")
            case $1 in
              --list-langs) printf 'List of available languages in "/x/" (3):\\nchi_sim\\neng\\nosd\\n' ;;
              --version|-v) printf 'tesseract 5.9.1\\n leptonica-1.2\\n' ;;
              *)
                echo "$@" >> "$here/asked"
                n=$(wc -l < "$here/asked" | tr -d ' ')
                WORK
                printf '姓名：陈镕喆 第%s张\\n' "$n" > "$2.txt" ;;
            esac
            """;

    @TempDir
    private Path folder;

    private OcrSettings settings(String work, String languages, int pages, Duration time) throws IOException {
        Path program = folder.resolve("tesseract");
        Files.writeString(program, SCRIPT.replace("WORK", work));
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new OcrSettings(true, folder, languages, pages, time);
    }

    private static DocumentReading read(byte[] content, OcrSettings ocr) {
        DocumentLimits usual = DocumentLimits.USUAL;
        try (DocumentReader reader = new DocumentReader(new DocumentLimits(
                usual.bytes(), usual.characters(), usual.time(), usual.memory(), usual.packed(), ocr))) {
            return reader.read(content);
        }
    }

    private static void refused(DocumentReading reading, Why why) {
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Unread.class, unread -> assertThat(unread.code()).isEqualTo(why));
    }

    @Test
    void finds_the_program_its_version_and_its_languages() throws IOException {
        Tesseract found = Tesseract.find(settings(":", "chi_sim+deu+eng", 5, Duration.ofSeconds(20)));

        assertThat(found.installed()).isTrue();
        assertThat(found.version()).isEqualTo("5.9.1");
        assertThat(found.languages()).containsExactlyInAnyOrder("chi_sim", "eng", "osd");
        assertThat(found.usable()).containsExactly("chi_sim", "eng");
        assertThat(found.ready()).isTrue();
    }

    @Test
    void finds_nothing_where_nothing_is() {
        Tesseract found = Tesseract.find(new OcrSettings(true, folder, "chi_sim+eng", 5, Duration.ofSeconds(20)));

        assertThat(found.installed()).isFalse();
        assertThat(found.ready()).isFalse();
    }

    @Test
    void gives_up_a_picture_that_takes_too_long() throws IOException {
        refused(
                read(
                        ScannedPages.png(FONT, List.of("Ada")),
                        settings("exec sleep 60", "eng", 5, Duration.ofSeconds(2))),
                Why.OCR_TOO_SLOW);
    }

    @Test
    void says_what_to_do_without_the_program_or_its_languages() throws IOException {
        byte[] picture = ScannedPages.png(FONT, List.of("Ada"));

        refused(read(picture, settings(":", "jpn", 5, Duration.ofSeconds(20))), Why.NEEDS_OCR);
        refused(
                read(picture, new OcrSettings(true, folder.resolve("none"), "eng", 5, Duration.ofSeconds(20))),
                Why.NEEDS_OCR);
        refused(read(picture, OcrSettings.OFF), Why.NEEDS_OCR);
    }
}
