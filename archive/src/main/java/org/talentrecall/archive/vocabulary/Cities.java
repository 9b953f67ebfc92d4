package org.talentrecall.archive.vocabulary;

import com.hankcs.hanlp.collection.AhoCorasick.AhoCorasickDoubleArrayTrie;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.talentrecall.archive.text.Recent;
import org.talentrecall.archive.text.ResourceTable;
import org.talentrecall.archive.text.TextFolding;

/** Cities and provinces by all their names. Immutable; safe for use by several threads. */
public final class Cities {
    private static final Map<String, String> PROVINCE_OF = new LinkedHashMap<>();
    private static final Map<String, Set<String>> CITIES_OF = new LinkedHashMap<>();
    private static final AhoCorasickDoubleArrayTrie<String> TRIE = load();
    /** What follows a city's name where the name of a firm, school or road goes on. */
    private static final List<String> NOT_A_PLACE =
            List.of("大学", "银行", "学院", "路", "证券", "理工", "师范", "交通大学", "交大", "财经", "工业大学");

    private static final Recent<List<String>> FOUND = new Recent<>(1 << 9, Cities::search);
    private static final Recent<Optional<String>> CANONICAL = new Recent<>(1 << 10, Cities::mostExact);

    private Cities() {}

    /**
     * The cities and provinces a text names, in order, each once, by their short Chinese names: 北京, 深圳, 江苏. Schools,
     * banks and roads called after a city do not count.
     */
    public static List<String> find(CharSequence text) {
        return FOUND.of(text.toString());
    }

    private static List<String> search(String text) {
        String folded = TextFolding.foldInPlace(text);
        List<AhoCorasickDoubleArrayTrie<String>.Hit<String>> hits = new ArrayList<>();
        TRIE.parseText(folded, (begin, end, place) -> {
            if (isWhole(folded, begin, end)) {
                hits.add(TRIE.new Hit<>(begin, end, place));
            }
        });
        hits.sort((a, b) -> a.begin != b.begin ? Integer.compare(a.begin, b.begin) : Integer.compare(b.end, a.end));
        Set<String> found = new LinkedHashSet<>();
        int taken = 0;
        for (AhoCorasickDoubleArrayTrie<String>.Hit<String> hit : hits) {
            if (hit.begin >= taken) {
                taken = hit.end;
                found.add(hit.value);
            }
        }
        return List.copyOf(found);
    }

    /** Whether the text is the name of a city or province and nothing else. */
    public static boolean isName(String text) {
        return TRIE.exactMatchSearch(TextFolding.fold(text)) >= 0;
    }

    /** The short Chinese name of the most exact place that the text names: a city rather than its province. */
    public static Optional<String> canonical(String written) {
        return CANONICAL.of(written);
    }

    private static Optional<String> mostExact(String written) {
        List<String> found = find(written);
        return found.stream()
                .filter(PROVINCE_OF::containsKey)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    /**
     * True when two writings name the same city, or one names the province of the other's city. Of texts without a
     * known place, true when they are written alike.
     */
    public static boolean same(String one, String other) {
        Set<String> first = exact(one);
        Set<String> second = exact(other);
        if (first.isEmpty() || second.isEmpty()) {
            String folded = TextFolding.fold(one);
            return !folded.isEmpty() && folded.equals(TextFolding.fold(other));
        }
        return first.stream()
                .anyMatch(place -> second.contains(place)
                        || CITIES_OF.getOrDefault(place, Set.of()).stream().anyMatch(second::contains)
                        || second.contains(PROVINCE_OF.getOrDefault(place, "")));
    }

    /** The province of a city by its short Chinese name; the four municipalities are their own. */
    public static Optional<String> province(String city) {
        return canonical(city).map(place -> PROVINCE_OF.getOrDefault(place, place));
    }

    /** The short names of a province's cities; empty for anything else. */
    public static Collection<String> in(String province) {
        return canonical(province)
                .map(place -> CITIES_OF.getOrDefault(place, Set.of()))
                .orElse(Set.of());
    }

    /** Provinces drop out where one of their cities is named too: 江苏省南京市 is 南京. */
    private static Set<String> exact(String written) {
        Set<String> places = new LinkedHashSet<>(find(written));
        Set<String> named = new LinkedHashSet<>();
        places.forEach(place -> named.add(PROVINCE_OF.getOrDefault(place, place)));
        places.removeIf(place -> CITIES_OF.containsKey(place)
                && named.contains(place)
                && places.stream().anyMatch(city -> !city.equals(place) && place.equals(PROVINCE_OF.get(city))));
        return places;
    }

    private static boolean isWhole(String folded, int begin, int end) {
        if (!TextFolding.isHan(folded.charAt(begin))) {
            boolean before = begin == 0 || !isLatin(folded.charAt(begin - 1));
            return before && (end == folded.length() || !isLatin(folded.charAt(end)));
        }
        return NOT_A_PLACE.stream().noneMatch(word -> folded.startsWith(word, end));
    }

    private static boolean isLatin(char character) {
        return character >= 'a' && character <= 'z';
    }

    private static AhoCorasickDoubleArrayTrie<String> load() {
        TreeMap<String, String> names = new TreeMap<>();
        Map<String, Set<String>> cities = new HashMap<>();
        for (List<String> row : ResourceTable.rows(Cities.class, "cities.tsv")) {
            String city = row.get(0);
            String province = row.get(1);
            if (province.isEmpty()) {
                CITIES_OF.put(city, cities.computeIfAbsent(city, name -> new LinkedHashSet<>()));
            } else {
                PROVINCE_OF.put(city, province);
                cities.computeIfAbsent(province, name -> new LinkedHashSet<>()).add(city);
            }
            names.put(city, city);
            for (String alias : row.get(2).split("\\|", -1)) {
                if (!alias.isBlank()) {
                    names.put(TextFolding.fold(alias), city);
                }
            }
        }
        return new AhoCorasickDoubleArrayTrie<>(names);
    }
}
