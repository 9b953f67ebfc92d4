package org.talentrecall.config.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.talentrecall.ingest.document.OcrSettings;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the script is one of a shell")
class OcrCheckTest {
    @TempDir
    private Path folder;

    private Finding look(String languages) {
        return look(languages, Locale.ENGLISH);
    }

    private Finding look(String languages, Locale locale) {
        return new MachineChecks(new Findings(locale))
                .ocr(new OcrSettings(true, folder, languages, 5, Duration.ofSeconds(20)));
    }

    private void install() throws IOException {
        Path program = folder.resolve("tesseract");
        Files.writeString(
                program,
                "#!/bin/sh\nif [ \"$1\" = --version ]; then echo 'tesseract 5.9.1'; else printf 'List:\\neng\\nosd\\n'; fi\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void says_what_to_install_where_there_is_no_tesseract() {
        assertThat(look("chi_sim+eng").state()).isEqualTo(Finding.State.NOTE);
        assertThat(look("chi_sim+eng").sentence()).contains("apt-get install tesseract-ocr tesseract-ocr-chi-sim");
    }

    @Test
    void says_version_languages_and_which_of_them_are_missing() throws IOException {
        install();

        assertThat(look("eng"))
                .isEqualTo(new Finding(Finding.State.OK, "OCR", "OCR", "tesseract 5.9.1 with languages eng, osd"));
        assertThat(look("chi_sim+eng").state()).isEqualTo(Finding.State.NOTE);
        assertThat(look("chi_sim+eng").sentence())
                .contains(
                        "5.9.1",
                        "chi_sim of recall.ingest.ocr.languages missing: apt-get install tesseract-ocr-chi-sim");
    }

    @Test
    void speaks_chinese_to_those_who_do() throws IOException {
        install();

        assertThat(look("eng", Locale.SIMPLIFIED_CHINESE))
                .isEqualTo(new Finding(Finding.State.OK, "OCR", "文字识别", "tesseract 5.9.1，语言 eng, osd"));
    }
}
