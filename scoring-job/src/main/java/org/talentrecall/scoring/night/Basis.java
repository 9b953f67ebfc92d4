package org.talentrecall.scoring.night;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.talentrecall.archive.identity.DoubtfulPair;
import org.talentrecall.archive.night.Nights.Standing;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.scoring.ScoringSettings;

/**
 * What a night's lists depend on, as one hash: the night, the dossiers, the openings, the night before, who may be whom, the settings, the
 * operator's templates, the language, and the program itself. While it stays the same, scoring again would give the same.
 */
final class Basis {
    private final String fixed;

    /** @param templates folder of the operator's own templates; need not exist */
    Basis(ScoringSettings settings, String language, Path templates) {
        this.fixed = settings + "|" + language + "|" + state(templates) + "|" + state(program());
    }

    String of(
            LocalDate night,
            List<Opening> openings,
            String dossiers,
            List<Standing> previous,
            List<DoubtfulPair> pairs) {
        String all = night + "|" + dossiers + "|"
                + openings.stream().map(Opening::description).toList() + "|" + previous + "|" + pairs + "|" + fixed;
        return ContentHash.of(all.getBytes(StandardCharsets.UTF_8)).value();
    }

    /** Where this class was loaded from: a jar or a folder of classes. */
    private static Path program() {
        try {
            return Path.of(Basis.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("The program's own place is no path", e);
        }
    }

    /** Names, sizes and times of the files below a path; empty where there is none. */
    private static String state(Path path) {
        if (!Files.exists(path)) {
            return "";
        }
        List<String> files = new ArrayList<>();
        try (Stream<Path> below = Files.walk(path)) {
            for (Path file : below.filter(Files::isRegularFile).sorted().toList()) {
                files.add(path.relativize(file) + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + path + " cannot be looked through; check its rights", e);
        }
        return files.toString();
    }
}
