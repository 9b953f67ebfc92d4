package org.talentrecall.config.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.talentrecall.config.home.Home;

/** Looks at the machine: Java, disk, and the programs that some features lean on. */
final class MachineChecks {
    private static final int OLDEST_JAVA = 17;
    private static final long DISK_WANTED = 2L << 30;
    private static final long MEGABYTE = 1L << 20;
    private static final int SECONDS = 10;

    private MachineChecks() {}

    static List<Finding> all(Home home) {
        return List.of(java(), disk(home), fileNames(), unprivileged(), ocr());
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

    private static Finding ocr() {
        return runs("tesseract", "--version")
                ? Finding.ok("OCR", "tesseract is installed")
                : Finding.note(
                        "OCR", "tesseract is not installed; scanned resumes are kept as rejected, with that reason");
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
