package org.talentrecall.enrich.fetch;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How asking for a web address ended. */
public sealed interface Fetched {
    /** Content came. */
    final class Content implements Fetched {
        private final URI address;
        private final byte[] bytes;
        private final @Nullable String contentType;
        private final CacheMarks marks;

        Content(URI address, byte[] bytes, @Nullable String contentType, CacheMarks marks) {
            this.address = address;
            this.bytes = bytes;
            this.contentType = contentType;
            this.marks = marks;
        }

        /** Where it came from after redirects. */
        public URI address() {
            return address;
        }

        /** Decompressed; not a copy. */
        public byte[] bytes() {
            return bytes;
        }

        /** The header as sent, or null. */
        public @Nullable String contentType() {
            return contentType;
        }

        /** What to ask with the next time. */
        public CacheMarks marks() {
            return marks;
        }
    }

    /** The server says that nothing changed since the marks were given. */
    record Unchanged() implements Fetched {}

    /** Its robots.txt forbids us to ask. */
    record Forbidden() implements Fetched {}

    /**
     * Asking again will not help until somebody changes something.
     *
     * @param code stable upper-case reason
     * @param sentence what is wrong and what to do; names the host, not the page
     */
    record Refused(String code, String sentence) implements Fetched {}

    /** Not tonight: the server is away, slow, or asks to come again later. */
    record Unreachable(String code, String sentence) implements Fetched {}
}
