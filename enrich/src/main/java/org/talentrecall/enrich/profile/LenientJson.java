package org.talentrecall.enrich.profile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/**
 * JSON as pages carry it: with comments, line breaks in strings, commas too many. Of what breaks off, all up to the break
 * is kept.
 */
final class LenientJson {
    private static final int DEEPEST = 100;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
            .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
            .enable(JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
            .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
            .enable(StreamReadFeature.AUTO_CLOSE_SOURCE)
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private LenientJson() {}

    /**
     * @param values the documents in the text: maps, lists and strings; numbers and truth values as their text
     * @param whole false when the text breaks off or goes wrong
     */
    record Parsed(List<Object> values, boolean whole) {}

    static Parsed parse(String json) {
        Builder builder = new Builder();
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                builder.take(token, parser);
            }
            return new Parsed(builder.done, builder.open.isEmpty());
        } catch (JacksonException e) {
            return new Parsed(builder.done, false);
        }
    }

    private static final class Builder {
        private final List<Object> done = new ArrayList<>();
        private final Deque<Object> open = new ArrayDeque<>();
        private final Deque<String> names = new ArrayDeque<>();

        void take(JsonToken token, JsonParser parser) {
            switch (token) {
                case START_OBJECT -> {
                    Map<String, Object> map = new LinkedHashMap<>();
                    add(map);
                    open.push(map);
                }
                case START_ARRAY -> {
                    List<Object> list = new ArrayList<>();
                    add(list);
                    open.push(list);
                }
                case END_OBJECT, END_ARRAY -> open.pop();
                case PROPERTY_NAME -> names.push(parser.currentName());
                case VALUE_NULL -> add(null);
                default -> add(parser.getString());
            }
        }

        /** Put into its parent at once, so that what breaks off is already in place. */
        private void add(@Nullable Object value) {
            Object parent = open.peek();
            if (parent == null) {
                if (value != null) {
                    done.add(value);
                }
            } else if (parent instanceof Map<?, ?>) {
                @SuppressWarnings("unchecked")
                Map<String, Object> map = (Map<String, Object>) parent;
                String name = names.pop();
                if (value != null) {
                    map.put(name, value);
                }
            } else if (value != null) {
                @SuppressWarnings("unchecked")
                List<Object> list = (List<Object>) parent;
                list.add(value);
            }
        }
    }
}
