package org.talentrecall.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Finds the Elasticsearch distribution that the build lays beside the program. */
final class DistributionArchive {
    private static final String PROPERTY = "recall.elasticsearch.zip";
    private static final List<String> PLACES =
            List.of("index/target/elasticsearch", "target/elasticsearch", "elasticsearch");

    private DistributionArchive() {}

    /**
     * @param configured the setting, or null; then the system property {@code recall.elasticsearch.zip}, then the places
     *     above the program's own classes and above the working directory
     * @return the archive, or the place where it should be
     */
    static Path find(@Nullable Path configured) {
        if (configured != null) {
            return configured;
        }
        String property = System.getProperty(PROPERTY);
        if (property != null) {
            return Path.of(property);
        }
        Path here = Path.of("").toAbsolutePath();
        return program()
                .flatMap(DistributionArchive::above)
                .or(() -> above(here))
                .orElse(here.resolve(PLACES.get(0)).resolve("elasticsearch-8.19.zip"));
    }

    private static Optional<Path> program() {
        CodeSource source = DistributionArchive.class.getProtectionDomain().getCodeSource();
        if (source == null || source.getLocation() == null) {
            return Optional.empty();
        }
        String location = source.getLocation().toString();
        // Inside an executable jar the location reads jar:nested:/path/recall.jar/!BOOT-INF/…
        String path = location.replaceFirst("^jar:", "").replaceFirst("^nested:", "file:");
        int inner = path.indexOf("!");
        try {
            return Optional.of(Path.of(new java.net.URI(inner < 0 ? path : path.substring(0, inner))));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Path> above(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            for (String place : PLACES) {
                Optional<Path> found = newest(folder.resolve(place));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> newest(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        TreeSet<Path> found = new TreeSet<>();
        try (DirectoryStream<Path> archives = Files.newDirectoryStream(folder, "elasticsearch-8.19.*.zip")) {
            archives.forEach(found::add);
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " cannot be read", e);
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found.last());
    }
}
