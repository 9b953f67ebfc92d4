package org.talentrecall.config.cli;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** One JSON document for a command's {@code --json}. */
final class JsonOut {
    private static final JsonMapper MAPPER = org.talentrecall.archive.json.ArchiveJson.mapper()
            .rebuild()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private JsonOut() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
