package org.talentrecall.ingest.document;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * The few beginnings that most files in mailboxes have, looked at before Tika's list: it tries its hundreds of patterns, some
 * of them at each place of the first kilobytes, and comes to the same type, for it has no stronger pattern that fits these
 * bytes. What is not told here is for Tika to tell.
 */
enum Beginning {
    PDF("application/pdf", bytes("%PDF-"), 0, bytes("")),
    /** A ZIP whose first entry is the list of types of ECMA-376 part 2, 7.2.3.2. */
    OOXML_TYPES("application/x-tika-ooxml", bytes("PK\3\4"), Beginning.FIRST_NAME, bytes("[Content_Types].xml")),
    OOXML_RELATIONS("application/x-tika-ooxml", bytes("PK\3\4"), Beginning.FIRST_NAME, bytes("_rels/.rels")),
    PNG("image/png", bytes("\u0089PNG\r\n\u001a\n"), 0, bytes("")),
    JPEG("image/jpeg", bytes("\u00ff\u00d8\u00ff"), 0, bytes("")),
    GIF_87("image/gif", bytes("GIF87a"), 0, bytes("")),
    GIF_89("image/gif", bytes("GIF89a"), 0, bytes(""));

    /** Where a ZIP names its first entry. */
    private static final int FIRST_NAME = 30;

    private final String type;
    private final byte[] first;
    private final int place;
    private final byte[] then;

    Beginning(String type, byte[] first, int place, byte[] then) {
        this.type = type;
        this.first = first;
        this.place = place;
        this.then = then;
    }

    private static byte[] bytes(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The media type that the first bytes tell, if they are one of these. */
    static Optional<String> type(byte[] content) {
        for (Beginning beginning : values()) {
            if (stands(beginning.first, content, 0) && stands(beginning.then, content, beginning.place)) {
                return Optional.of(beginning.type);
            }
        }
        return Optional.empty();
    }

    /** The fewest bytes that begin this way. */
    byte[] shortest() {
        byte[] bytes = new byte[Math.max(first.length, place + then.length)];
        ByteBuffer.wrap(bytes).put(first).position(then.length == 0 ? 0 : place).put(then);
        return bytes;
    }

    private static boolean stands(byte[] bytes, byte[] content, int at) {
        int end = at + bytes.length;
        return end <= content.length && Arrays.equals(content, at, end, bytes, 0, bytes.length);
    }
}
