package org.talentrecall.archive.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.talentrecall.archive.linkage.Field;
import org.talentrecall.archive.linkage.GivenNameShape;
import org.talentrecall.archive.linkage.Level;
import org.talentrecall.archive.linkage.LinkageModel;
import org.talentrecall.archive.linkage.LinkageModel.Chances;
import org.talentrecall.archive.linkage.PersonalName;
import org.talentrecall.archive.text.OrganisationNames;
import org.talentrecall.archive.text.ResourceTable;

/**
 * The model by which this version takes records for one person or two. It does not learn from the pool, but for its size:
 * what a pool's records come to must depend on them alone, not on how the pool grew. Another model is another version of the product.
 */
public final class DefaultModel {
    /** By the most records of a pool that it is for, ascending; the last one is for every larger pool too. */
    private static final NavigableMap<Long, LinkageModel> MODELS = load();

    private DefaultModel() {}

    /**
     * The model for a pool of so many records. Two records of one name are one person less often the more people there are,
     * so the prior falls with the pool; in wide steps, since all is weighed anew at each.
     */
    public static LinkageModel of(long records) {
        Map.Entry<Long, LinkageModel> fitting = MODELS.ceilingEntry(records);
        return fitting == null ? MODELS.lastEntry().getValue() : fitting.getValue();
    }

    private static NavigableMap<Long, LinkageModel> load() {
        Map<String, Double[]> same = new HashMap<>();
        Map<String, Double[]> different = new HashMap<>();
        Map<String, Double> otherwise = new HashMap<>();
        Map<String, Map<GivenNameShape, Double>> shapes = new HashMap<>();
        NavigableMap<Long, Double> priors = new TreeMap<>();
        for (List<String> row : ResourceTable.rows(DefaultModel.class, "default-model.tsv")) {
            String field = row.get(0);
            if (field.equals("prior")) {
                priors.put(Long.valueOf(row.get(1)), Double.valueOf(row.get(2)));
            } else if (row.get(1).equals("frequency")) {
                otherwise.put(field, Double.valueOf(row.get(2)));
            } else if (row.get(1).equals("shape")) {
                shapes.computeIfAbsent(field, any -> new EnumMap<>(GivenNameShape.class))
                        .put(GivenNameShape.valueOf(row.get(2)), Double.valueOf(row.get(3)));
            } else {
                Level level = Level.valueOf(row.get(1));
                same.computeIfAbsent(field, any -> none())[level.code()] = Double.valueOf(row.get(2));
                different.computeIfAbsent(field, any -> none())[level.code()] = Double.valueOf(row.get(3));
            }
        }
        Map<String, Map<String, Double>> frequencies = frequencies();
        List<Chances> chances = new ArrayList<>();
        for (Field field : PersonFields.ALL) {
            chances.add(new Chances(
                    List.of(same.getOrDefault(field.id(), none())),
                    List.of(different.getOrDefault(field.id(), none())),
                    frequencies.getOrDefault(field.id(), Map.of()),
                    shapes.getOrDefault(field.id(), Map.of()),
                    otherwise.getOrDefault(field.id(), 1.0)));
        }
        NavigableMap<Long, LinkageModel> models = new TreeMap<>();
        priors.forEach((records, prior) -> models.put(records, new LinkageModel(PersonFields.ALL, prior, chances)));
        return models;
    }

    private static Double[] none() {
        return Collections.nCopies(Level.values().length, 0.0).toArray(Double[]::new);
    }

    private static Map<String, Map<String, Double>> frequencies() {
        Map<String, Map<String, Double>> frequencies = new HashMap<>();
        for (List<String> row : ResourceTable.rows(DefaultModel.class, "value-frequencies.tsv")) {
            Map<String, Double> own = frequencies.computeIfAbsent(row.get(0), field -> new HashMap<>());
            double share = Double.parseDouble(row.get(1)) / 100;
            for (String value : row.get(2).split(" ", -1)) {
                switch (row.get(0)) {
                    case "surname" ->
                        addName(
                                own,
                                value,
                                share,
                                PersonalName.of(value + "某").get(0).surnameReadings());
                    case "given_name" ->
                        addName(
                                own,
                                value,
                                share,
                                PersonalName.of("王" + value).get(0).givenReadings());
                    case "school", "employer" -> own.put(OrganisationNames.key(value), share);
                    default -> own.put(value, share);
                }
            }
        }
        return frequencies;
    }

    /** A reading is as common as all names that are read so. */
    private static void addName(Map<String, Double> frequencies, String name, double share, List<String> readings) {
        frequencies.put(name, share);
        readings.stream().limit(1).forEach(reading -> frequencies.merge(reading, share, Double::sum));
    }
}
