package org.talentrecall.archive.text;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How the characters of a given name are read, without tones. */
final class GivenNames {
    private static final Map<String, List<String>> SPECIAL = special();

    private GivenNames() {}

    /** Every likely reading of the characters together, the likeliest first. */
    static List<String> readings(String given) {
        List<Pinyin> usual = PinyinDictionary.convertToPinyin(given);
        List<String> readings = List.of("");
        for (int i = 0; i < given.length(); i++) {
            List<String> syllables = SPECIAL.get(given.substring(i, i + 1));
            if (syllables == null) {
                syllables = i < usual.size() ? spellings(usual.get(i)) : List.of();
            }
            readings = extend(readings, syllables);
        }
        return readings;
    }

    private static List<String> extend(List<String> readings, List<String> syllables) {
        List<String> extended = new ArrayList<>();
        for (String syllable : syllables) {
            readings.forEach(reading -> extended.add(reading + syllable));
        }
        return extended.isEmpty() ? readings : extended;
    }

    /** HanLP writes ü as v; passports write yu, and many people u. */
    static List<String> spellings(Pinyin syllable) {
        if (syllable == Pinyin.none5) {
            return List.of();
        }
        String reading = syllable.getPinyinWithoutTone();
        return reading.indexOf('v') < 0
                ? List.of(reading)
                : List.of(reading, reading.replace('v', 'u'), reading.replace("v", "yu"));
    }

    private static Map<String, List<String>> special() {
        Map<String, List<String>> special = new HashMap<>();
        for (String word : ResourceTable.words(GivenNames.class, "given-name-readings.txt")) {
            String[] parts = word.split(":", 2);
            special.put(parts[0], List.of(parts[1].split(",", -1)));
        }
        return Map.copyOf(special);
    }
}
