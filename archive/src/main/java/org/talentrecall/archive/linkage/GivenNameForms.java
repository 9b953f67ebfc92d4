package org.talentrecall.archive.linkage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.talentrecall.archive.text.Pinyin;
import org.talentrecall.archive.text.ResourceTable;

/** English given names: which are forms of one another, and which are no pinyin although they look like it. */
final class GivenNameForms {
    private static final Map<String, Set<String>> FORMS = forms();
    private static final Set<String> ENGLISH = english();

    private GivenNameForms() {}

    /** True for Robert and Bob, but not for two short forms of different names. */
    static boolean areForms(String one, String other) {
        return FORMS.getOrDefault(one, Set.of()).contains(other);
    }

    /** True when the letters spell a Chinese given name and are no English one. */
    static boolean isPinyin(String given) {
        return !ENGLISH.contains(given) && Pinyin.isReading(given);
    }

    private static Map<String, Set<String>> forms() {
        Map<String, Set<String>> forms = new HashMap<>();
        for (List<String> row : ResourceTable.rows(GivenNameForms.class, "given-name-forms.txt")) {
            Set<String> group = Set.of(row.get(0).split(" ", -1));
            group.forEach(
                    name -> forms.computeIfAbsent(name, any -> new HashSet<>()).addAll(group));
        }
        return Map.copyOf(forms);
    }

    private static Set<String> english() {
        Set<String> english = new HashSet<>(FORMS.keySet());
        english.addAll(ResourceTable.words(GivenNameForms.class, "english-given-names.txt"));
        return Set.copyOf(english);
    }
}
