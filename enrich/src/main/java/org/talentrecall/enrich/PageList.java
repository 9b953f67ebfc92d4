package org.talentrecall.enrich;

import java.net.URI;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** The addresses that a sitemap, a text with one address a line, or a page of links names on its own host. */
final class PageList {
    private PageList() {}

    /**
     * @param pages in the list's order, each once
     * @param lists further lists, of a sitemap index
     */
    record Listed(List<String> pages, List<String> lists) {}

    static Listed read(String text, String address, int limit) {
        Set<String> pages = new LinkedHashSet<>();
        Set<String> lists = new LinkedHashSet<>();
        String start = text.stripLeading();
        if (start.contains("<urlset") || start.contains("<sitemapindex")) {
            // No entity of the text is expanded by this parser, and nothing outside is loaded.
            Document sitemap = Jsoup.parse(text, address, Parser.xmlParser());
            sitemap.select("url > loc").forEach(loc -> add(pages, loc.text(), address));
            sitemap.select("sitemap > loc").forEach(loc -> add(lists, loc.text(), address));
        } else if (start.toLowerCase(Locale.ROOT).startsWith("<")) {
            for (Element link : Jsoup.parse(text, address).select("a[href]")) {
                add(pages, link.absUrl("href"), address);
            }
        } else {
            text.lines()
                    .map(String::strip)
                    .filter(line -> line.startsWith("http"))
                    .forEach(line -> add(pages, line, address));
        }
        pages.remove(address);
        return new Listed(
                pages.stream().limit(limit).toList(),
                lists.stream().limit(limit).toList());
    }

    private static void add(Set<String> found, String written, String list) {
        String address = written.strip();
        int fragment = address.indexOf('#');
        String whole = fragment < 0 ? address : address.substring(0, fragment);
        if (!whole.isEmpty() && Objects.equals(host(whole), host(list))) {
            found.add(whole);
        }
    }

    private static @Nullable String host(String address) {
        try {
            URI uri = URI.create(address);
            return uri.getHost() + ":" + uri.getPort();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
