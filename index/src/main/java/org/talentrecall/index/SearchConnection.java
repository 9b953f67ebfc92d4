package org.talentrecall.index;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.JacksonJsonpMapper;
import co.elastic.clients.transport.TransportUtils;
import co.elastic.clients.transport.rest_client.RestClientTransport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLContext;
import org.apache.http.Header;
import org.apache.http.HttpHost;
import org.apache.http.message.BasicHeader;
import org.elasticsearch.client.RestClient;
import org.elasticsearch.client.RestClientBuilder;
import org.jspecify.annotations.Nullable;
import org.talentrecall.index.node.EmbeddedNode;
import org.talentrecall.index.node.NodeAddress;
import org.talentrecall.index.node.NodeUnavailable;

/**
 * The way to Elasticsearch: the embedded node, or the cluster that the settings name. Nothing is started or connected
 * before it is needed. Safe for use by several threads.
 */
public final class SearchConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 120_000;

    private final ElasticsearchSettings settings;
    private final Path home;
    private final @Nullable EmbeddedNode node;
    private final Retrying retrying;
    private @Nullable ElasticsearchClient client;

    /** @param node the embedded node; needed when the settings name no cluster */
    public SearchConnection(ElasticsearchSettings settings, Path home, @Nullable EmbeddedNode node) {
        this(settings, home, node, Thread::sleep);
    }

    SearchConnection(ElasticsearchSettings settings, Path home, @Nullable EmbeddedNode node, Retrying.Pause pause) {
        this.settings = settings;
        this.home = home;
        this.node = node;
        this.retrying = new Retrying(settings.attempts(), pause);
    }

    /** Begins to start the embedded node, if that is the one in use, so that it is up when it is needed. */
    public void prepare() {
        if (node != null && settings.usesEmbeddedNode()) {
            // A failure is told to whoever needs the node: the future is kept and joined there.
            CompletableFuture<NodeAddress> unused = node.start();
        }
    }

    Retrying retrying() {
        return retrying;
    }

    /** Sends a request, again where that can help. */
    <T> T call(String what, Request<T> request) {
        ElasticsearchClient ready = client();
        return retrying.call(what, () -> request.send(ready));
    }

    /** The client; waits until the embedded node is up. */
    synchronized ElasticsearchClient client() {
        ElasticsearchClient ready = client;
        if (ready == null) {
            ready = settings.usesEmbeddedNode() ? toNode() : toCluster();
            client = ready;
        }
        return ready;
    }

    private ElasticsearchClient toNode() {
        if (node == null) {
            throw new IndexUnavailable("No Elasticsearch is configured: set recall.elasticsearch.uris");
        }
        try {
            NodeAddress address = node.start().join();
            return connect(List.of(address.uri()), address.authorization(), null);
        } catch (CompletionException e) {
            if (e.getCause() instanceof NodeUnavailable unavailable) {
                throw new IndexUnavailable(String.valueOf(unavailable.getMessage()), unavailable);
            }
            throw e;
        }
    }

    private ElasticsearchClient toCluster() {
        return connect(settings.uris(), authorization(), authority());
    }

    /** The API key, else user and password where the first address has them. */
    private @Nullable String authorization() {
        if (settings.apiKey() != null) {
            return "ApiKey " + settings.apiKey();
        }
        String user = settings.uris().get(0).getUserInfo();
        return user == null
                ? null
                : "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
    }

    private @Nullable SSLContext authority() {
        if (settings.caFingerprint() != null) {
            return TransportUtils.sslContextFromCaFingerprint(settings.caFingerprint());
        }
        if (settings.caFile() != null) {
            Path file = home.resolve(settings.caFile());
            if (!Files.isReadable(file)) {
                throw new IndexUnavailable(
                        "The certificate " + file + " cannot be read: correct recall.elasticsearch.ca-file");
            }
            try {
                return TransportUtils.sslContextFromHttpCaCrt(file.toFile());
            } catch (IOException | RuntimeException e) {
                throw new IndexUnavailable(
                        "The file " + file + " is no PEM certificate: correct recall.elasticsearch.ca-file", e);
            }
        }
        return null;
    }

    private static ElasticsearchClient connect(
            List<URI> uris, @Nullable String authorization, @Nullable SSLContext authority) {
        HttpHost[] hosts = uris.stream()
                .map(uri -> new HttpHost(uri.getHost(), port(uri), uri.getScheme()))
                .toArray(HttpHost[]::new);
        RestClientBuilder builder = RestClient.builder(hosts)
                .setRequestConfigCallback(
                        request -> request.setConnectTimeout(CONNECT_MILLIS).setSocketTimeout(ANSWER_MILLIS));
        String path = uris.get(0).getPath();
        if (path != null && path.length() > 1) {
            builder.setPathPrefix(path);
        }
        if (authorization != null) {
            builder.setDefaultHeaders(new Header[] {new BasicHeader("Authorization", authorization)});
        }
        if (authority != null) {
            builder.setHttpClientConfigCallback(http -> http.setSSLContext(authority));
        }
        return new ElasticsearchClient(new RestClientTransport(builder.build(), new JacksonJsonpMapper()));
    }

    private static int port(URI uri) {
        if (uri.getPort() > 0) {
            return uri.getPort();
        }
        return "https".equals(uri.getScheme()) ? 443 : 9200;
    }

    /** Closes the connection and gives up the embedded node. */
    @Override
    public synchronized void close() {
        try {
            if (client != null) {
                client._transport().close();
                client = null;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The connection to Elasticsearch could not be closed", e);
        } finally {
            if (node != null) {
                node.close();
            }
        }
    }

    /** A request to the cluster. */
    interface Request<T> {
        T send(ElasticsearchClient client) throws IOException;
    }
}
