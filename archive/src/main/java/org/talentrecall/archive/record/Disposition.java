package org.talentrecall.archive.record;

import org.jspecify.annotations.Nullable;

/** How a record ended. Every record that was read ends in exactly one of these, so that a run can balance. */
public sealed interface Disposition {
    /** Its facts take part in the dossiers. */
    record Stored() implements Disposition {}

    /** The same thing was already said by record {@code into}; kept, but its facts are not counted twice. */
    record Merged(RecordId into) implements Disposition {}

    /**
     * Could not be read as it should.
     *
     * @param code stable upper-case reason, for example {@code NO_NAME} or {@code ENCRYPTED}
     * @param sentence what is wrong, where, and what to do, without personal data
     */
    record Rejected(String code, String sentence) implements Disposition {}

    /**
     * Left out on purpose: not about recruiting, forbidden by robots.txt, or about an erased person.
     *
     * @param code stable upper-case reason, for example {@code NEWSLETTER}, {@code ROBOTS}, {@code ERASED}
     * @param sentence the reason for people, without personal data; null where the code says it all
     */
    record Suppressed(String code, @Nullable String sentence) implements Disposition {
        public Suppressed(String code) {
            this(code, null);
        }
    }

    /** The upper-case word used in tables and counters. */
    default String word() {
        return getClass().getSimpleName().toUpperCase(java.util.Locale.ROOT);
    }
}
