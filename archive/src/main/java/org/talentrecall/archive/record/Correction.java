package org.talentrecall.archive.record;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Says that a record stands in for a rejected one, in the record's {@link SourceRecord#duplicateKey()}. As long as both are
 * there, the rejected one is merged into it; of several corrections the latest stands.
 *
 * @param of the record that was rejected where it lies
 * @param at when it was corrected, to the second
 */
public record Correction(RecordId of, Instant at) {
    private static final Pattern KEY = Pattern.compile("corrects:([0-9a-f]{24})@(\\S+Z)");

    public Correction {
        at = at.truncatedTo(ChronoUnit.SECONDS);
    }

    /** As the duplicate key of the record that stands in. */
    public String key() {
        return "corrects:" + of + "@" + at;
    }

    /** What {@link #key()} wrote; empty for every other duplicate key. */
    public static Optional<Correction> read(@Nullable String duplicateKey) {
        if (duplicateKey == null) {
            return Optional.empty();
        }
        Matcher key = KEY.matcher(duplicateKey);
        return key.matches()
                ? Optional.of(new Correction(new RecordId(key.group(1)), Instant.parse(key.group(2))))
                : Optional.empty();
    }
}
