package org.talentrecall.archive.store;

import java.nio.charset.StandardCharsets;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.record.ContentHash;

/** Identity keys as one indexed column: {@code PHONE:+8613800001234}; a key too long for the index by its hash. */
final class KeyText {
    private static final int LONGEST = 255;

    private KeyText() {}

    static String of(IdentityKey key) {
        String text = Database.text(key.kind().name() + ':' + key.value());
        return text.length() <= LONGEST ? text : key.kind().name() + ":#" + hash(key.value());
    }

    static IdentityKey parse(String text) {
        int colon = text.indexOf(':');
        return new IdentityKey(IdentityKey.Kind.valueOf(text.substring(0, colon)), text.substring(colon + 1));
    }

    /** Any text as a value of an indexed column of 255 characters, the same text always as the same value. */
    static String indexed(String text) {
        String clean = Database.text(text);
        return clean.length() <= LONGEST ? clean : "#" + hash(text);
    }

    private static String hash(String text) {
        return ContentHash.of(text.getBytes(StandardCharsets.UTF_8)).value();
    }
}
