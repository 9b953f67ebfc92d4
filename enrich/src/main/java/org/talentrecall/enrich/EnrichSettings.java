package org.talentrecall.enrich;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.talentrecall.enrich.fetch.FetchLimits;

/**
 * Where careers are followed, and how politely.
 *
 * @param contact mail or web address at which the owners of a site reach the operator; part of the user agent
 */
@ConfigurationProperties(prefix = "recall.enrich", ignoreUnknownFields = false)
public record EnrichSettings(
        @Nullable String contact,
        @DefaultValue Limits limits,
        @DefaultValue List<Source> sources) {
    public EnrichSettings {
        sources = List.copyOf(sources);
        Set<String> names = new HashSet<>();
        for (Source source : sources) {
            if (!names.add(source.name())) {
                throw new IllegalArgumentException(
                        "two sources of recall.enrich.sources are named " + source.name() + "; names must differ");
            }
        }
        boolean reachable = contact != null && (contact.contains("@") || contact.startsWith("http"));
        if (!reachable && sources.stream().anyMatch(source -> source.servedFrom() == null)) {
            throw new IllegalArgumentException(
                    "recall.enrich.contact must be a mail or web address: sites on the web want to know whom to write to");
        }
    }

    /** What lies at a source's addresses. */
    public enum Kind {
        /** RSS or Atom. */
        FEED,
        /** One person's page at each address. */
        PAGES
    }

    /**
     * @param urls the feeds, or the pages; of those, addresses that end in .xml or .txt count as lists
     * @param lists for pages: addresses of sitemaps, of texts with one address a line, or of pages that link to the
     *     pages; only addresses on the list's own host count
     * @param servedFrom folder below the home whose files stand for the web site at these addresses, or null
     * @param allowPrivate true when the source lies in the operator's own network
     */
    public record Source(
            String name,
            Kind kind,
            @DefaultValue List<String> urls,
            @DefaultValue List<String> lists,
            @Nullable String servedFrom,
            @DefaultValue("false") boolean allowPrivate) {
        public Source {
            urls = List.copyOf(urls);
            lists = List.copyOf(lists);
            if (name == null || name.isBlank() || kind == null) {
                throw new IllegalArgumentException("a source of recall.enrich.sources needs a name and a kind");
            }
            if (urls.isEmpty() && (lists.isEmpty() || kind == Kind.FEED)) {
                throw new IllegalArgumentException("source " + name + " of recall.enrich.sources needs urls"
                        + (kind == Kind.FEED ? "" : " or lists"));
            }
        }

        /** What is visited itself. */
        List<String> pages() {
            return urls.stream().filter(url -> !isList(url)).toList();
        }

        /** What names further pages. */
        List<String> allLists() {
            return Stream.concat(lists.stream(), urls.stream().filter(this::isList))
                    .distinct()
                    .toList();
        }

        private boolean isList(String url) {
            return kind == Kind.PAGES && (url.endsWith(".xml") || url.endsWith(".txt"));
        }
    }

    /**
     * @param connectTimeout until the connection stands
     * @param timeout for the whole answer
     * @param bytes of one page or feed
     * @param redirects followed for one address
     * @param delay between two requests to one host
     * @param longestWait when a server asks for more patience than {@code delay}
     * @param requests in one run
     * @param listed addresses taken from one list
     */
    public record Limits(
            @DefaultValue("10s") Duration connectTimeout,
            @DefaultValue("30s") Duration timeout,
            @DefaultValue("5MB") DataSize bytes,
            @DefaultValue("5") int redirects,
            @DefaultValue("1s") Duration delay,
            @DefaultValue("60s") Duration longestWait,
            @DefaultValue("2000") int requests,
            @DefaultValue("50000") int listed) {
        private static final int MOST_MEGABYTES = 500;
        private static final int MOST_REDIRECTS = 20;

        public Limits {
            boolean possible = !connectTimeout.isNegative()
                    && !connectTimeout.isZero()
                    && !timeout.isNegative()
                    && !timeout.isZero()
                    && bytes.toBytes() > 0
                    && bytes.toMegabytes() <= MOST_MEGABYTES
                    && redirects >= 0
                    && redirects <= MOST_REDIRECTS
                    && !delay.isNegative()
                    && !longestWait.isNegative()
                    && requests > 0
                    && listed > 0;
            if (!possible) {
                throw new IllegalArgumentException("recall.enrich.limits must be above zero, bytes at most "
                        + MOST_MEGABYTES + "MB, redirects at most " + MOST_REDIRECTS);
            }
        }

        FetchLimits fetching() {
            return new FetchLimits(
                    connectTimeout, timeout, (int) bytes.toBytes(), redirects, delay, longestWait, requests);
        }
    }

    /** How we introduce ourselves; the first word is what robots.txt calls us. */
    String userAgent() {
        if (contact == null) {
            return "TalentRecall";
        }
        return "TalentRecall (+" + (contact.contains("@") && !contact.contains(":") ? "mailto:" : "") + contact + ")";
    }
}
