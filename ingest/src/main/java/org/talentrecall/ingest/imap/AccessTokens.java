package org.talentrecall.ingest.imap;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.talentrecall.ingest.imap.ImapAccount.HiddenValue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Access tokens for XOAUTH2, got with a refresh token (RFC 6749 section 6) and kept until shortly before they expire. A
 * refresh token that the server replaces is written back. Safe for use by several threads.
 */
public final class AccessTokens {
    private static final Logger LOG = LoggerFactory.getLogger(AccessTokens.class);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(30);
    private static final Duration BEFORE_EXPIRY = Duration.ofMinutes(2);
    private static final long LIFETIME_UNLESS_TOLD = 3600;
    private static final int OK = 200;
    private static final int CLIENT_ERROR = 400;
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY = 429;

    private final Client client;
    private final RefreshToken refreshToken;
    private final Clock clock;
    private @Nullable String current;
    private Instant goodUntil = Instant.MIN;

    /**
     * Who asks for tokens, and where.
     *
     * @param endpoint https, or http on this machine
     * @param secret for clients that have one
     * @param scope as the provider wants it; empty for the one of the refresh token
     */
    public record Client(URI endpoint, String id, @Nullable HiddenValue secret, String scope) {
        public Client {
            checked(endpoint);
        }

        /** The endpoint, if secrets may be sent to it. */
        public static URI checked(URI endpoint) {
            boolean local = "127.0.0.1".equals(endpoint.getHost()) || "localhost".equals(endpoint.getHost());
            if (!"https".equals(endpoint.getScheme()) && !(local && "http".equals(endpoint.getScheme()))) {
                throw new IllegalArgumentException("a token-uri that is not https");
            }
            return endpoint;
        }
    }

    /** A token cannot be had. The message goes behind the source's name. */
    static final class NoToken extends Exception {
        private static final long serialVersionUID = 1;

        private final boolean refused;

        NoToken(boolean refused, String sentence, @Nullable Throwable cause) {
            super(sentence, cause);
            this.refused = refused;
        }

        boolean refused() {
            return refused;
        }
    }

    public AccessTokens(Client client, RefreshToken refreshToken, Clock clock) {
        this.client = client;
        this.refreshToken = refreshToken;
        this.clock = clock;
    }

    synchronized String token() throws NoToken {
        String known = current;
        if (known != null && clock.instant().isBefore(goodUntil)) {
            return known;
        }
        JsonNode answer = answer();
        String token = answer.path("access_token").asString("");
        if (token.isEmpty()) {
            throw new NoToken(
                    true, place() + " gave no access token: check client-id and scope in recall.ingest.sources.", null);
        }
        long seconds = answer.path("expires_in").asLong(LIFETIME_UNLESS_TOLD);
        current = token;
        goodUntil = clock.instant().plusSeconds(seconds).minus(BEFORE_EXPIRY);
        replace(answer.path("refresh_token").asString(""));
        return token;
    }

    /** Gets a new one next time, because a server refused the one there is. */
    synchronized void forget() {
        current = null;
    }

    private void replace(String rotated) throws NoToken {
        try {
            if (!rotated.isEmpty() && !rotated.equals(refreshToken.get()) && !refreshToken.replace(rotated)) {
                LOG.warn(
                        "A refresh token was replaced by its server but does not come from a file; the new one is lost at"
                                + " the end of this process, so set refresh-token-file");
            }
        } catch (IOException e) {
            throw new NoToken(
                    false,
                    "its refresh-token-file cannot be written (" + e.getClass().getSimpleName()
                            + ") although the server gave a new token: give this user the right to, and sign in again.",
                    e);
        }
    }

    private JsonNode answer() throws NoToken {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "refresh_token");
        form.put("client_id", client.id());
        try {
            form.put("refresh_token", refreshToken.get());
            HiddenValue secret = client.secret();
            if (secret != null) {
                form.put("client_secret", secret.get());
            }
        } catch (IOException e) {
            throw new NoToken(
                    true,
                    "its refresh-token-file or client secret cannot be read ("
                            + e.getClass().getSimpleName()
                            + "): correct the path in recall.ingest.sources or the file's rights.",
                    e);
        }
        if (!client.scope().isEmpty()) {
            form.put("scope", client.scope());
        }
        HttpRequest request = HttpRequest.newBuilder(client.endpoint())
                .timeout(ANSWERED_WITHIN)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)))
                .build();
        // Redirects are not followed: the form holds secrets.
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(ANSWERED_WITHIN).build();
        try {
            return understood(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new NoToken(
                    false,
                    place() + " does not answer (" + e.getClass().getSimpleName()
                            + "): check token-uri and the network; the next run tries again.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoToken(false, "the run was stopped; the next one tries again.", e);
        }
    }

    private JsonNode understood(HttpResponse<String> response) throws NoToken {
        int status = response.statusCode();
        if (status >= SERVER_ERROR || status == TOO_MANY) {
            throw new NoToken(
                    false, place() + " answers " + status + " for the moment; the next run tries again.", null);
        }
        JsonNode answer;
        try {
            answer = JSON.readTree(response.body());
        } catch (JacksonException e) {
            throw new NoToken(true, place() + " answers no JSON (" + status + "): correct token-uri.", null);
        }
        if (status == OK) {
            return answer;
        }
        String error = answer.path("error").asString("");
        // Only a word of RFC 6749 is repeated, never the description, which may quote what was sent.
        String code = error.matches("[a-z_]{1,40}") ? error : "status " + status;
        String cure = code.equals("invalid_grant")
                ? "the refresh token is expired or revoked: sign in again and put the new one in its place."
                : "check client-id, client-secret and scope in recall.ingest.sources.";
        throw new NoToken(status >= CLIENT_ERROR, place() + " refuses a token (" + code + "): " + cure, null);
    }

    private String place() {
        return "the token endpoint " + client.endpoint().getHost();
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(entry -> entry.getKey() + '=' + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
