package org.talentrecall.index.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmbeddedNodeIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path folder = folder();
    private final EmbeddedNode node = new EmbeddedNode(settings(folder));

    static Path folder() {
        try {
            return EmbeddedNode.reachable(
                    Path.of("target", "nodes", "lifecycle").toAbsolutePath());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    static NodeSettings settings(Path folder) {
        return settings(folder, "300m", List.of("-XX:TieredStopAtLevel=1"));
    }

    private static NodeSettings settings(Path folder, String heap, List<String> javaOptions) {
        return new NodeSettings(
                Path.of("target", "elasticsearch", "elasticsearch-8.19.21.zip").toAbsolutePath(),
                folder,
                Path.of(System.getProperty("java.home")),
                heap,
                javaOptions,
                Duration.ofMinutes(3));
    }

    @AfterEach
    void release() throws Exception {
        NodeProcess process = NodeProcess.read(new NodeFiles(folder).note()).orElse(null);
        node.close();
        if (process != null) {
            awaitEnd(process);
        }
    }

    private NodeProcess noted() throws IOException {
        return NodeProcess.read(new NodeFiles(folder).note()).orElseThrow();
    }

    private static void awaitEnd(NodeProcess process) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (process.alive().isPresent() && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        assertThat(process.alive()).as("the node's process").isEmpty();
    }

    private int status(NodeAddress address, boolean authorised) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.uri().resolve("/_cluster/health"));
        if (authorised) {
            request.header("Authorization", address.authorization());
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Another program that uses the node until its input ends or it is killed. */
    private Process anotherProgram() throws IOException {
        return new ProcessBuilder(
                        settings(folder).javaHome().resolve("bin/java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        NodeHolder.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String firstLine(Process process) {
        return process.inputReader()
                .lines()
                .filter(line -> line.startsWith("http"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void answers_with_its_password_only_on_the_loopback_address_and_ends_with_its_last_user() throws Exception {
        NodeAddress address = node.start().get(3, TimeUnit.MINUTES);
        NodeProcess process = noted();

        assertThat(address.uri().getHost()).isEqualTo("127.0.0.1");
        assertThat(status(address, true)).isEqualTo(200);
        assertThat(status(address, false)).isEqualTo(401);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                .isEqualTo("rw-------");
        assertThat(address.toString()).doesNotContain(address.password());

        node.close();
        awaitEnd(process);
    }

    @Test
    void second_program_joins_the_first_and_keeps_the_node_when_the_first_is_killed() throws Exception {
        Process first = anotherProgram();
        String uri = firstLine(first);

        NodeAddress joined = node.start().get(3, TimeUnit.MINUTES);
        first.destroyForcibly().waitFor();
        Thread.sleep(1_500);

        assertThat(joined.uri()).hasToString(uri);
        assertThat(status(joined, true)).isEqualTo(200);
    }

    @Test
    void node_ends_when_its_only_user_is_killed() throws Exception {
        Process other = anotherProgram();
        firstLine(other);
        NodeProcess process = noted();

        other.destroyForcibly().waitFor();

        awaitEnd(process);
    }

    @Test
    void node_whose_keeper_was_killed_is_replaced() throws Exception {
        Process other = anotherProgram();
        firstLine(other);
        NodeProcess orphan = noted();
        ProcessHandle keeper = ProcessHandle.of(orphan.keeper()).orElseThrow();
        keeper.destroyForcibly();
        keeper.onExit().get(1, TimeUnit.MINUTES);
        other.destroyForcibly().waitFor();

        NodeAddress address = node.start().get(3, TimeUnit.MINUTES);

        assertThat(orphan.alive()).isEmpty();
        assertThat(status(address, true)).isEqualTo(200);
    }

    private static String whyNot(NodeSettings settings) {
        try (EmbeddedNode failing = new EmbeddedNode(settings)) {
            return failing.start()
                    .handle((address, failure) -> failure == null ? "started" : String.valueOf(failure.getMessage()))
                    .join();
        }
    }

    @Test
    void failed_start_is_told_in_one_sentence_with_the_remedy() {
        assertThat(whyNot(settings(folder, "300m", List.of("-XX:+NoSuchOption"))))
                .contains("does not know an option")
                .contains("recall.elasticsearch.embedded.java-options");
        assertThat(whyNot(settings(folder, "9000g", List.of())))
                .contains("too little free memory")
                .contains("recall.elasticsearch.embedded.heap");
        assertThat(new NodeFiles(folder).note()).doesNotExist();
    }
}
