package org.talentrecall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Homes that read the committed sample and search on the shared node. */
public final class SampleHome {
    /** The night that all tests run. */
    public static final LocalDate NIGHT = LocalDate.of(2026, 11, 23);

    private static Path night;
    private static Path indexed;

    private SampleHome() {}

    /** The sample's settings, its paths absolute. */
    public static String settings() {
        try {
            String sample = Path.of("sample").toAbsolutePath().toString().replace('\\', '/');
            return Files.readString(Path.of("application.yaml")).replace("config/sample", sample);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A home with these settings and nothing else. */
    public static Path write(Path home, String settings) {
        try {
            Files.createDirectories(home.resolve("config"));
            Files.writeString(home.resolve("config").resolve("application.yaml"), settings);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sample's home on the shared node, which forgets what earlier homes wrote there. */
    static Path onNode(Path home, UnaryOperator<String> edit) {
        indexed = home;
        SearchNode.empty();
        return write(home, edit.apply(settings()) + elasticsearch(SearchNode.uri()));
    }

    /** A small home: the openings and the interview log, no web. */
    static String small() {
        String all = settings();
        String head = all.substring(0, all.indexOf("    sources:"));
        String sources = all.lines()
                .filter(line -> line.contains("{name: openings,") || line.contains("{name: interview-log,"))
                .reduce("", (before, line) -> before + line + "\n");
        return head + "    sources:\n" + sources;
    }

    static String elasticsearch(String uri) {
        return "\n  elasticsearch:\n    uris: [\"" + uri + "\"]\n    attempts: 2\n";
    }

    /** A home after its first night, which is run once for all tests; its index is the live one. */
    static synchronized Path afterNight() {
        if (night == null) {
            Path home = Path.of("target", "homes", "night").toAbsolutePath();
            FileSystemUtils.deleteRecursively(home.toFile());
            onNode(home, UnaryOperator.identity());
            Recalled recalled = Recalled.with(home, "nightly", "--date", NIGHT.toString());
            assertThat(recalled.code()).as(recalled.err()).isEqualTo(3);
            night = home;
        } else if (!night.equals(indexed)) {
            SearchNode.empty();
            Recalled recalled = Recalled.with(night, "index", "--rebuild");
            assertThat(recalled.code()).as(recalled.err()).isZero();
            indexed = night;
        }
        return night;
    }

    static JsonNode report(Path home) {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(Files.readString(home.resolve("data/reports/" + NIGHT + "/report.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that a night hands out, by its name. */
    static Map<String, byte[]> handedOut(Path home) {
        Map<String, byte[]> files = new TreeMap<>();
        for (String folder : new String[] {"data/reports/" + NIGHT, "data/outbox"}) {
            try (Stream<Path> found = Files.list(home.resolve(folder))) {
                for (Path file : found.sorted(Comparator.naturalOrder()).toList()) {
                    files.put(folder + "/" + file.getFileName(), Files.readAllBytes(file));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    static JsonNode opening(JsonNode report, String id) {
        return report.path("openings")
                .valueStream()
                .filter(opening -> opening.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The report lacks the opening " + id));
    }
}
