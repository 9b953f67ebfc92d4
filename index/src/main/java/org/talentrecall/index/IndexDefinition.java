package org.talentrecall.index;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.talentrecall.archive.record.ContentHash;

/**
 * Settings and strict mappings of one index.
 *
 * @param json the body to create it with
 */
record IndexDefinition(IndexName name, String json) {
    private static final int DIGITS = 8;

    static IndexDefinition of(IndexName name) {
        try (InputStream in = IndexDefinition.class.getResourceAsStream(name.resource())) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its own file " + name.resource());
            }
            return new IndexDefinition(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own file " + name.resource() + " cannot be read", e);
        }
    }

    /** Changes with the definition. */
    String hash() {
        return ContentHash.of(json.getBytes(StandardCharsets.UTF_8)).value().substring(0, DIGITS);
    }

    /** What the names of all indices with this definition start with; a number follows. */
    String prefix() {
        return name.alias() + "-" + hash() + "-";
    }
}
