package org.talentrecall.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talentrecall.index.node.EmbeddedNode;
import org.talentrecall.index.node.NodeAddress;
import org.talentrecall.index.node.NodeSettings;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.elasticsearch.ElasticsearchContainer;

/**
 * The Elasticsearch that this module's tests share: the official image where a Docker engine answers, else the embedded
 * node. {@code -Drecall.test.elasticsearch=docker} or {@code =embedded} insists on one.
 */
final class NodeUnderTest {
    private static final Logger log = LoggerFactory.getLogger(NodeUnderTest.class);
    private static final String IMAGE = "docker.elastic.co/elasticsearch/elasticsearch:8.19.21";
    private static final String PASSWORD = "tests-only";

    private NodeUnderTest() {}

    /** The connection; all indices of earlier tests are gone. */
    static SearchConnection empty() {
        SearchConnection connection = Shared.CONNECTION;
        connection
                .call("listing indices", client -> client.indices().get(get -> get.index("recall-*")))
                .result()
                .keySet()
                .forEach(index -> connection.call(
                        "deleting " + index, client -> client.indices().delete(delete -> delete.index(index))));
        return connection;
    }

    /** The folder above the embedded node's in this build. Another user may run the node, so it must be passable. */
    static Path folder(String name) {
        try {
            return EmbeddedNode.reachable(Path.of("target", "nodes", name).toAbsolutePath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static NodeSettings settings(Path folder) {
        return new NodeSettings(
                DistributionArchive.find(null),
                folder,
                Path.of(System.getProperty("java.home")),
                "512m",
                // The first compiler only: up sooner, and nothing here runs long enough to want the second.
                List.of("-XX:TieredStopAtLevel=1"),
                Duration.ofMinutes(3));
    }

    static ElasticsearchSettings settings(List<URI> uris, Path certificate, String apiKey, int attempts) {
        return new ElasticsearchSettings(
                uris,
                apiKey,
                null,
                certificate,
                500,
                attempts,
                new ElasticsearchSettings.Embedded(null, Path.of("unused"), "512m", List.of(), Duration.ofMinutes(3)));
    }

    /** What to set in order to reach it as a cluster, with user and password in the address. */
    static ElasticsearchSettings asCluster() {
        return Shared.CLUSTER;
    }

    private static ElasticsearchSettings cluster() {
        String wanted = System.getProperty("recall.test.elasticsearch", "");
        boolean docker = wanted.equals("docker")
                || !wanted.equals("embedded") && DockerClientFactory.instance().isDockerAvailable();
        if (docker) {
            log.info("Tests run on {} in Docker", IMAGE);
            return container();
        }
        log.info("Tests run on the embedded node{}", wanted.isEmpty() ? ", as no Docker engine answers" : "");
        EmbeddedNode node = new EmbeddedNode(settings(folder("shared")));
        Runtime.getRuntime().addShutdownHook(new Thread(node::close));
        NodeAddress address = node.start().join();
        return settings(
                List.of(URI.create(address.uri()
                        .toString()
                        .replace("//", "//" + address.user() + ":" + address.password() + "@"))),
                null,
                null,
                8);
    }

    private static ElasticsearchSettings container() {
        ElasticsearchContainer container = new ElasticsearchContainer(IMAGE)
                .withPassword(PASSWORD)
                .withEnv("ES_JAVA_OPTS", "-Xms512m -Xmx512m")
                .withStartupTimeout(Duration.ofMinutes(5))
                .withEnv("cluster.routing.allocation.disk.threshold_enabled", "false");
        container.start();
        try {
            Path certificate = Files.createTempFile("elasticsearch", ".crt");
            boolean secure = container.caCertAsBytes().isPresent();
            if (secure) {
                Files.write(certificate, container.caCertAsBytes().get());
            }
            URI uri = URI.create((secure ? "https://elastic:" : "http://elastic:") + PASSWORD + "@"
                    + container.getHttpHostAddress());
            return settings(List.of(uri), secure ? certificate : null, null, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts when first asked for; ends with the tests. */
    private static final class Shared {
        static final ElasticsearchSettings CLUSTER = cluster();
        static final SearchConnection CONNECTION = new SearchConnection(CLUSTER, Path.of("/"), null);
    }
}
