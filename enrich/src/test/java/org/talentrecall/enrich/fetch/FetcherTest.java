package org.talentrecall.enrich.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a server that misbehaves. */
@Timeout(30)
class FetcherTest {
    private static final Site LOCAL = new Site(null, true);
    private static final int LIMIT = 100_000;

    private final Map<String, Integer> asked = new ConcurrentHashMap<>();
    private final List<Duration> slept = new ArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private HttpServer server;
    private String base;
    private Instant now = Instant.parse("2026-11-23T00:00:00Z");

    private interface Route {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.start();
        base = "http://127.0.0.1:" + server.getAddress().getPort();
        route("/page", exchange -> respond(exchange, 200, "hello"));
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void fetches_with_marks_and_says_who_asks() throws Exception {
        route("/marked", exchange -> {
            assertThat(exchange.getRequestHeaders().getFirst("User-Agent"))
                    .isEqualTo("TalentRecall (+mailto:a@example.com)");
            exchange.getResponseHeaders().set("ETag", "\"1\"");
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=gb2312");
            boolean known = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            respond(exchange, known ? 304 : 200, known ? "" : "x");
        });
        Fetcher fetcher = fetcher();

        Fetched first = fetcher.fetch(base + "/marked#part", CacheMarks.NONE, LOCAL);

        assertThat(first).isInstanceOfSatisfying(Fetched.Content.class, content -> {
            assertThat(content.marks().entityTag()).isEqualTo("\"1\"");
            assertThat(content.contentType()).isEqualTo("text/html; charset=gb2312");
        });
        assertThat(fetcher.fetch(base + "/marked", new CacheMarks("\"1\"", null), LOCAL))
                .isEqualTo(new Fetched.Unchanged());
    }

    @Test
    void asks_only_what_robots_txt_allows_also_behind_redirects() throws Exception {
        route("/robots.txt", exchange -> respond(exchange, 200, "User-agent: talentrecall\nDisallow: /private/\n"));
        route("/private/x", exchange -> respond(exchange, 200, "secret"));
        route("/door", exchange -> redirect(exchange, "/private/x"));
        Fetcher fetcher = fetcher();

        assertThat(fetcher.fetch(base + "/private/x", CacheMarks.NONE, LOCAL)).isEqualTo(new Fetched.Forbidden());
        assertThat(fetcher.fetch(base + "/door", CacheMarks.NONE, LOCAL)).isEqualTo(new Fetched.Forbidden());
        assertThat(text(fetcher.fetch(base + "/page", CacheMarks.NONE, LOCAL))).isEqualTo("hello");
        assertThat(asked).doesNotContainKey("/private/x").containsEntry("/robots.txt", 1);
    }

    @Test
    void leaves_a_host_alone_tonight_whose_robots_txt_fails() throws Exception {
        route("/robots.txt", exchange -> respond(exchange, 500, ""));
        Fetcher fetcher = fetcher();

        Fetched end = fetcher.fetch(base + "/page", CacheMarks.NONE, LOCAL);
        fetcher.fetch(base + "/page", CacheMarks.NONE, LOCAL);

        assertThat(end)
                .isInstanceOfSatisfying(
                        Fetched.Unreachable.class,
                        unreachable -> assertThat(unreachable.code()).isEqualTo("ROBOTS_UNKNOWN"));
        assertThat(asked).doesNotContainKey("/page").containsEntry("/robots.txt", 1);
    }

    @Test
    void pauses_between_requests_to_one_host_as_it_asks() throws Exception {
        route("/robots.txt", exchange -> respond(exchange, 200, "User-agent: *\nCrawl-delay: 7\n"));
        Fetcher fetcher = fetcher();

        fetcher.fetch(base + "/page", CacheMarks.NONE, LOCAL);
        fetcher.fetch(base + "/page", CacheMarks.NONE, LOCAL);

        assertThat(slept).containsExactly(Duration.ofSeconds(7), Duration.ofSeconds(7));
    }

    @Test
    void asks_again_when_a_busy_server_says_when() throws Exception {
        route("/busy", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "3");
            respond(exchange, asked.get("/busy") == 1 ? 429 : 200, "at last");
        });

