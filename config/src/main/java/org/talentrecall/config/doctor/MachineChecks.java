package org.talentrecall.config.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.talentrecall.config.home.Home;
import org.talentrecall.ingest.document.OcrSettings;
import org.talentrecall.ingest.document.Tesseract;

/** Looks at the machine: Java, disk, and the programs that some features lean on. */
final class MachineChecks {
    private static final int OLDEST_JAVA = 17;
    private static final long DISK_WANTED = 2L << 30;
    private static final long MEGABYTE = 1L << 20;
    private static final int SECONDS = 10;

    private MachineChecks() {}

    static List<Finding> all(Home home) {
        return List.of(java(), disk(home), fileNames(), unprivileged());
    }

    private static Finding java() {
        int version = Runtime.version().feature();
        String found = "Java " + version + " at " + System.getProperty("java.home");
        return version < OLDEST_JAVA
                ? Finding.lack("Java", found + "; install a JDK 17 or newer")
                : Finding.ok("Java", found);
    }

    private static Finding disk(Home home) {
        try {
            Path existing = home.root();
            FileStore store = Files.getFileStore(existing);
            long free = store.getUsableSpace();
            String sentence = free / MEGABYTE + " MB free at " + existing;
            return free < DISK_WANTED
                    ? Finding.lack("disk", sentence + "; the archive and the index want 2 GB at least")
                    : Finding.ok("disk", sentence);
        } catch (IOException e) {
            return Finding.lack("disk", home.root() + " cannot be looked at; check its rights");
        }
    }

    private static Finding fileNames() {
        String encoding = System.getProperty("sun.jnu.encoding", "");
        return encoding.equalsIgnoreCase("UTF-8")
                ? Finding.ok("file names", "Chinese file names can be opened (" + encoding + ")")
                : Finding.lack(
                        "file names",
                        "Files with Chinese names cannot be opened under " + encoding + "; start with LC_ALL=C.UTF-8");
    }

    private static Finding unprivileged() {
        if (!"root".equals(System.getProperty("user.name"))) {
            return Finding.ok("user", "an ordinary user; Elasticsearch starts as it is");
        }
        return runs("setpriv", "--version")
                ? Finding.ok("user", "root; Elasticsearch is started as nobody by setpriv")
                : Finding.lack(
                        "user",
                        "Elasticsearch refuses to run as root and setpriv is missing; install util-linux, or run as an"
                                + " ordinary user");
    }

    /** @param settings how pictures of text are to be read */
    static Finding ocr(OcrSettings settings) {
        if (!settings.enabled()) {
            return Finding.note(
                    "OCR", "switched off by recall.ingest.ocr.enabled; scanned resumes are kept as rejected");
        }
        Tesseract program = Tesseract.find(settings);
        String install = "apt-get install tesseract-ocr tesseract-ocr-chi-sim";
        if (!program.installed()) {
            return Finding.note(
                    "OCR",
                    "tesseract is not installed; scanned resumes are kept as rejected, with that reason; to read them: "
                            + install);
        }
        String found = "tesseract " + (program.version().isEmpty() ? "of unknown version" : program.version())
                + " with languages " + String.join(", ", new TreeSet<>(program.languages()));
        List<String> missing = Stream.of(settings.languages().split("\\+"))
                .filter(language -> !program.usable().contains(language))
                .toList();
        return missing.isEmpty()
                ? Finding.ok("OCR", found)
                : Finding.note(
                        "OCR",
                        found + "; " + String.join(", ", missing) + " of recall.ingest.ocr.languages missing: "
                                + missing.stream()
                                        .map(language -> "tesseract-ocr-" + language.replace('_', '-'))
                                        .collect(Collectors.joining(" ", "apt-get install ", "")));
    }

    private static boolean runs(String... command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue() == 0;
            }
            process.destroyForcibly();
            return false;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
