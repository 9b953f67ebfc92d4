package org.talentrecall.archive.record;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of some bytes as 64 lower-case hexadecimal digits; the address of raw content in the file store. */
public record ContentHash(String value) {
    private static final int DIGITS = 64;
    /** Looking a digest up among the platform's providers takes longer than hashing a line of words. */
    private static final ThreadLocal<MessageDigest> OWN = ThreadLocal.withInitial(ContentHash::digest);

    public ContentHash {
        if (!isHexadecimal(value)) {
            throw new IllegalArgumentException("Not a SHA-256 in hexadecimal: " + value.length() + " characters");
        }
    }

    private static boolean isHexadecimal(String value) {
        for (int i = 0; i < value.length(); i++) {
            char digit = value.charAt(i);
            if (!(digit >= '0' && digit <= '9' || digit >= 'a' && digit <= 'f')) {
                return false;
            }
        }
        return value.length() == DIGITS;
    }

    /** Hashes bytes that are already in memory. */
    public static ContentHash of(byte[] bytes) {
        return new ContentHash(HexFormat.of().formatHex(sha256(bytes)));
    }

    static byte[] sha256(byte[] bytes) {
        return OWN.get().digest(bytes);
    }

    /** A fresh SHA-256 digest, for callers that stream. */
    public static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
