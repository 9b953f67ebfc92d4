package org.talentrecall.ingest.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What there is of the program tesseract on this machine.
 *
 * @param installed whether it could be started
 * @param version as it says itself, for example {@code 5.3.4}; empty when it does not
 * @param languages those it has
 * @param usable those of the settings that it has, in their order
 * @param data the folder of its languages; empty when it does not say where they lie
 */
public record Tesseract(boolean installed, String version, Set<String> languages, List<String> usable, String data) {
    private static final int SECONDS = 10;
    private static final Pattern VERSION = Pattern.compile("^tesseract v?(\\d[\\w.-]*)", Pattern.MULTILINE);
    /** Versions before 5 name the languages without their folder. */
    private static final Pattern DATA = Pattern.compile("^[^\\n\"]*\"([^\"\\n]+)\"");

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
            String said = said(settings.program(), "--list-langs");
            // The first line says where they lie.
            Set<String> languages = said.lines()
                    .skip(1)
                    .map(String::strip)
                    .filter(line -> line.matches("[A-Za-z_/]+"))
                    .collect(Collectors.toCollection(TreeSet::new));
            List<String> usable = List.of(settings.languages().split("\\+")).stream()
                    .filter(languages::contains)
                    .toList();
            Matcher data = DATA.matcher(said);
            return new Tesseract(true, version(settings), languages, usable, data.find() ? data.group(1) : "");
        } catch (IOException e) {
            return missing();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return missing();
        }
    }

    private static String version(OcrSettings settings) throws IOException, InterruptedException {
        Matcher version = VERSION.matcher(said(settings.program(), "--version"));
        return version.find() ? version.group(1) : "";
    }

    /** Fails when the program does not end in time; what it says is less than a pipe holds. */
    private static String said(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try (InputStream output = process.getInputStream()) {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(command[0] + " does not end");
            }
            return new String(output.readNBytes(LISTED_AT_MOST), StandardCharsets.UTF_8);
        } finally {
            process.destroyForcibly();
        }
    }

    static Tesseract missing() {
        return new Tesseract(false, "", Set.of(), List.of(), "");
    }
}
