package org.talentrecall.ingest.document;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;

/** A script that behaves as tesseract 5 does: what it reads goes to the file named second, and languages want their folder. */
public final class TesseractStandIn {
    private static final String SCRIPT = """
            #!/bin/sh
            here=$(dirname "$0")
            case ${1:-} in
              '') echo 'Usage: tesseract imagename outputbase' >&2; exit 1 ;;
              --list-langs) printf 'List of available languages in "%s/data/" (3):\\nchi_sim\\neng\\nosd\\n' "$here" ;;
              --version) printf 'tesseract 5.9.1\\n leptonica-1.2\\n' ;;
              *)
                [ -s "$1" ] && [ -n "${2:-}" ] || exit 1
                [ "${TESSDATA_PREFIX%/}" = "$here/data" ] || exit 1
                echo "$@" >> "$here/asked"
                n=$(wc -l < "$here/asked" | tr -d ' ')
                . "$here/work"
                cp "$here/page" "$2.txt"
                echo "p$n" >> "$2.txt" ;;
            esac
            """;

    private TesseractStandIn() {}

    /** Makes one in a folder that finds the given text on every page, with the number of the page at its end. */
    public static OcrSettings in(Path folder, String page) throws IOException {
        finds(folder, page);
        Path program = folder.resolve("tesseract");
        Files.writeString(program, SCRIPT);
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new OcrSettings(true, folder, "chi_sim+deu+eng", 2, Duration.ofSeconds(60));
    }

    static void finds(Path folder, String page) throws IOException {
        Files.writeString(folder.resolve("page"), page);
        does(folder, ":");
        Files.deleteIfExists(folder.resolve("asked"));
    }

    /** @param work what it does on a page first, as a command of a shell */
    static void does(Path folder, String work) throws IOException {
        Files.writeString(folder.resolve("work"), work + '\n');
    }
}
