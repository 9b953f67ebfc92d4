package org.talentrecall.enrich.fetch;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for public pages as a polite visitor: robots.txt first (again for every redirect), a pause between two requests to
 * one host, no more requests a run than allowed, and later or not at all when the server says so. A host that cannot be
 * reached is not tried again in the same run. One for each run; not thread-safe.
 */
public final class Fetcher {
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final int SERVER_ERROR = 500;
    private static final int ATTEMPTS = 3;
    private static final int SLOW_ANSWERS = 3;
    private static final String PRIVATE_ADDRESS = "PRIVATE_ADDRESS";
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

    private final FetchLimits limits;
    private final String product;
    private final Wire wire;
    private final Pace pace;
    private final Map<String, Robots> robots = new HashMap<>();
    private final Map<String, Fetched.Unreachable> away = new HashMap<>();
    private final Map<String, Integer> slow = new HashMap<>();
    private int requests;

    /**
     * @param userAgent begins with our product token, which is also what robots.txt calls us
     */
    public Fetcher(FetchLimits limits, String userAgent, Clock clock, Sleeper sleeper) {
        this.limits = limits;
        this.product = userAgent.split("[/\\s]", 2)[0];
        this.wire = new Wire(limits, userAgent);
        this.pace = new Pace(clock, sleeper);
    }

    /** How one request ended: with an answer, or with what to tell the caller. */
    private record Step(
            Wire.@Nullable Answer answer, @Nullable Fetched end) {}

    /**
     * Asks for one address.
     *
     * @param marks those of the content that the caller already has
     */
    public Fetched fetch(String address, CacheMarks marks, Site site) throws InterruptedException {
        return follow(address, marks, site, true);
    }

