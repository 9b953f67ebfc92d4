package org.talentrecall.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.talentrecall.index.node.EmbeddedNode;
import org.talentrecall.index.node.NodeAddress;
import org.talentrecall.index.node.NodeSettings;

/**
 * The one Elasticsearch that this module's tests share. Homes reach it as a cluster, so that several of them, and processes
 * of their own, can use it one after the other.
 */
final class SearchNode {
    private static final String C1_ONLY = "-XX:TieredStopAtLevel=1";

    private SearchNode() {}

    /** Its address with user and password, for {@code recall.elasticsearch.uris}. */
    static String uri() {
        NodeAddress address = Shared.ADDRESS;
        return address.uri().toString().replace("//", "//" + address.user() + ":" + address.password() + "@");
    }

    /** Lets go of all indices of earlier homes. */
    static void empty() {
        for (String index :
                send("GET", "/_cat/indices/recall-*?h=index").lines().toList()) {
            send("DELETE", "/" + index.strip());
        }
    }

    private static String send(String method, String path) {
        NodeAddress address = Shared.ADDRESS;
        HttpRequest request = HttpRequest.newBuilder(address.uri().resolve(path))
                .header("Authorization", address.authorization())
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(method + " " + path).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static NodeAddress start() {
        try (Stream<Path> zips = Files.list(Path.of("..", "index", "target", "elasticsearch"))) {
            Path zip = zips.filter(file -> file.toString().endsWith(".zip"))
                    .findFirst()
                    .orElseThrow();
            EmbeddedNode node = new EmbeddedNode(new NodeSettings(
                    zip.toAbsolutePath().normalize(),
                    EmbeddedNode.reachable(Path.of("target", "node").toAbsolutePath()),
                    Path.of(System.getProperty("java.home")),
                    "512m",
                    List.of(C1_ONLY),
                    Duration.ofMinutes(5)));
            Runtime.getRuntime().addShutdownHook(new Thread(node::close));
            return node.start().join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts when first asked for; ends with the tests. */
    private static final class Shared {
        static final NodeAddress ADDRESS = start();
    }
}
