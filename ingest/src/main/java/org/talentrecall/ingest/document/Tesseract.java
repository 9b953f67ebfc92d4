package org.talentrecall.ingest.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What there is of the program tesseract on this machine.
 *
 * @param installed whether it could be started
 * @param languages those it has
 * @param usable those of the settings that it has, in their order
 */
public record Tesseract(boolean installed, Set<String> languages, List<String> usable) {
    private static final int SECONDS = 10;
    private static final int LISTED_AT_MOST = 64 * 1024;

    public Tesseract {
        languages = Set.copyOf(languages);
        usable = List.copyOf(usable);
    }

    /** Whether pictures can be read. */
    public boolean ready() {
        return !usable.isEmpty();
    }

    /** Asks the program which languages it has. */
    public static Tesseract find(OcrSettings settings) {
        try {
            Process process = new ProcessBuilder(settings.program(), "--list-langs")
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said;
            try (InputStream output = process.getInputStream()) {
                said = new String(output.readNBytes(LISTED_AT_MOST), StandardCharsets.UTF_8);
            }
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return missing();
            }
            // The first line says where they lie.
            Set<String> languages = said.lines()
                    .skip(1)
                    .map(String::strip)
                    .filter(line -> line.matches("[A-Za-z_/]+"))
                    .collect(Collectors.toCollection(TreeSet::new));
            List<String> usable = List.of(settings.languages().split("\\+")).stream()
                    .filter(languages::contains)
                    .toList();
            return new Tesseract(true, languages, usable);
        } catch (IOException e) {
            return missing();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return missing();
        }
    }

    static Tesseract missing() {
        return new Tesseract(false, Set.of(), List.of());
    }
}
