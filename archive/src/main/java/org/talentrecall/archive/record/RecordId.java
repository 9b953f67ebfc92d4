package org.talentrecall.archive.record;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Identifies one source record for ever: the first 24 hexadecimal digits (96 bits) of SHA-256 over the source's name and
 * the record's natural key. Reading the same place again gives the same id.
 */
public record RecordId(String value) implements Comparable<RecordId> {
    private static final int DIGITS = 24;

    public RecordId {
        if (value.length() != DIGITS) {
            throw new IllegalArgumentException("A record id has " + DIGITS + " digits, got " + value.length());
        }
    }

    /** The id of the record that lies at {@code naturalKey} (for example a Message-ID and part) in {@code source}. */
    public static RecordId of(SourceId source, String naturalKey) {
        String place = source.value() + '\n' + naturalKey;
        byte[] hash = ContentHash.sha256(place.getBytes(StandardCharsets.UTF_8));
        return new RecordId(HexFormat.of().formatHex(hash, 0, DIGITS / 2));
    }

    @Override
    public int compareTo(RecordId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
