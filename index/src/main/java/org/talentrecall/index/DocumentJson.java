package org.talentrecall.index;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Writes documents as JSON. */
final class DocumentJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private DocumentJson() {}

    /** @param document a map or a tree */
    static byte[] bytes(Object document) {
        try {
            return MAPPER.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("A document holds something that is no JSON", e);
        }
    }
}
