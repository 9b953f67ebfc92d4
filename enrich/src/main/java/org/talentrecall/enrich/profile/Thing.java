package org.talentrecall.enrich.profile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that a page's markup describes, be it JSON-LD, microdata or microformats.
 *
 * @param types without their namespace: {@code Person}, {@code h-card}
 * @param id the address that names it, or null
 * @param text its own words on the page; empty for JSON-LD
 * @param properties in the page's order; names without namespace and prefix
 */
record Thing(List<String> types, @Nullable String id, String text, Map<String, List<Value>> properties)
        implements Value {
    Thing {
        types = List.copyOf(types);
        Map<String, List<Value>> copy = new LinkedHashMap<>();
        properties.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        properties = java.util.Collections.unmodifiableMap(copy);
    }

    boolean is(Collection<String> wanted) {
        return types.stream().anyMatch(wanted::contains);
    }

    boolean is(String wanted) {
        return types.contains(wanted);
    }

    /** All values of the properties, in the order of the names. */
    List<Value> all(String... names) {
        List<Value> values = new ArrayList<>();
        for (String name : names) {
            values.addAll(properties.getOrDefault(name, List.of()));
        }
        return values;
    }

    List<Thing> things(String... names) {
        return all(names).stream()
                .filter(Thing.class::isInstance)
                .map(Thing.class::cast)
                .toList();
    }

    /** The words of each value: of a thing its name. Blank ones are left out. */
    List<String> texts(String... names) {
        return all(names).stream()
                .map(Thing::words)
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    Optional<String> text(String... names) {
        return texts(names).stream().findFirst();
    }

    /** What to call it: its name, else its words. */
    String label() {
        return text("name", "headline", "legalName", "title").orElseGet(() -> tidy(text));
    }

    static String words(Value value) {
        return value instanceof Thing thing ? thing.label() : tidy(((Words) value).text());
    }

    /** One line, without the blanks that markup leaves. */
    static String tidy(String text) {
        return text.replaceAll("[\\s\\p{Z}\\p{Cf}]+", " ").strip();
    }
}
