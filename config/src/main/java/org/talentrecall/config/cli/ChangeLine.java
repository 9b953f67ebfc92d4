package org.talentrecall.config.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.intake.Effects.RecordChange;
import org.talentrecall.archive.intake.Effects.Said;
import org.talentrecall.archive.json.ArchiveJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One field of one record that is another than before.
 *
 * @param record the place of the record within its source
 * @param field the kind of fact and the field, for example {@code Employment.title}; {@code outcome} for the record itself
 * @param before null when there was nothing
 * @param after null when there is nothing any more
 */
record ChangeLine(
        String source,
        String record,
        String field,
        @Nullable String before,
        @Nullable String after) {
    private static final JsonMapper MAPPER = ArchiveJson.mapper();

    static List<ChangeLine> of(RecordChange change) {
        List<ChangeLine> lines = new ArrayList<>();
        String source = change.source().value();
        String before = outcome(change.before());
        String after = outcome(change.after());
        if (!before.equals(after)) {
            lines.add(new ChangeLine(source, change.naturalKey(), "outcome", before, after));
        }
        Map<String, String> old = fields(change.before());
        Map<String, String> now = fields(change.after());
        Map<String, String> all = new TreeMap<>(old);
        all.putAll(now);
        all.keySet().forEach(field -> {
            String was = old.get(field);
            String is = now.get(field);
            if (was == null || !was.equals(is)) {
                lines.add(new ChangeLine(source, change.naturalKey(), field, was, is));
            }
        });
        return lines;
    }

    private static String outcome(Said said) {
        return said.code() == null ? said.outcome() : said.outcome() + " " + said.code();
    }

    /** Facts of one kind are told apart by their number: {@code Contact[2].value}. */
    private static Map<String, String> fields(Said said) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Map<String, String> fields = new TreeMap<>();
        for (StatedFact stated : said.facts()) {
            String type = stated.fact().getClass().getSimpleName();
            int number = numbers.merge(type, 1, Integer::sum);
            String name = number == 1 ? type : type + "[" + number + "]";
            JsonNode tree = MAPPER.valueToTree(stated.fact());
            tree.properties()
                    .forEach(property -> fields.put(
                            name + "." + property.getKey(),
                            property.getValue().isString()
                                    ? property.getValue().asString()
                                    : property.getValue().toString()));
            fields.put(name + " ←", stated.locator().display());
        }
        return fields;
    }
}
