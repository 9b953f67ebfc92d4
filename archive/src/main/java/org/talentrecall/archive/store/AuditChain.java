package org.talentrecall.archive.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import org.talentrecall.archive.record.ContentHash;

/**
 * The hash of an audit entry: SHA-256 over the name of this form, the hash before, and each column as its length in bytes
 * (four, big-endian) and its UTF-8. Over the columns' text as it stands, so that a check needs to understand none of it.
 */
final class AuditChain {
    /** What the first entry follows. */
    static final String BEGINNING = "0".repeat(64);

    private static final String FORM = "talent-recall audit 1";

    private AuditChain() {}

    /** An entry as the database holds it. */
    record Row(
            long number,
            long millis,
            String actor,
            String action,
            String subjects,
            String counts,
            String detail,
            String previousHash,
            String hash) {
        String computed() {
            return AuditChain.hash(previousHash, number, millis, List.of(actor, action, subjects, counts, detail));
        }
    }

    static String hash(String previous, long number, long millis, List<String> words) {
        MessageDigest digest = ContentHash.digest();
        add(digest, FORM);
        add(digest, previous);
        add(digest, Long.toString(number));
        add(digest, Long.toString(millis));
        words.forEach(word -> add(digest, word));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
