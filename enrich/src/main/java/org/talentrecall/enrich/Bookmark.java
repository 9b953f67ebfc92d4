package org.talentrecall.enrich;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.enrich.fetch.CacheMarks;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is kept of an address between two nights, as the cursor of its container.
 *
 * @param run the run that asked last; a restarted run passes over what it has asked already
 * @param asked the day of that run; those asked longest ago come first when the requests do not suffice
 * @param raw the content as it last came, or null when nothing ever came
 * @param contentType its header
 * @param backlog for feeds: entries whose person is not known yet, kept beyond their time in the feed
 */
record Bookmark(
        String run,
        LocalDate asked,
        @Nullable String entityTag,
        @Nullable String lastModified,
        @Nullable ContentHash raw,
        @Nullable String contentType,
        @Nullable ContentHash backlog) {
    static final Bookmark NONE = new Bookmark("", LocalDate.MIN, null, null, null, null, null);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Reads a cursor; one of another kind counts as none. */
    static Bookmark read(String cursor) {
        try {
            return cursor.isEmpty() ? NONE : JSON.readValue(cursor, Bookmark.class);
        } catch (JacksonException e) {
            return NONE;
        }
    }

    String cursor() {
        return JSON.writeValueAsString(this);
    }

    CacheMarks marks() {
        return raw == null ? CacheMarks.NONE : new CacheMarks(entityTag, lastModified);
    }

    Bookmark askedBy(String newRun, LocalDate day) {
        return new Bookmark(newRun, day, entityTag, lastModified, raw, contentType, backlog);
    }

    Bookmark with(CacheMarks marks, ContentHash newRaw, @Nullable String newType) {
        return new Bookmark(run, asked, marks.entityTag(), marks.lastModified(), newRaw, newType, backlog);
    }

    Bookmark waiting(@Nullable ContentHash newBacklog) {
        return new Bookmark(run, asked, entityTag, lastModified, raw, contentType, newBacklog);
    }
}
