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

    private final Findings findings;

    MachineChecks(Findings findings) {
        this.findings = findings;
    }

    List<Finding> all(Home home) {
        return List.of(java(), disk(home), fileNames(), unprivileged());
    }

    private Finding java() {
        int version = Runtime.version().feature();
        String place = System.getProperty("java.home");
        Findings.Thing what = findings.thing("java");
        return version < OLDEST_JAVA
                ? findings.lack(what, "java.old", version, place)
                : findings.ok(what, "java", version, place);
    }

    private Finding disk(Home home) {
        Findings.Thing what = findings.thing("disk");
        try {
            Path existing = home.root();
            FileStore store = Files.getFileStore(existing);
            long free = store.getUsableSpace();
            return free < DISK_WANTED
                    ? findings.lack(what, "disk.little", free / MEGABYTE, existing)
                    : findings.ok(what, "disk", free / MEGABYTE, existing);
        } catch (IOException e) {
            return findings.lack(what, "disk.unknown", home.root());
        }
    }

    private Finding fileNames() {
        String encoding = System.getProperty("sun.jnu.encoding", "");
        Findings.Thing what = findings.thing("files");
        return encoding.equalsIgnoreCase("UTF-8")
                ? findings.ok(what, "files", encoding)
                : findings.lack(what, "files.not", encoding);
    }

    private Finding unprivileged() {
        Findings.Thing what = findings.thing("user");
        if (!"root".equals(System.getProperty("user.name"))) {
            return findings.ok(what, "user");
        }
        return runs("setpriv", "--version") ? findings.ok(what, "user.root") : findings.lack(what, "user.alone");
    }

    /** @param settings how pictures of text are to be read */
    Finding ocr(OcrSettings settings) {
        Findings.Thing what = findings.thing("ocr");
        if (!settings.enabled()) {
            return findings.note(what, "ocr.off");
        }
        Tesseract program = Tesseract.find(settings);
        if (!program.installed()) {
            return findings.note(what, "ocr.none");
        }
        String version = program.version().isEmpty() ? findings.text("ocr.unknown") : program.version();
        String languages = String.join(", ", new TreeSet<>(program.languages()));
        List<String> missing = Stream.of(settings.languages().split("\\+"))
                .filter(language -> !program.usable().contains(language))
                .toList();
        return missing.isEmpty()
                ? findings.ok(what, "ocr", version, languages)
                : findings.note(
                        what,
                        "ocr.missing",
                        version,
                        languages,
                        String.join(", ", missing),
                        missing.stream()
                                .map(language -> "tesseract-ocr-" + language.replace('_', '-'))
                                .collect(Collectors.joining(" ")));
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
