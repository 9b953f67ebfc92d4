package org.talentrecall.archive.text;

import com.hankcs.hanlp.dictionary.py.Pinyin;
import com.hankcs.hanlp.dictionary.py.PinyinDictionary;
import java.util.List;

/** How Chinese words sound, so that words with a wrong character of the right sound are known again. Safe for use by several threads. */
public final class Syllables {
    private Syllables() {}

    /**
     * The syllables of all Chinese characters without tones and blanks, for example {@code mianshishijian}; other
     * characters as they are. Each character has its usual reading.
     */
    public static String of(String words) {
        if (!TextFolding.hasHan(words)) {
            return words;
        }
        List<Pinyin> readings = PinyinDictionary.convertToPinyin(words);
        StringBuilder sound = new StringBuilder();
        for (int i = 0; i < words.length(); i++) {
            Pinyin reading = i < readings.size() ? readings.get(i) : Pinyin.none5;
            sound.append(reading == Pinyin.none5 ? words.substring(i, i + 1) : reading.getPinyinWithoutTone());
        }
        return sound.toString();
    }
}
