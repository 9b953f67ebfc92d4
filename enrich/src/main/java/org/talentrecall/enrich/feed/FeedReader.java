package org.talentrecall.enrich.feed;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.feed.synd.SyndPerson;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.text.Found;
import org.talentrecall.archive.text.MailAddresses;

/**
 * Reads RSS and Atom. Document types are refused, so no entity of a hostile feed is expanded and nothing outside is
 * loaded. Of a feed that breaks off, the entries up to the break are read. Safe for use by several threads.
 */
public final class FeedReader {
    private static final int LONGEST_TEXT = 4000;
    private static final Pattern PLAIN_DOCTYPE =
            Pattern.compile("<!DOCTYPE\\s+[^\\[>]{0,300}>", Pattern.CASE_INSENSITIVE);
    private static final Pattern BRACKETED = Pattern.compile("[(（]([^()（）]{1,60})[)）]");

    private FeedReader() {}

    /**
     * @param address of the feed, against which relative links count
     * @return the entries in the feed's order, each key once; empty when this is no readable feed
     */
    public static Optional<List<FeedEntry>> read(String xml, String address) {
        String plain = PLAIN_DOCTYPE.matcher(xml).replaceFirst("");
        return parse(plain)
                .or(() -> closed(plain, "</item>", "</channel></rss>").flatMap(FeedReader::parse))
                .or(() -> closed(plain, "</entry>", "</feed>").flatMap(FeedReader::parse))
                .map(feed -> entries(feed, address));
    }

    private static Optional<SyndFeed> parse(String xml) {
        SyndFeedInput input = new SyndFeedInput();
        input.setAllowDoctypes(false);
        try {
            return Optional.of(input.build(new StringReader(xml)));
        } catch (FeedException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> closed(String xml, String lastWhole, String ending) {
        int end = xml.lastIndexOf(lastWhole);
        return end < 0 ? Optional.empty() : Optional.of(xml.substring(0, end + lastWhole.length()) + ending);
    }

    private static List<FeedEntry> entries(SyndFeed feed, String address) {
        List<FeedEntry> entries = new ArrayList<>();
        java.util.Set<String> keys = new java.util.HashSet<>();
        for (SyndEntry entry : feed.getEntries()) {
            FeedEntry read = entry(entry, address);
            if (keys.add(read.key())) {
                entries.add(read);
            }
        }
        return List.copyOf(entries);
    }

    private static FeedEntry entry(SyndEntry entry, String address) {
        String title = text(entry.getTitle());
        @Nullable String link = link(entry.getLink(), address);
        @Nullable Date date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        @Nullable Instant published = date == null ? null : date.toInstant();
        return new FeedEntry(key(entry, title, published), title, words(entry), link, authors(entry), published);
    }

    private static String key(SyndEntry entry, String title, @Nullable Instant published) {
        if (entry.getUri() != null && !entry.getUri().isBlank()) {
            return entry.getUri().strip();
        }
        if (entry.getLink() != null && !entry.getLink().isBlank()) {
            return entry.getLink().strip();
        }
        return ContentHash.of((title + '\n' + published).getBytes(StandardCharsets.UTF_8))
                .value();
    }

    private static String words(SyndEntry entry) {
        Stream<SyndContent> contents =
                Stream.concat(Stream.ofNullable(entry.getDescription()), entry.getContents().stream());
        String text = contents.map(content -> text(content.getValue()))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("");
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }

    private static String text(@Nullable String markup) {
        return markup == null ? "" : Jsoup.parseBodyFragment(markup).text().strip();
    }

    private static @Nullable String link(@Nullable String written, String address) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            return URI.create(address).resolve(written.strip()).toString();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static List<FeedEntry.Author> authors(SyndEntry entry) {
        List<FeedEntry.Author> authors = new ArrayList<>();
        for (SyndPerson person : entry.getAuthors()) {
            author(person.getName(), person.getEmail()).ifPresent(authors::add);
        }
        if (authors.isEmpty()) {
            author(entry.getAuthor(), null).ifPresent(authors::add);
        }
        return authors.stream().distinct().toList();
    }

    /** RSS writes "mail (name)", some write "name, mail" or only one of both. */
    private static Optional<FeedEntry.Author> author(@Nullable String name, @Nullable String mail) {
        String written = text(name);
        @Nullable
        String address = Stream.of(text(mail), written)
                .map(MailAddresses::findAll)
                .flatMap(List::stream)
                .map(Found::value)
                .findFirst()
                .orElse(null);
        Function<String, String> withoutMail = text -> MailAddresses.findAll(text).stream()
                .reduce(text, (rest, found) -> rest.replace(found.asWritten(), ""), (one, other) -> other);
        Matcher bracketed = BRACKETED.matcher(written);
        String person = address != null && bracketed.find()
                ? bracketed.group(1).strip()
                : withoutMail.apply(written).replaceAll("[<>()（）,，;\\s]+$|^[<>()（）,，;\\s]+", "");
        return person.isEmpty() && address == null
                ? Optional.empty()
                : Optional.of(new FeedEntry.Author(person.isEmpty() ? null : person, address));
    }
}
