package org.talentrecall.index.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real Elasticsearch on this machine, for one home folder. It is started when the first program needs it, shared by
 * all programs that use the home at the same time, and ends with the last of them, also when that one is killed (see
 * {@link NodeKeeper}). It listens on 127.0.0.1 only, on a free port, and asks for a password that only this user can
 * read. What it stores can be made anew from the archive.
 *
 * <p>Safe for use by several threads.
 */
public final class EmbeddedNode implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedNode.class);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final NodeSettings settings;
    private final NodeFiles files;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(ANSWER).build();
    private @Nullable CompletableFuture<NodeAddress> started;
    private @Nullable FileChannel use;

    public EmbeddedNode(NodeSettings settings) {
        this.settings = settings;
        this.files = new NodeFiles(settings.folder().toAbsolutePath().normalize());
    }

    /**
     * Where a node that is wanted in this folder can live: a home inside /root is closed to the user that root's node
     * runs as, so a folder under /var/lib stands for it there.
     */
    public static Path reachable(Path folder) throws IOException {
        return NodeUser.reachable(folder);
    }

    /**
     * Begins to start the node, or to join the one that another program has started. Calling it again gives the same
     * future.
     *
     * @return completes when the node answers; fails with {@link NodeUnavailable}
     */
    public synchronized CompletableFuture<NodeAddress> start() {
        CompletableFuture<NodeAddress> future = started;
        if (future == null) {
            CompletableFuture<NodeAddress> fresh = new CompletableFuture<>();
            Thread starter = new Thread(() -> complete(fresh), "embedded-elasticsearch-start");
            starter.setDaemon(true);
            starter.start();
            started = fresh;
            future = fresh;
        }
        return future;
    }

    private void complete(CompletableFuture<NodeAddress> future) {
        try {
            future.complete(joinOrLaunch());
        } catch (IOException | UncheckedIOException e) {
            future.completeExceptionally(new NodeUnavailable(
                    "The folder " + files.folder() + " of the embedded Elasticsearch cannot be used (" + e.getMessage()
                            + "): see that it belongs to the user who runs the program and that the disk has room",
                    e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            future.completeExceptionally(new NodeUnavailable("Starting the embedded Elasticsearch was broken off", e));
        } catch (RuntimeException e) {
            future.completeExceptionally(e);
        }
    }

    private NodeAddress joinOrLaunch() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Files.createDirectories(files.folder());
        hold();
        try (FileChannel channel = open(files.starting())) {
            FileLock alone =
                    await("another program to start the embedded Elasticsearch", () -> tryLock(channel, false));
            try (alone) {
                Optional<NodeAddress> running = running();
                if (running.isPresent()) {
                    log.info("Embedded Elasticsearch: using the one that is running at {}", running.get());
                    return running.get();
                }
                NodeAddress address = launch();
                log.info(
                        "Embedded Elasticsearch: started at {} in {} ms",
                        address,
                        Duration.ofNanos(System.nanoTime() - begin).toMillis());
                return address;
            }
        }
    }

    /** Says that we use the node. Waits while a keeper is stopping it. */
    private void hold() throws IOException, InterruptedException {
        FileChannel channel = open(files.users());
        synchronized (this) {
            use = channel;
        }
        await("an earlier embedded Elasticsearch to stop", () -> tryLock(channel, true));
    }

    private static FileChannel open(Path path) throws IOException {
        return FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    }

    private static @Nullable FileLock tryLock(FileChannel channel, boolean shared) throws IOException {
        try {
            return channel.tryLock(0, Long.MAX_VALUE, shared);
        } catch (OverlappingFileLockException e) {
            throw new NodeUnavailable("This program already uses the embedded Elasticsearch of this folder once", e);
        }
    }

    private Optional<NodeAddress> running() throws IOException, InterruptedException {
        Optional<NodeProcess> noted = NodeProcess.read(files.note());
        if (noted.isEmpty()) {
            return Optional.empty();
        }
        NodeProcess process = noted.get();
        if (kept() && process.alive().isPresent()) {
            Optional<NodeAddress> address = await("the running embedded Elasticsearch to answer", () -> {
                Optional<NodeAddress> found = answering();
                return found.isPresent() || !kept() ? found : null;
            });
            if (address.isPresent()) {
                return address;
            }
        }
        log.warn("Embedded Elasticsearch: process {} was left behind; it is ended and started anew", process.node());
        process.end();
        Files.deleteIfExists(files.note());
        return Optional.empty();
    }

    private boolean kept() throws IOException {
        try (FileChannel channel = open(files.kept());
                FileLock free = tryLock(channel, false)) {
            return free == null;
        }
    }

    private NodeAddress launch() throws IOException, InterruptedException {
        NodeUser user = NodeUser.makingFilesIn(files.folder());
        if (!user.reaches(files.folder()) || !user.reaches(settings.javaHome())) {
            throw new NodeUnavailable("Elasticsearch does not run as root, and the user nobody cannot reach "
                    + (user.reaches(files.folder()) ? settings.javaHome() : files.folder())
                    + ": make the folders above it passable (chmod o+x), or run as an ordinary user");
        }
        Path program = Program.unpack(settings.archive().toAbsolutePath(), files.programs());
        files.configure(program, user);
        files.placeKeeper();
        Process keeper = keeper(program, user).start();
        NodeAddress address = await("the embedded Elasticsearch to start (see " + files.log() + ")", () -> {
            if (!keeper.isAlive()) {
                throw new NodeUnavailable(Diagnosis.of(files.logTail(), files));
            }
            return answering().orElse(null);
        });
        return address;
    }

    private ProcessBuilder keeper(Path program, NodeUser user) {
        List<String> command = new ArrayList<>(NodeUser.detached());
        command.addAll(List.of(
                settings.javaHome().resolve("bin").resolve("java").toString(),
                "-Xmx16m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                files.keeper().toString(),
                NodeKeeper.class.getName(),
                files.users().toString(),
                files.kept().toString(),
                files.note().toString(),
                files.log().toString()));
        command.addAll(user.prefix());
        command.add(program.resolve("bin").resolve("elasticsearch").toString());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(files.temporary().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(files.log().toFile()));
        Map<String, String> environment = builder.environment();
        String path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path);
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("HOME", files.temporary().toString());
        environment.put("ES_JAVA_HOME", settings.javaHome().toString());
        environment.put("ES_PATH_CONF", files.config().toString());
        environment.put("ES_TMPDIR", files.temporary().toString());
        environment.put("ES_JAVA_OPTS", javaOptions());
        return builder;
    }

    private String javaOptions() {
        List<String> options = new ArrayList<>();
        options.add("-Xms" + settings.heap());
        options.add("-Xmx" + settings.heap());
        options.add("-XX:-AlwaysPreTouch");
        options.addAll(settings.javaOptions());
        return String.join(" ", options);
    }

    /** The node's address when it answers in good health. */
    private Optional<NodeAddress> answering() throws IOException, InterruptedException {
        if (!Files.exists(files.ports())) {
            return Optional.empty();
        }
        String first = Files.readString(files.ports()).lines().findFirst().orElse("");
        if (first.isBlank()) {
            return Optional.empty();
        }
        NodeAddress address = new NodeAddress(URI.create("http://" + first), NodeFiles.USER, files.password());
        HttpRequest health = HttpRequest.newBuilder(
                        address.uri().resolve("/_cluster/health?wait_for_status=yellow&timeout=2s"))
                .header("Authorization", address.authorization())
                .timeout(ANSWER)
                .build();
        try {
            int status =
                    http.send(health, HttpResponse.BodyHandlers.discarding()).statusCode();
            return status == 200 ? Optional.of(address) : Optional.empty();
        } catch (IOException e) {
            log.debug("Embedded Elasticsearch: {} does not answer yet: {}", address, e.getMessage());
            return Optional.empty();
        }
    }

    private <T> T await(String what, Attempt<T> attempt) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + settings.startWithin().toNanos();
        while (true) {
            T result = attempt.tryOnce();
            if (result != null) {
                return result;
            }
            if (System.nanoTime() > deadline) {
                throw new NodeUnavailable("Waited " + settings.startWithin().toSeconds() + " s for " + what
                        + ": see what else loads the machine, or raise recall.elasticsearch.embedded.start-within");
            }
            Thread.sleep(POLL.toMillis());
        }
    }

    /** Something to try until it gives a result. */
    private interface Attempt<T> {
        @Nullable
        T tryOnce() throws IOException, InterruptedException;
    }

    /** Gives up our use. The node ends by itself, within seconds, unless another program uses it. */
    @Override
    public synchronized void close() {
        if (use != null) {
            try {
                use.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The lock on the embedded Elasticsearch could not be released", e);
            }
            use = null;
        }
        started = null;
    }
}
