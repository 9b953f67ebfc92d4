package org.talentrecall.index.node;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/** What the keeper noted: its own process and the node's. */
record NodeProcess(long keeper, long node, String started) {
    private static final Duration GRACE = Duration.ofSeconds(30);

    static Optional<NodeProcess> read(Path note) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(note)) {
            properties.load(reader);
            return Optional.of(new NodeProcess(
                    Long.parseLong(properties.getProperty("keeper", "")),
                    Long.parseLong(properties.getProperty("node", "")),
                    properties.getProperty("started", "")));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The node's process, unless its number has gone to somebody else since. */
    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(node)
                .filter(handle -> handle.info()
                        .startInstant()
                        .map(Object::toString)
                        .orElse("")
                        .equals(started))
                .filter(handle -> !defunct(handle.pid()));
    }

    /** Whether a process has ended and only its entry is left, because its parent does not care. */
    private static boolean defunct(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
        } catch (IOException e) {
            // No such file: it has just ended, or this system has no /proc and we have to believe the handle.
            return Files.isDirectory(Path.of("/proc/self"));
        }
    }

    /** Ends a node that nobody keeps any more, and waits until its data folder is free. */
    void end() throws InterruptedException {
        Optional<ProcessHandle> found = alive();
        if (found.isEmpty()) {
            return;
        }
        List<ProcessHandle> all =
                Stream.concat(found.stream(), found.get().descendants()).toList();
        found.get().destroy();
        if (!gone(all, GRACE)) {
            all.forEach(ProcessHandle::destroyForcibly);
            if (!gone(all, GRACE)) {
                throw new NodeUnavailable("The Elasticsearch process " + node
                        + " that was left behind does not end: end it by hand (kill -9 " + node + ") and try again");
            }
        }
    }

    private static boolean gone(List<ProcessHandle> processes, Duration within) throws InterruptedException {
        long deadline = System.nanoTime() + within.toNanos();
        while (processes.stream().anyMatch(one -> one.isAlive() && !defunct(one.pid()))) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(100);
        }
        return true;
    }
}
