package org.talentrecall.archive.text;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells Latin letters that spell Chinese from others. Safe for use by several threads. */
public final class Pinyin {
    private static final Set<String> SYLLABLES = Arrays.stream(com.hankcs.hanlp.dictionary.py.Pinyin.values())
            .filter(syllable -> syllable != com.hankcs.hanlp.dictionary.py.Pinyin.none5)
            .flatMap(syllable -> GivenNames.spellings(syllable).stream())
            .filter(reading -> reading.length() > 1 || reading.equals("a") || reading.equals("e"))
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> SURNAMES = Surnames.readings();
    private static final int LONGEST_SYLLABLE = 6;
    private static final int LONGEST = 30;

    private Pinyin() {}

    /** True when the letters, in lower case and without blanks, can be read as Chinese syllables one after the other. */
    public static boolean isReading(String letters) {
        if (letters.isEmpty() || letters.length() > LONGEST) {
            return false;
        }
        boolean[] reachable = new boolean[letters.length() + 1];
        reachable[0] = true;
        for (int from = 0; from < letters.length(); from++) {
            for (int to = from + 1;
                    reachable[from] && to <= Math.min(letters.length(), from + LONGEST_SYLLABLE);
                    to++) {
                reachable[to] |= SYLLABLES.contains(letters.substring(from, to));
            }
        }
        return reachable[letters.length()];
    }

    /** True when the letters, in lower case, are one Chinese syllable. */
    public static boolean isSyllable(String letters) {
        return SYLLABLES.contains(letters);
    }

    /** True when the word is how a Chinese family name reads. */
    public static boolean isSurname(String word) {
        return SURNAMES.contains(word);
    }
}
