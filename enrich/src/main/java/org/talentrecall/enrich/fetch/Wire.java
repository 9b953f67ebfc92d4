package org.talentrecall.enrich.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One request and its answer over HTTP, within the limits. Follows nothing, asks nobody's leave. Not thread-safe. */
final class Wire {
    private final FetchLimits limits;
    private final String userAgent;
    private final HttpClient direct;
    private final Map<InetSocketAddress, HttpClient> served = new HashMap<>();

    Wire(FetchLimits limits, String userAgent) {
        this.limits = limits;
        this.userAgent = userAgent;
        direct = client(ProxySelector.getDefault());
    }

    /** An answer whose body is decompressed. */
    static final class Answer {
        private final int status;
        private final byte[] body;
        private final Map<String, String> headers;

        /**
         * @param headers names in lower case
         */
        Answer(int status, byte[] body, Map<String, String> headers) {
            this.status = status;
            this.body = body;
            this.headers = headers;
        }

        int status() {
            return status;
        }

        byte[] body() {
            return body;
        }

        @Nullable
        String header(String name) {
            return headers.get(name);
        }
    }

    /**
     * @throws PrivateAddressException when the host lies in a private network and the site may not
     * @throws TooLargeException when the body exceeds the limit
     * @throws HttpTimeoutException when the whole answer is not there in time
     */
    Answer ask(URI address, CacheMarks marks, Site site) throws IOException, InterruptedException {
        if (site.servedAt() == null && !site.mayBePrivate()) {
            for (InetAddress found : InetAddress.getAllByName(address.getHost())) {
                if (Addresses.isPrivate(found)) {
                    throw new PrivateAddressException();
                }
            }
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(transport(address, site))
                .timeout(limits.timeOut())
                .header("User-Agent", userAgent)
                .header("Accept", "text/html,application/xhtml+xml,application/atom+xml,application/rss+xml,*/*;q=0.5")
                .header("Accept-Language", "zh-CN,zh;q=0.9,en;q=0.8")
                .header("Accept-Encoding", "gzip");
        if (marks.entityTag() != null) {
            request.header("If-None-Match", marks.entityTag());
        }
        if (marks.lastModified() != null) {
            request.header("If-Modified-Since", marks.lastModified());
        }
        CompletableFuture<HttpResponse<byte[]>> pending =
                client(site).sendAsync(request.build(), head -> new LimitedBody(limits.bytes()));
        return answer(await(pending));
    }

    /** The client's own time-out ends with the headers; this one covers the body too. */
    private HttpResponse<byte[]> await(CompletableFuture<HttpResponse<byte[]>> pending)
            throws IOException, InterruptedException {
        try {
            return pending.get(limits.timeOut().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            pending.cancel(true);
            HttpTimeoutException slow = new HttpTimeoutException("The answer took too long");
            slow.initCause(e);
            throw slow;
        } catch (InterruptedException e) {
            pending.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof IOException failure) {
                    throw failure;
                }
            }
            throw new IOException("The request failed", e);
        }
    }

    private Answer answer(HttpResponse<byte[]> response) throws IOException {
        Map<String, String> headers = new HashMap<>();
        response.headers().map().forEach((name, values) -> {
            if (!values.isEmpty()) {
                headers.put(name.toLowerCase(java.util.Locale.ROOT), values.get(0));
            }
        });
        byte[] body =
                ContentCoding.decode(response.body(), headers.getOrDefault("content-encoding", ""), limits.bytes());
        return new Answer(response.statusCode(), body, Map.copyOf(headers));
    }

    private HttpClient client(Site site) {
        InetSocketAddress at = site.servedAt();
        // To the server on this machine we speak as to a proxy: the request names the public host, nobody is looked up.
        return at == null ? direct : served.computeIfAbsent(at, address -> client(ProxySelector.of(address)));
    }

    private HttpClient client(ProxySelector proxies) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(limits.connectTimeOut())
                .proxy(proxies)
                .build();
    }

    private static URI transport(URI address, Site site) {
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        return site.servedAt() != null && secure
                ? URI.create("http" + address.toString().substring("https".length()))
                : address;
    }
}
