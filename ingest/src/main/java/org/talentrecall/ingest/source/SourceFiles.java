package org.talentrecall.ingest.source;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.source.SourceProblem.Code;

/** The files of a source that lies in a folder (or is one file), in a fixed order. */
public final class SourceFiles {
    private SourceFiles() {}

    /**
     * A file with what tells whether it changed.
     *
     * @param path relative to the source, with {@code /}; the file's name when the source is one file
     */
    public record Found(String path, Path file, long size, long modified) {
        /** Changes when the file does; cheap, so that a night need not read what stayed as it was. */
        public String fingerprint() {
            return size + ":" + modified;
        }
    }

    /**
     * All files below {@code root}, by path. Names that begin with a dot or {@code ~$} are passed over, as are links that
     * lead out of the folder or in a circle (links are not followed).
     *
     * @param problems told of folders that cannot be listed
     */
    public static List<Found> below(SourceId source, Path root, Consumer<SourceProblem> problems)
            throws SourceUnreadable {
        if (!Files.exists(root)) {
            throw new SourceUnreadable(source, Code.MISSING, missing(source, root));
        }
        boolean folder = Files.isDirectory(root);
        List<Found> found = new ArrayList<>();
        try {
            Files.walkFileTree(root, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes) {
                    boolean passed = !directory.equals(root) && hidden(directory);
                    return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && (!folder || !hidden(file))) {
                        Path path = folder ? root.relativize(file) : file.getFileName();
                        found.add(new Found(
                                path.toString().replace('\\', '/'),
                                file,
                                attributes.size(),
                                attributes.lastModifiedTime().toMillis()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
                    if (file.equals(root)) {
                        throw failure;
                    }
                    problems.accept(problem(source, file, failure));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new SourceUnreadable(problem(source, root, e));
        }
        found.sort(java.util.Comparator.comparing(Found::path));
        return found;
    }

    /** Says why a file cannot be read and what to do. */
    public static SourceProblem problem(SourceId source, Path file, IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return new SourceProblem(source, Code.MISSING, missing(source, file));
        }
        if (failure instanceof AccessDeniedException) {
            return new SourceProblem(
                    source,
                    Code.FORBIDDEN,
                    "Source " + source + " may not be read (" + file
                            + "): give the user of this program the right to.");
        }
        return new SourceProblem(
                source,
                Code.BROKEN_OFF,
                "Source " + source + " could not be read to its end (" + file + ", "
                        + failure.getClass().getSimpleName() + "): check the disk; the next run goes on from there.");
    }

    private static String missing(SourceId source, Path file) {
        return "Source " + source + " is not there (" + file
                + "): correct its path in recall.ingest.sources, or put the files back.";
    }

    private static boolean hidden(Path file) {
        Path name = file.getFileName();
        return name != null
                && (name.toString().startsWith(".") || name.toString().startsWith("~$"));
    }
}
