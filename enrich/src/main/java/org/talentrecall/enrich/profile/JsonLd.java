package org.talentrecall.enrich.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The JSON-LD of a page, with references inside the page followed. Contexts are not loaded: schema.org is assumed. */
final class JsonLd {
    private static final int DEEPEST = 8;
    private static final Pattern NAMESPACE = Pattern.compile("^(?:https?://schema\\.org/|schema:)");
    private static final Pattern WRAPPING =
            Pattern.compile("^\\s*(?:<!--|//<!\\[CDATA\\[|<!\\[CDATA\\[)|(?:-->|//\\]\\]>|\\]\\]>)\\s*$");

    private final Map<String, Map<?, ?>> byId = new HashMap<>();
    private final List<Map<?, ?>> roots = new ArrayList<>();
    private boolean whole = true;

    private JsonLd() {}

    /**
     * @param things the outermost ones; the members of a graph count as such
     * @param whole false when a script is broken; what it said up to there is still in
     */
    record Found(List<Thing> things, boolean whole) {}

    static Found in(Document page) {
        JsonLd reading = new JsonLd();
        for (Element script : page.select("script[type^=application/ld+json]")) {
            String json = WRAPPING.matcher(script.data()).replaceAll("");
            LenientJson.Parsed parsed = LenientJson.parse(json);
            reading.whole &= parsed.whole();
            parsed.values().forEach(reading::collect);
        }
        reading.roots.forEach(root -> reading.index(root, 0));
        List<Thing> things = new ArrayList<>();
        for (Map<?, ?> root : reading.roots) {
            things.add(reading.thing(root, 0));
        }
        return new Found(List.copyOf(things), reading.whole);
    }

    private void collect(Object value) {
        if (value instanceof List<?> list) {
            list.forEach(this::collect);
        } else if (value instanceof Map<?, ?> map) {
            Object graph = map.get("@graph");
            if (graph instanceof List<?> || graph instanceof Map<?, ?>) {
                collect(graph);
            }
            if (map.containsKey("@type")) {
                roots.add(map);
            }
        }
    }

    private void index(Object value, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (value instanceof List<?> list) {
            list.forEach(entry -> index(entry, depth + 1));
        } else if (value instanceof Map<?, ?> map) {
            if (map.get("@id") instanceof String id && map.size() > 1) {
                Map<?, ?> known = byId.get(id);
                if (known == null || known.size() < map.size()) {
                    byId.put(id, map);
                }
            }
            map.values().forEach(entry -> index(entry, depth + 1));
        }
    }

    private Thing thing(Map<?, ?> written, int depth) {
        @Nullable String id = written.get("@id") instanceof String address ? address : null;
        Map<?, ?> map = id != null && written.size() == 1 ? byId.getOrDefault(id, written) : written;
        Map<String, List<Value>> properties = new LinkedHashMap<>();
        if (depth < DEEPEST) {
            map.forEach((key, value) -> {
                String name = NAMESPACE.matcher(String.valueOf(key)).replaceFirst("");
                if (!name.startsWith("@")) {
                    List<Value> values = new ArrayList<>();
                    add(values, value, depth);
                    properties.put(name, values);
                }
            });
        }
        return new Thing(types(map.get("@type")), id, "", properties);
    }

    private void add(List<Value> values, @Nullable Object value, int depth) {
        if (value instanceof String text) {
            values.add(new Value.Words(unescaped(text)));
        } else if (value instanceof List<?> list) {
            list.forEach(entry -> add(values, entry, depth));
        } else if (value instanceof Map<?, ?> map) {
            Object inner = Optional.<Object>ofNullable(map.get("@value"))
                    .or(() -> Optional.ofNullable(map.get("@list")))
                    .orElse(map.get("@set"));
            if (inner != null) {
                add(values, inner, depth + 1);
            } else {
                values.add(thing(map, depth + 1));
            }
        }
    }

    /** Content systems often escape for HTML what needs no escaping in JSON. */
    private static String unescaped(String text) {
        return text.indexOf('&') >= 0 ? org.jsoup.parser.Parser.unescapeEntities(text, false) : text;
    }

    private static List<String> types(@Nullable Object types) {
        List<?> all = types instanceof List<?> list ? list : types == null ? List.of() : List.of(types);
        return all.stream()
                .map(type -> NAMESPACE.matcher(String.valueOf(type)).replaceFirst(""))
                .toList();
    }
}
