package org.talentrecall.index.node;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The unpacked distribution. */
final class Program {
    private static final Pattern ARCHIVE = Pattern.compile("elasticsearch-(\\d+\\.\\d+\\.\\d+).*\\.zip");
    private static final long ROOM_NEEDED = 400L << 20;

    private Program() {}

    /**
     * Unpacks the archive beside earlier versions, which are removed; does nothing when that was done before. Whole or
     * not at all, also after a kill.
     *
     * @return the distribution's own folder
     */
    static Path unpack(Path archive, Path programs) throws IOException {
        Matcher name = ARCHIVE.matcher(String.valueOf(archive.getFileName()));
        if (!Files.isRegularFile(archive) || !name.matches()) {
            throw new NodeUnavailable("There is no Elasticsearch distribution at " + archive
                    + ": build the program once (./mvnw package) or point recall.elasticsearch.embedded.archive to an"
                    + " elasticsearch-8.19.*.zip");
        }
        String version = name.group(1);
        Path target = programs.resolve(version);
        if (Files.isDirectory(target)) {
            return target;
        }
        Files.createDirectories(programs);
        open(programs);
        long room = Files.getFileStore(programs).getUsableSpace();
        if (room < ROOM_NEEDED) {
            throw new NodeUnavailable("The disk under " + programs + " has " + (room >> 20)
                    + " MB left, and the embedded Elasticsearch needs " + (ROOM_NEEDED >> 20) + " MB: free some room");
        }
        Path draft = programs.resolve(".unpacking");
        deleteAll(draft);
        extract(archive, draft);
        for (Path old : children(programs)) {
            if (!old.equals(draft)) {
                deleteAll(old);
            }
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        return target;
    }

    private static void extract(Path archive, Path target) throws IOException {
        Files.createDirectories(target);
        open(target);
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path inside = Path.of(entry.getName());
                if (inside.getNameCount() < 2) {
                    continue;
                }
                Path path =
                        target.resolve(inside.subpath(1, inside.getNameCount())).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("The archive " + archive + " has an entry outside of itself");
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    open(path);
                } else {
                    Files.copy(zip, path);
                    boolean command = path.startsWith(target.resolve("bin"));
                    Files.setPosixFilePermissions(
                            path, PosixFilePermissions.fromString(command ? "rwxr-xr-x" : "rw-r--r--"));
                }
            }
        }
    }

    /** Lets every user of the machine pass, whatever the umask: the node may run as another user than we. */
    static void open(Path folder) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.toList();
        }
    }

    static void deleteAll(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(path)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path one : all) {
            Files.delete(one);
        }
    }
}
