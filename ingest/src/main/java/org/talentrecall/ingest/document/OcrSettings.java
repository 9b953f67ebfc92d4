package org.talentrecall.ingest.document;

import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How text in pictures is read, by the program tesseract where it is installed.
 *
 * @param enabled whether it is asked at all
 * @param folder where its executable lies; null to look along the PATH
 * @param languages in its own notation; those that are not installed are left out
 * @param pages how many pages of a scanned document are read
 * @param time for one document; the pages read by then count
 */
public record OcrSettings(boolean enabled, @Nullable Path folder, String languages, int pages, Duration time) {
    /** How languages are written. */
    public static final Pattern LANGUAGES = Pattern.compile("[A-Za-z_/]+(\\+[A-Za-z_/]+)*");

    /** Pictures are not read. */
    public static final OcrSettings OFF = new OcrSettings(false, null, "chi_sim+eng", 5, Duration.ofSeconds(20));

    public OcrSettings {
        if (pages < 1
                || time.isNegative()
                || time.isZero()
                || !LANGUAGES.matcher(languages).matches()) {
            throw new IllegalArgumentException("OCR needs pages and time above zero and languages such as chi_sim+eng");
        }
    }

    /** What to call. */
    String program() {
        return folder == null ? "tesseract" : folder.resolve("tesseract").toString();
    }
}