        assertThat(text(fetcher().fetch(base + "/busy", CacheMarks.NONE, LOCAL)))
                .isEqualTo("at last");
        assertThat(slept).contains(Duration.ofSeconds(3));
    }

    @Test
    void comes_again_another_night_when_a_server_wants_long_peace() throws Exception {
        route("/closed", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "86400");
            respond(exchange, 503, "");
        });

        assertThat(code(fetcher().fetch(base + "/closed", CacheMarks.NONE, LOCAL)))
                .isEqualTo("HTTP_503");
        assertThat(asked).containsEntry("/closed", 1);
    }

    @Test
    void counts_redirects_and_leaves_circles() throws Exception {
        route("/circle", exchange -> redirect(exchange, "/circle"));
        route(
                "/chain",
                exchange ->
                        redirect(exchange, "/chain?" + exchange.getRequestURI().getQuery() + "1"));
        route("/out", exchange -> redirect(exchange, "file:///etc/hostname"));

        assertThat(code(fetcher().fetch(base + "/circle", CacheMarks.NONE, LOCAL)))
                .isEqualTo("REDIRECT_LOOP");
        assertThat(code(fetcher().fetch(base + "/chain", CacheMarks.NONE, LOCAL)))
                .isEqualTo("TOO_MANY_REDIRECTS");
        assertThat(code(fetcher().fetch(base + "/out", CacheMarks.NONE, LOCAL))).isEqualTo("NO_WEB_ADDRESS");
    }

    @Test
    void hangs_up_on_endless_and_huge_answers() throws Exception {
        route("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[8192];
            while (true) {
                exchange.getResponseBody().write(block);
            }
        });
        route("/bomb", exchange -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write(new byte[20 * LIMIT]);
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
        });

        assertThat(code(fetcher().fetch(base + "/endless", CacheMarks.NONE, LOCAL)))
                .isEqualTo("TOO_LARGE");
        assertThat(code(fetcher().fetch(base + "/bomb", CacheMarks.NONE, LOCAL)))
                .isEqualTo("TOO_LARGE");
    }

    @Test
    void gives_up_on_a_server_that_drips_and_then_on_the_host() throws Exception {
        route("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (true) {
                exchange.getResponseBody().write('.');
                exchange.getResponseBody().flush();
                Thread.sleep(50);
            }
        });
        Fetcher fetcher = fetcher();

        for (int i = 0; i < 3; i++) {
            assertThat(code(fetcher.fetch(base + "/drip", CacheMarks.NONE, LOCAL)))
                    .isEqualTo("TOO_SLOW");
        }
        assertThat(code(fetcher.fetch(base + "/page", CacheMarks.NONE, LOCAL))).isEqualTo("TOO_SLOW");
        assertThat(asked).doesNotContainKey("/page");
    }

    @Test
    void unpacks_gzip() throws Exception {
        route("/packed", exchange -> {
            ByteArrayOutputStream packed = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
                gzip.write("你好".getBytes(StandardCharsets.UTF_8));
            }
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
        });
        route("/liar", exchange -> {
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            respond(exchange, 200, "plain");
        });

        assertThat(text(fetcher().fetch(base + "/packed", CacheMarks.NONE, LOCAL)))
                .isEqualTo("你好");
        assertThat(code(fetcher().fetch(base + "/liar", CacheMarks.NONE, LOCAL)))
                .isEqualTo("BROKEN_ANSWER");
    }

    @Test
    void stops_when_the_requests_are_used_up() throws Exception {
        Fetcher fetcher = fetcher();
        for (int i = 0; i < 9; i++) {
            fetcher.fetch(base + "/page", CacheMarks.NONE, LOCAL);
        }

        assertThat(code(fetcher.fetch(base + "/page", CacheMarks.NONE, LOCAL))).isEqualTo("REQUESTS_USED_UP");
        assertThat(asked).containsEntry("/page", 9);
    }

    @Test
    void asks_nobody_in_a_private_network_unless_told_to() throws Exception {
        assertThat(code(fetcher().fetch(base + "/page", CacheMarks.NONE, Site.PUBLIC)))
                .isEqualTo("PRIVATE_ADDRESS");
        assertThat(asked).isEmpty();
        for (String address :
                List.of("10.1.2.3", "127.0.0.1", "169.254.169.254", "100.64.0.1", "::1", "fd00::1", "0.0.0.0")) {
            assertThat(Addresses.isPrivate(InetAddress.getByName(address)))
                    .as(address)
                    .isTrue();
        }
        assertThat(Addresses.isPrivate(InetAddress.getByName("93.184.215.14"))).isFalse();
        assertThat(Addresses.isPrivate(InetAddress.getByName("2606:2800::1"))).isFalse();
    }

    @Test
    void tells_a_missing_page_from_a_server_that_is_away() throws Exception {
        assertThat(fetcher().fetch(base + "/nowhere", CacheMarks.NONE, LOCAL)).isInstanceOf(Fetched.Refused.class);
        server.stop(0);
        assertThat(fetcher().fetch(base + "/page", CacheMarks.NONE, LOCAL)).isInstanceOf(Fetched.Unreachable.class);
    }

    private Fetcher fetcher() {
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        FetchLimits limits = new FetchLimits(
                Duration.ofSeconds(2),
                Duration.ofMillis(700),
                LIMIT,
                3,
                Duration.ofMillis(10),
                Duration.ofSeconds(60),
                10);
        return new Fetcher(limits, "TalentRecall (+mailto:a@example.com)", clock, duration -> {
            slept.add(duration);
            now = now.plus(duration);
        });
    }

    private void route(String path, Route route) {
        server.createContext(path, exchange -> {
            try (exchange) {
                asked.merge(exchange.getRequestURI().getPath(), 1, Integer::sum);
                route.answer(exchange);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
    }

    private static String text(Fetched fetched) {
        assertThat(fetched).isInstanceOf(Fetched.Content.class);
        return new String(((Fetched.Content) fetched).bytes(), StandardCharsets.UTF_8);
    }

    private static String code(Fetched fetched) {
        return fetched instanceof Fetched.Refused refused
                ? refused.code()
                : fetched instanceof Fetched.Unreachable unreachable ? unreachable.code() : fetched.toString();
    }
}
