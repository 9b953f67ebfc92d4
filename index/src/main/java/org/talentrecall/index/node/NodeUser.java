package org.talentrecall.index.node;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talentrecall.archive.record.ContentHash;

/**
 * As whom the node runs. Elasticsearch refuses to run as root, so root starts it as nobody, who must be able to reach
 * the node's folder and the JDK and to write where the node writes.
 *
 * @param root whether we are root
 */
record NodeUser(boolean root) {
    private static final Logger log = LoggerFactory.getLogger(NodeUser.class);
    private static final int NOBODY = 65534;
    private static final Path ELSEWHERE = Path.of("/var/lib/talent-recall");
    private static final List<Path> COMMANDS =
            List.of(Path.of("/usr/bin"), Path.of("/bin"), Path.of("/usr/sbin"), Path.of("/sbin"));

    /** Who owns the files that we make there. */
    static NodeUser makingFilesIn(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, "owner", null);
        try {
            return new NodeUser(Integer.valueOf(0).equals(Files.getAttribute(probe, "unix:uid")));
        } finally {
            Files.delete(probe);
        }
    }

    /**
     * The folder itself where the node's user can get there, else one under /var/lib that stands for it: a home inside
     * /root is closed to nobody.
     */
    static Path reachable(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (makingFilesIn(folder).reaches(folder)) {
            return folder;
        }
        String name = ContentHash.of(folder.toRealPath().toString().getBytes(StandardCharsets.UTF_8))
                .value()
                .substring(0, 12);
        Path instead = ELSEWHERE.resolve(name);
        if (!Files.isDirectory(instead)) {
            log.info(
                    "Embedded Elasticsearch: it does not run as root, and the user nobody cannot reach {}; it lives in {}",
                    folder,
                    instead);
        }
        return Files.createDirectories(instead);
    }

    /** What to put before a command so that it runs as the node's user, in a session of its own. */
    List<String> prefix() {
        return root ? becomeNobody() : List.of();
    }

    /** What to put before the keeper's command so that a Ctrl-C meant for us does not reach it. */
    static List<String> detached() {
        return command("setsid").map(List::of).orElse(List.of());
    }

    private static List<String> becomeNobody() {
        String id = Integer.toString(NOBODY);
        return command("setpriv")
                .map(found -> List.of(found, "--reuid=" + id, "--regid=" + id, "--clear-groups", "--no-new-privs"))
                .or(() -> command("chroot")
                        .map(found -> List.of(found, "--userspec=" + id + ":" + id, "--groups=" + id, "/")))
                .orElseThrow(() -> new NodeUnavailable(
                        "Elasticsearch does not run as root, and neither setpriv nor chroot is there to start it as"
                                + " another user: install util-linux or coreutils, or run as an ordinary user"));
    }

    private static Optional<String> command(String name) {
        return COMMANDS.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    /** Gives a tree to the node's user. */
    void own(Path tree) throws IOException {
        if (!root) {
            return;
        }
        List<Path> all;
        try (Stream<Path> walk = Files.walk(tree)) {
            all = walk.toList();
        }
        for (Path path : all) {
            Files.setAttribute(path, "unix:uid", NOBODY, LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(path, "unix:gid", NOBODY, LinkOption.NOFOLLOW_LINKS);
        }
    }

    /** Whether the node's user can pass through all folders above and in the path. */
    boolean reaches(Path path) throws IOException {
        if (!root) {
            return true;
        }
        for (Path step = path.toRealPath(); step != null; step = step.getParent()) {
            if (!Files.getPosixFilePermissions(step).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return false;
            }
        }
        return true;
    }
}
