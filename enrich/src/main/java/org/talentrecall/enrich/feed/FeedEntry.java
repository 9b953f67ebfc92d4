package org.talentrecall.enrich.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a feed, as it says it. Kept as the raw content of its record.
 *
 * @param key the entry's own id within the feed
 * @param text summary or content without markup
 * @param link where to read more, or null
 * @param authors persons the feed names as authors
 */
public record FeedEntry(
        String key,
        String title,
        String text,
        @Nullable String link,
        List<Author> authors,
        @Nullable Instant published) {
    public FeedEntry {
        authors = List.copyOf(authors);
    }

    /** An author by name, address or both. */
    public record Author(@Nullable String name, @Nullable String mail) {}
}