    private Fetched follow(String written, CacheMarks marks, Site site, boolean heedRobots)
            throws InterruptedException {
        String next = written;
        Set<String> seen = new HashSet<>();
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            Optional<URI> address = Addresses.web(next);
            if (address.isEmpty()) {
                return new Fetched.Refused(
                        "NO_WEB_ADDRESS", "The address is none of http or https; correct it in the settings.");
            }
            URI uri = address.get();
            if (!seen.add(uri.toString())) {
                return new Fetched.Refused(
                        "REDIRECT_LOOP", host(uri) + " redirects in a circle; see the page in a browser.");
            }
            Optional<Fetched> hindrance = heedRobots ? hindrance(uri, site) : Optional.empty();
            if (hindrance.isPresent()) {
                return hindrance.get();
            }
            Step step = ask(uri, marks, site);
            if (step.end() != null || step.answer() == null) {
                return java.util.Objects.requireNonNull(step.end());
            }
            Wire.Answer answer = step.answer();
            String location = answer.header("location");
            if (!REDIRECTS.contains(answer.status()) || location == null) {
                return fetched(uri, answer);
            }
            Optional<String> target = resolve(uri, location);
            if (target.isEmpty()) {
                return new Fetched.Refused("BAD_REDIRECT", host(uri) + " redirects to something that is no address.");
            }
            next = target.get();
        }
        return new Fetched.Refused(
                "TOO_MANY_REDIRECTS", "The address redirects more than " + limits.redirects() + " times.");
    }

    private static Optional<String> resolve(URI base, String location) {
        try {
            return Optional.of(
                    base.resolve(location.strip().replace(" ", "%20")).toString());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Fetched fetched(URI uri, Wire.Answer answer) {
        int status = answer.status();
        if (status == NOT_MODIFIED) {
            return new Fetched.Unchanged();
        }
        if (status == OK) {
            return new Fetched.Content(
                    uri,
                    answer.body(),
                    answer.header("content-type"),
                    new CacheMarks(answer.header("etag"), answer.header("last-modified")));
        }
        if (status >= SERVER_ERROR || status == TOO_MANY_REQUESTS) {
            return new Fetched.Unreachable(
                    "HTTP_" + status, host(uri) + " answered " + status + "; the next run asks again.");
        }
        return new Fetched.Refused(
                "HTTP_" + status,
                host(uri) + " answered " + status + "; correct the address in the settings or take it out.");
    }

    /** What keeps us from asking: the rules of the host, or not knowing them. */
    private Optional<Fetched> hindrance(URI uri, Site site) throws InterruptedException {
        String origin = origin(uri);
        if (away.get(origin) != null) {
            return Optional.of(away.get(origin));
        }
        Robots rules = robots.get(origin);
        if (rules == null) {
            String where = origin + "/robots.txt";
            Fetched file = follow(where, CacheMarks.NONE, site, false);
            if (file instanceof Fetched.Content content) {
                rules = Robots.read(where, content.bytes(), product);
            } else if (file instanceof Fetched.Refused refused && isPlainlyMissing(refused)) {
                rules = Robots.missing();
            } else if (file instanceof Fetched.Refused refused && refused.code().equals(PRIVATE_ADDRESS)) {
                return Optional.of(refused);
            } else {
                String why = file instanceof Fetched.Unreachable unreachable
                        ? unreachable.sentence()
                        : file instanceof Fetched.Refused refused ? refused.sentence() : "";
                Fetched.Unreachable closed = new Fetched.Unreachable(
                        "ROBOTS_UNKNOWN",
                        "The robots.txt of " + host(uri) + " cannot be had, so nothing there is asked for tonight. "
                                + why);
                Fetched.Unreachable end =
                        file instanceof Fetched.Unreachable known && away.containsKey(origin) ? known : closed;
                away.put(origin, end);
                return Optional.of(end);
            }
            robots.put(origin, rules);
        }
        if (!rules.allows(uri.toString())) {
            return Optional.of(new Fetched.Forbidden());
        }
        if (rules.crawlDelay().compareTo(limits.longestWait()) > 0) {
            return Optional.of(new Fetched.Unreachable(
                    "CRAWL_DELAY", host(uri) + " asks for longer pauses than the settings allow (longest-wait)."));
        }
        return Optional.empty();
    }

    /** RFC 9309, 2.3.1.3: "unavailable" means that everything may be asked for. */
    private static boolean isPlainlyMissing(Fetched.Refused refused) {
        return refused.code().startsWith("HTTP_4") || refused.code().contains("REDIRECT");
    }

    /** One request, and again as the server asks for it. */
    private Step ask(URI uri, CacheMarks marks, Site site) throws InterruptedException {
        Duration wait = Duration.ZERO;
        Wire.Answer answer = null;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            if (requests >= limits.requests()) {
                return ended(new Fetched.Unreachable(
                        "REQUESTS_USED_UP",
                        "The " + limits.requests() + " requests of this run are used up; the next run goes on."));
            }
            pace.pause(wait);
            pace.await(uri.getHost(), delay(uri, site));
            requests++;
            try {
                answer = wire.ask(uri, marks, site);
            } catch (IOException e) {
                return ended(failed(uri, e));
            }
            if (answer.status() != TOO_MANY_REQUESTS && answer.status() != UNAVAILABLE) {
                break;
            }
            String header = answer.header("retry-after");
            wait = RetryAfter.read(header == null ? "" : header, pace.now())
                    .orElse(limits.delay().multipliedBy(1L << attempt));
            if (wait.compareTo(limits.longestWait()) > 0) {
                break;
            }
        }
        return new Step(answer, null);
    }

    private static Step ended(Fetched end) {
        return new Step(null, end);
    }

    private Duration delay(URI uri, Site site) {
        if (site.servedAt() != null) {
            return Duration.ZERO;
        }
        Robots rules = robots.get(origin(uri));
        Duration asked = rules == null ? Duration.ZERO : rules.crawlDelay();
        return asked.compareTo(limits.delay()) > 0 ? asked : limits.delay();
    }

    private Fetched failed(URI uri, IOException failure) {
        String host = host(uri);
        if (failure instanceof PrivateAddressException) {
            return new Fetched.Refused(
                    PRIVATE_ADDRESS,
                    host + " lies in a private network; set allow-private for the source if it is meant to.");
        }
        if (failure instanceof TooLargeException) {
            return new Fetched.Refused(
                    "TOO_LARGE",
                    "What " + host + " sends is larger than " + limits.bytes()
                            + " bytes; raise limits.bytes to read it.");
        }
        if (failure instanceof UnknownHostException) {
            return gone(uri, "HOST_UNKNOWN", "There is no host " + host + "; check the address and the network.");
        }
        if (failure instanceof HttpConnectTimeoutException || failure instanceof ConnectException) {
            return gone(uri, "NO_CONNECTION", host + " cannot be reached; the next run asks again.");
        }
        if (failure instanceof HttpTimeoutException) {
            String sentence = host + " did not answer within "
                    + limits.timeOut().toSeconds() + " seconds; the next run asks again.";
            return slow.merge(origin(uri), 1, Integer::sum) >= SLOW_ANSWERS
                    ? gone(uri, "TOO_SLOW", sentence)
                    : new Fetched.Unreachable("TOO_SLOW", sentence);
        }
        return new Fetched.Unreachable(
                "BROKEN_ANSWER",
                "The answer of " + host + " cannot be read ("
                        + failure.getClass().getSimpleName() + "); the next run asks again.");
    }

    private Fetched.Unreachable gone(URI uri, String code, String sentence) {
        Fetched.Unreachable unreachable = new Fetched.Unreachable(code, sentence);
        away.put(origin(uri), unreachable);
        return unreachable;
    }

    private static String host(URI uri) {
        return String.valueOf(uri.getHost());
    }

    private static String origin(URI uri) {
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
