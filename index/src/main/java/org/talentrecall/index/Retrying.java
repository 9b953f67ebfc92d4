package org.talentrecall.index;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.TransportException;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends a request again while the cluster is overloaded or out of reach, with growing pauses. Requests must bear being
 * repeated: every document here has an id of its own, so they do. Safe for use by several threads.
 */
final class Retrying {
    private static final Logger log = LoggerFactory.getLogger(Retrying.class);
    private static final Set<Integer> TRANSIENT = Set.of(429, 502, 503, 504);
    private static final long FIRST_PAUSE = 200;
    private static final long LONGEST_PAUSE = 10_000;

    private final int attempts;
    private final Pause pause;

    Retrying(int attempts, Pause pause) {
        this.attempts = attempts;
        this.pause = pause;
    }

    /** Whether the status says that the same request may work later. */
    static boolean isTransient(int status) {
        return TRANSIENT.contains(status);
    }

    /**
     * @param what the request in words, for messages
     * @throws IndexUnavailable when it cannot be answered, or not within all attempts
     */
    <T> T call(String what, Call<T> call) {
        for (int attempt = 1; ; attempt++) {
            String trouble;
            Exception cause;
            try {
                return call.send();
            } catch (ElasticsearchException e) {
                if (!isTransient(e.status())) {
                    throw refused(what, e);
                }
                trouble = "status " + e.status();
                cause = e;
            } catch (TransportException e) {
                if (e.statusCode() > 0 && !isTransient(e.statusCode())) {
                    throw new IndexUnavailable(
                            "Elasticsearch answered status " + e.statusCode() + " to " + what
                                    + (e.statusCode() == 401 || e.statusCode() == 403
                                            ? ": check recall.elasticsearch.api-key and its role"
                                            : ": see its log"),
                            e);
                }
                trouble = e.statusCode() > 0 ? "status " + e.statusCode() : String.valueOf(e.getMessage());
                cause = e;
            } catch (IOException e) {
                if (isUntrusted(e)) {
                    throw new IndexUnavailable(
                            "The certificate of Elasticsearch is not trusted, or not made for the host name in"
                                    + " recall.elasticsearch.uris: set recall.elasticsearch.ca-file or ca-fingerprint,"
                                    + " and use a name that stands in the certificate",
                            e);
                }
                trouble = e.getClass().getSimpleName();
                cause = e;
            }
            if (attempt >= attempts) {
                throw new IndexUnavailable(
                        "Elasticsearch did not do " + what + " in " + attempts + " attempts (" + trouble
                                + "): see that it is up and not overloaded, then run the step again",
                        cause);
            }
            pauseAfter(attempt, what, trouble);
        }
    }

    private static boolean isUntrusted(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLHandshakeException || cause instanceof SSLPeerUnverifiedException) {
                return true;
            }
        }
        return false;
    }

    /** Waits before the next attempt. */
    void pauseAfter(int attempt, String what, String trouble) {
        long millis = Math.min(LONGEST_PAUSE, FIRST_PAUSE << Math.min(attempt - 1, 10));
        log.warn(
                "Elasticsearch: {} met {}; trying again in {} ms (attempt {} of {})",
                what,
                trouble,
                millis,
                attempt + 1,
                attempts);
        try {
            pause.millis(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IndexUnavailable("Waiting for Elasticsearch was broken off during " + what, e);
        }
    }

    int attempts() {
        return attempts;
    }

    private static IndexUnavailable refused(String what, ElasticsearchException e) {
        String reason = String.valueOf(e.error().type());
        if (List.of(401, 403).contains(e.status())) {
            return new IndexUnavailable(
                    "Elasticsearch refused " + what + " (" + reason
                            + "): check recall.elasticsearch.api-key and its role",
                    e);
        }
        return new IndexUnavailable(
                "Elasticsearch refused " + what + " with status " + e.status() + " (" + reason + "): "
                        + e.error().reason(),
                e);
    }

    /** A request to the cluster. */
    interface Call<T> {
        T send() throws IOException;
    }

    /** Waits. */
    interface Pause {
        void millis(long millis) throws InterruptedException;
    }
}
