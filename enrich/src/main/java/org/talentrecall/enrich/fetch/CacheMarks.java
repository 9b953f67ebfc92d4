package org.talentrecall.enrich.fetch;

import org.jspecify.annotations.Nullable;

/** The validators of HTTP (RFC 9110, 8.8) as the server sent them. */
public record CacheMarks(
        @Nullable String entityTag, @Nullable String lastModified) {
    public static final CacheMarks NONE = new CacheMarks(null, null);
}
