package org.talentrecall.ingest.spreadsheet.file;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import org.talentrecall.archive.record.ContentHash;

/**
 * SHA-256 over the UTF-8 form of words that come one after the other, without making one text of them first. Begins anew
 * after each hash. Not safe for use by several threads.
 */
public final class WordsHash {
    /** Behind what a cell is called. */
    public static final byte NAMED = '\t';
    /** Behind what a cell says. */
    public static final byte SAID = 0x1f;

    private static final int FIRST_SIZE = 1 << 10;
    private static final int MOST_BYTES_OF_A_CHARACTER = 3;

    private final MessageDigest digest = ContentHash.digest();
    private char[] characters = new char[FIRST_SIZE];
    private byte[] bytes = new byte[FIRST_SIZE];
    private int size;

    /** Adds words, of which nothing is kept. */
    public WordsHash add(String words) {
        int length = words.length();
        if (length > characters.length) {
            characters = new char[Math.max(length, characters.length * 2)];
        }
        // Characters of an array are read several times as fast as those of a string.
        words.getChars(0, length, characters, 0);
        reserve(length * MOST_BYTES_OF_A_CHARACTER);
        byte[] into = bytes;
        int at = size;
        for (int i = 0; i < length; i++) {
            char character = characters[i];
            if (character < 0x80) {
                into[at++] = (byte) character;
            } else if (character < 0x800) {
                into[at++] = (byte) (0xc0 | character >> 6);
                into[at++] = (byte) (0x80 | character & 0x3f);
            } else if (Character.isSurrogate(character)) {
                int codePoint = Character.codePointAt(characters, i, length);
                if (codePoint == character) {
                    into[at++] = '?';
                } else {
                    into[at++] = (byte) (0xf0 | codePoint >> 18);
                    into[at++] = (byte) (0x80 | codePoint >> 12 & 0x3f);
                    into[at++] = (byte) (0x80 | codePoint >> 6 & 0x3f);
                    into[at++] = (byte) (0x80 | codePoint & 0x3f);
                    i++;
                }
            } else {
                into[at++] = (byte) (0xe0 | character >> 12);
                into[at++] = (byte) (0x80 | character >> 6 & 0x3f);
                into[at++] = (byte) (0x80 | character & 0x3f);
            }
        }
        size = at;
        return this;
    }

    /** A sign that parts words. */
    public WordsHash add(byte sign) {
        reserve(1);
        bytes[size++] = sign;
        return this;
    }

    private void reserve(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length * 2));
        }
    }

    /** The hash of all that was added since the last one. */
    public ContentHash hash() {
        return new ContentHash(HexFormat.of().formatHex(end()));
    }

    /** The first eight bytes of that hash. */
    public long beginning() {
        return ByteBuffer.wrap(end()).getLong();
    }

    private byte[] end() {
        digest.update(bytes, 0, size);
        size = 0;
        return digest.digest();
    }
}
