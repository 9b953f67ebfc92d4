package org.talentrecall.ingest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Imports.Place;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.SourceProblem;
import org.talentrecall.ingest.spreadsheet.SheetKind;

/**
 * Files and folders that somebody names, as sources. One that is a source of the settings goes by that name and is read as
 * they say; any other gets a name made of its own and a hash over its path, so that the same path is always the same source.
 */
public final class ImportPaths {
    /** The kind of what tells itself what it is. */
    public static final String BY_CONTENT = "detect";

    private static final int NAME = 60;
    private static final int DIGITS = 8;

    private final FileParser parser;
    private final IngestSettings settings;
    private final Path home;

    ImportPaths(FileParser parser, IngestSettings settings, Path home) {
        this.parser = parser;
        this.settings = settings;
        this.home = home;
    }

    /** The kind as it is kept, or empty when there is no such kind. */
    public static Optional<String> checked(String kind) {
        String word = kind.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        return kinds().contains(word) ? Optional.of(word) : Optional.empty();
    }

    /** What may be said of the rows of a workbook, besides letting their headers say it. */
    public static List<String> kinds() {
        return Stream.concat(
                        Stream.of(BY_CONTENT),
                        Stream.of(SheetKind.values())
                                .map(kind ->
                                        kind.name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .toList();
    }

    private static String constant(String kind) {
        return kind.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    /** The source that a path is. */
    public Place place(Path path, String kind) {
        Path absolute = path.toAbsolutePath().normalize();
        return new Place(configured(absolute).orElseGet(() -> derived(absolute)), absolute.toString(), kind);
    }

    /** Where a source of the settings lies; empty when it is on a server or there is no such source. */
    public Optional<Place> place(SourceId source) {
        return settings.sources().stream()
                .filter(one -> one.id().equals(source) && one.path() != null)
                .map(one -> new Place(
                        source, one.pathBelow(home).toAbsolutePath().normalize().toString(), BY_CONTENT))
                .findFirst();
    }

    private Optional<SourceId> configured(Path absolute) {
        return settings.sources().stream()
                .filter(source -> source.path() != null
                        && source.pathBelow(home).toAbsolutePath().normalize().equals(absolute))
                .map(SourceSettings::id)
                .findFirst();
    }

    private static SourceId derived(Path absolute) {
        String name =
                Objects.requireNonNullElse(absolute.getFileName(), absolute).toString();
        String shown = name.codePointCount(0, name.length()) > NAME
                ? name.substring(0, name.offsetByCodePoints(0, NAME))
                : name;
        String hash = ContentHash.of(absolute.toString().getBytes(StandardCharsets.UTF_8))
                .value()
                .substring(0, DIGITS);
        return new SourceId("import:" + shown + '@' + hash);
    }

    /**
     * Everything at these places that the archive does not have yet, one place after the other.
     *
     * @param problems told what cannot be read at all
     */
    public IntakeFeed open(List<Place> places, Intake intake, RawStore raw, Consumer<SourceProblem> problems) {
        return new InTurn(new ArrayDeque<>(places), intake, raw, problems);
    }

    private final class InTurn implements IntakeFeed {
        private final Deque<Place> places;
        private final Intake intake;
        private final RawStore raw;
        private final Consumer<SourceProblem> problems;
        private @Nullable IntakeFeed open;

        InTurn(Deque<Place> places, Intake intake, RawStore raw, Consumer<SourceProblem> problems) {
            this.places = places;
            this.intake = intake;
            this.raw = raw;
            this.problems = problems;
        }

        @Override
        public @Nullable IntakeItem next() throws IOException {
            while (true) {
                IntakeFeed now = open;
                if (now != null) {
                    IntakeItem item = now.next();
                    if (item != null) {
                        return item;
                    }
                    close();
                }
                Place place = places.poll();
                if (place == null) {
                    return null;
                }
                FileParser reader = checked(place.kind())
                        .filter(kind -> !kind.equals(BY_CONTENT))
                        .map(kind -> parser.withRows(SheetKind.valueOf(constant(kind))))
                        .orElse(parser);
                open = reader.open(place.source(), Path.of(place.path()), intake, raw, problems);
            }
        }

        @Override
        public void close() {
            IntakeFeed now = open;
            open = null;
            if (now != null) {
                now.close();
            }
        }
    }

    /** Paths as one job parameter. */
    public static String joined(List<Path> paths) {
        List<String> absolute = new ArrayList<>();
        paths.forEach(path -> absolute.add(path.toAbsolutePath().normalize().toString()));
        return String.join("\n", absolute);
    }

    /** What {@link #joined} joined. */
    static List<Path> split(String parameter) {
        return parameter.lines().map(Path::of).toList();
    }
}
