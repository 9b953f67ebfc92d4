package org.talentrecall.config.cli;

import org.talentrecall.archive.fact.PersonalAttribute;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.annotation.JsonSerialize;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.ser.std.StdSerializer;

/** One JSON document for a command's {@code --json}; what must not count when people are judged is masked. */
final class JsonOut {
    private static final JsonMapper MAPPER = org.talentrecall.archive.json.ArchiveJson.mapper()
            .rebuild()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .addMixIn(PersonalAttribute.class, Masked.class)
            .build();

    private JsonOut() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    private interface Masked {
        /** Jackson finds it by its name. */
        @SuppressWarnings("UnusedMethod")
        @JsonSerialize(using = Mask.class)
        String value();
    }

    private static final class Mask extends StdSerializer<String> {
        Mask() {
            super(String.class);
        }

        @Override
        public void serialize(String value, JsonGenerator json, SerializationContext context) {
            json.writeString(PersonalAttribute.MASK);
        }
    }
}
