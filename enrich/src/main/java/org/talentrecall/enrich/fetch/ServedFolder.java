package org.talentrecall.enrich.fetch;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.talentrecall.archive.record.ContentHash;

/**
 * Serves the files of a folder over HTTP on this machine only, at a free port, for whatever host is asked. Lets a source
 * that lies in a folder be read by the same code as one on the web.
 */
public final class ServedFolder implements AutoCloseable {
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html",
            "htm", "text/html",
            "xml", "application/xml",
            "rss", "application/rss+xml",
            "atom", "application/atom+xml",
            "json", "application/json",
            "txt", "text/plain");

    private final Path root;
    private final HttpServer server;

    private ServedFolder(Path root, HttpServer server) {
        this.root = root;
        this.server = server;
    }

    /** Starts the server. */
    public static ServedFolder open(Path folder) throws IOException {
        Path root = folder.toRealPath();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        ServedFolder served = new ServedFolder(root, server);
        server.createContext("/", served::answer);
        server.start();
        return served;
    }

    public InetSocketAddress address() {
        return server.getAddress();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(METHOD_NOT_ALLOWED, -1);
                return;
            }
            Optional<Path> file = file(exchange.getRequestURI().getPath());
            if (file.isEmpty()) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
                return;
            }
            byte[] bytes = Files.readAllBytes(file.get());
            String tag = '"' + ContentHash.of(bytes).value().substring(0, 32) + '"';
            exchange.getResponseHeaders().set("ETag", tag);
            if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                exchange.sendResponseHeaders(NOT_MODIFIED, -1);
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", type(file.get()));
            exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    /** The file for a path; never one outside of the folder, be it by dots or by links. */
    private Optional<Path> file(String path) throws IOException {
        try {
            Path wanted = root.resolve(path.replaceFirst("^/+", "")).normalize();
            Path file = Files.isDirectory(wanted) ? wanted.resolve("index.html") : wanted;
            if (!file.startsWith(root) || !Files.isRegularFile(file)) {
                return Optional.empty();
            }
            Path real = file.toRealPath();
            return real.startsWith(root) ? Optional.of(real) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String type(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
    }
}
