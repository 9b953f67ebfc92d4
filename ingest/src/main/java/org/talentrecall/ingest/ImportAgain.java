package org.talentrecall.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import org.talentrecall.archive.intake.Effects;
import org.talentrecall.archive.intake.Effects.Original;
import org.talentrecall.archive.intake.ImportId;
import org.talentrecall.archive.intake.Imports;
import org.talentrecall.archive.intake.Imports.Place;
import org.talentrecall.archive.intake.Imports.Touched;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.archive.intake.IntakeItem;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Undo;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.source.IntakeFeed;
import org.talentrecall.ingest.source.SourceProblem;

/**
 * Reads what an import had read once more, with today's readers: the files as they lie there, or the raw bytes kept of those
 * that are gone. Files that the import did not touch are left alone.
 */
public final class ImportAgain {
    private final ImportPaths paths;
    private final Intake intake;
    private final RawStore raw;
    private final Imports imports;
    private final Effects effects;
    private final Undo undo;

    ImportAgain(ImportPaths paths, Intake intake, RawStore raw, Imports imports, Effects effects, Undo undo) {
        this.paths = paths;
        this.intake = intake;
        this.raw = raw;
        this.imports = imports;
        this.effects = effects;
        this.undo = undo;
    }

    /**
     * @param again the import to be read again
     * @param into the import that this becomes; what it has touched already was read again before a kill
     * @param store where raw bytes of what is read go
     * @param problems told of sources that can be had neither from their place nor from the raw bytes
     */
    public IntakeFeed open(ImportId again, ImportId into, RawStore store, Consumer<SourceProblem> problems) {
        Set<Touched> wanted = new HashSet<>(imports.touched(again));
        Set<Touched> done = new HashSet<>(imports.touched(into));
        Map<SourceId, Place> known = new HashMap<>();
        imports.places(again).forEach(place -> known.put(place.source(), place));
        Map<SourceId, List<Original>> originals = new TreeMap<>(java.util.Comparator.comparing(SourceId::value));
        effects.originals(again)
                .forEach(original -> originals
                        .computeIfAbsent(original.source(), source -> new ArrayList<>())
                        .add(original));
        Set<SourceId> sources = new HashSet<>();
        wanted.forEach(touched -> sources.add(touched.source()));
        Path copies = null;
        List<Place> places = new ArrayList<>();
        List<SourceId> ordered = sources.stream()
                .sorted(java.util.Comparator.comparing(SourceId::value))
                .toList();
        for (SourceId source : ordered) {
            Place place = paths.place(source).orElse(known.get(source));
            if (place != null && Files.exists(Path.of(place.path()))) {
                places.add(place);
            } else if (place != null && originals.containsKey(source)) {
                copies = copies == null ? temporary() : copies;
                places.add(copied(place, originals.getOrDefault(source, List.of()), copies));
            } else {
                problems.accept(new SourceProblem(
                        source,
                        SourceProblem.Code.MISSING,
                        "Source " + source
                                + " cannot be read again: it lies on a server, or its files are gone and not kept"
                                + " whole; what it said still stands. Run: recall ingest"));
            }
        }
        undo.release(places.stream().map(Place::source).toList());
        imports.remember(
                into,
                places.stream()
                        .filter(place -> known.containsKey(place.source()))
                        .map(place -> java.util.Objects.requireNonNull(known.get(place.source())))
                        .toList());
        IntakeFeed feed = paths.open(places, new Reread(intake, wanted, done), store, problems);
        return new Only(feed, wanted, copies);
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("recall-again");
        } catch (IOException e) {
            throw new UncheckedIOException("No temporary folder could be made for the files to be read again", e);
        }
    }

    private Place copied(Place place, List<Original> files, Path copies) {
        Path root = copies.resolve(Integer.toHexString(place.source().value().hashCode()));
        String name = String.valueOf(Path.of(place.path()).getFileName());
        boolean single = files.size() == 1 && files.get(0).path().equals(name);
        try {
            for (Original original : files) {
                Path file = root.resolve(original.path()).normalize();
                if (!file.startsWith(root)) {
                    continue;
                }
                Files.createDirectories(file.getParent());
                try (InputStream in = raw.open(original.content())) {
                    Files.copy(in, file);
                }
                if (original.modified() != null) {
                    Files.setLastModifiedTime(file, FileTime.from(original.modified()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The raw bytes of source " + place.source() + " cannot be had", e);
        }
        return new Place(place.source(), (single ? root.resolve(name) : root).toString(), place.kind());
    }

    /** Leaves out what the import had not read, and cleans up at the end. */
    private static final class Only implements IntakeFeed {
        private final IntakeFeed feed;
        private final Set<Touched> wanted;
        private final @Nullable Path copies;

        Only(IntakeFeed feed, Set<Touched> wanted, @Nullable Path copies) {
            this.feed = feed;
            this.wanted = wanted;
            this.copies = copies;
        }

        @Override
        public @Nullable IntakeItem next() throws IOException {
            IntakeItem item = feed.next();
            while (item != null
                    && !wanted.contains(new Touched(
                            item.progress().source(), item.progress().path()))) {
                item = feed.next();
            }
            return item;
        }

        @Override
        public void close() {
            feed.close();
            if (copies != null && !FileSystemUtils.deleteRecursively(copies.toFile())) {
                copies.toFile().deleteOnExit();
            }
        }
    }
}
