package org.talentrecall.archive.text;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Chinese family names and how they are read. */
final class Surnames {
    private static final Map<String, List<String>> READINGS = load();

    private Surnames() {}

    /** The family name at the start of a name in simplified characters; a compound one where it fits. */
    static Optional<String> of(String name) {
        if (name.length() >= 2 && READINGS.containsKey(name.substring(0, 2))) {
            return Optional.of(name.substring(0, 2));
        }
        return !name.isEmpty() && READINGS.containsKey(name.substring(0, 1))
                ? Optional.of(name.substring(0, 1))
                : Optional.empty();
    }

    static boolean contains(String text) {
        return READINGS.containsKey(text);
    }

    /** Readings that differ from what the character says elsewhere; empty when there are none. */
    static List<String> specialReadings(String surname) {
        return READINGS.getOrDefault(surname, List.of());
    }

    /** How any family name is read. */
    static Set<String> readings() {
        Set<String> readings = new HashSet<>();
        READINGS.forEach(
                (surname, special) -> readings.addAll(special.isEmpty() ? GivenNames.readings(surname) : special));
        return Set.copyOf(readings);
    }

    private static Map<String, List<String>> load() {
        Map<String, List<String>> readings = new LinkedHashMap<>();
        for (String word : ResourceTable.words(Surnames.class, "surnames.txt")) {
            String[] parts = word.split(":", 2);
            readings.put(parts[0], parts.length == 1 ? List.of() : List.of(parts[1].split(",", -1)));
        }
        return Map.copyOf(readings);
    }
}
