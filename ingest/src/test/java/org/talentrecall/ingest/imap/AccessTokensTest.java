package org.talentrecall.ingest.imap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTokensTest {
    private final List<String> asked = new ArrayList<>();
    private final Deque<String> answers = new ArrayDeque<>();
    private final HandClock clock = new HandClock();
    private HttpServer endpoint;

    @TempDir
    Path folder;

    private static final class HandClock extends Clock {
        private Instant now = Instant.parse("2026-11-20T02:00:00Z");

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
    }

    @BeforeEach
    void serve() throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            String[] answer = answers.remove().split(" ", 2);
            byte[] body = answer[1].getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(Integer.parseInt(answer[0]), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        endpoint.start();
    }

    @AfterEach
    void stop() {
        endpoint.stop(0);
    }

    private AccessTokens tokens(RefreshToken refresh) {
        URI uri = URI.create("http://127.0.0.1:" + endpoint.getAddress().getPort() + "/token");
        return new AccessTokens(
                new AccessTokens.Client(uri, "client 1", () -> "s&cret", "imap offline_access"), refresh, clock);
    }

    @Test
    void keeps_a_token_until_shortly_before_it_expires() throws Exception {
        answers.add("200 {\"access_token\":\"first\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
        answers.add("200 {\"access_token\":\"second\",\"expires_in\":3600}");
        AccessTokens tokens = tokens(RefreshToken.of(() -> "refresh/1"));

        assertThat(tokens.token()).isEqualTo("first");
        clock.now = clock.now.plus(Duration.ofMinutes(57));
        assertThat(tokens.token()).isEqualTo("first");
        clock.now = clock.now.plus(Duration.ofMinutes(2));
        assertThat(tokens.token()).isEqualTo("second");
        assertThat(asked)
                .hasSize(2)
                .allMatch(form -> form.equals("grant_type=refresh_token&client_id=client+1&refresh_token=refresh%2F1"
                        + "&client_secret=s%26cret&scope=imap+offline_access"));
    }

    @Test
    void writes_a_rotated_refresh_token_back_to_its_file() throws Exception {
        Path file = Files.writeString(folder.resolve("token"), "old\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        answers.add("200 {\"access_token\":\"first\",\"expires_in\":60,\"refresh_token\":\"new\"}");
        answers.add("200 {\"access_token\":\"second\",\"expires_in\":60,\"refresh_token\":\"new\"}");
        AccessTokens tokens = tokens(RefreshToken.in(file));

        tokens.token();
        assertThat(file).content().isEqualToIgnoringNewLines("new");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder.toFile().list()).containsExactly("token");
        tokens.token();
        assertThat(asked.get(0)).contains("refresh_token=old");
        assertThat(asked.get(1)).contains("refresh_token=new");
    }

    @Test
    void remembers_a_rotated_refresh_token_that_came_from_the_settings() throws Exception {
        answers.add("200 {\"access_token\":\"first\",\"expires_in\":60,\"refresh_token\":\"new\"}");
        answers.add("200 {\"access_token\":\"second\",\"expires_in\":60}");
        AccessTokens tokens = tokens(RefreshToken.of(() -> "old"));
        tokens.token();
        tokens.token();
        assertThat(asked.get(1)).contains("refresh_token=new");
    }

    @Test
    void says_what_to_do_without_repeating_what_was_sent() {
        answers.add("400 {\"error\":\"invalid_grant\",\"error_description\":\"token geheim is expired\"}");
        answers.add("401 {\"error\":\"invalid_client\"}");
        answers.add("503 busy");
        answers.add("200 <html>");
        answers.add("200 {}");
        AccessTokens tokens = tokens(RefreshToken.of(() -> "geheim"));

        for (String part :
                List.of("sign in again", "check client-id", "tries again", "correct token-uri", "no access token")) {
            assertThatThrownBy(tokens::token)
                    .isInstanceOf(AccessTokens.NoToken.class)
                    .hasMessageContaining(part)
                    .hasMessageContaining("127.0.0.1")
                    .hasMessageNotContaining("geheim")
                    .hasMessageNotContaining("s&cret");
        }
        assertThatThrownBy(tokens(RefreshToken.in(folder.resolve("none")))::token)
                .hasMessageContaining("refresh-token-file", "NoSuchFileException");
    }
}
