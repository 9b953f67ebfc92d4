package org.talentrecall.archive.identity;

import java.util.List;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.text.NameForms;

/**
 * A name boiled down until its usual ways of writing fall together: pinyin for Chinese characters, then the letters in
 * alphabetical order. 王建国, Wang Jianguo, Jianguo Wang and WANG Jian-guo share one. Good for telling how many different
 * people share something; two people may well share a signature.
 */
public final class NameSignature {
    private NameSignature() {}

    /** Of the first name that the facts state; empty when they state none. */
    public static String of(List<StatedFact> facts) {
        for (StatedFact stated : facts) {
            if (stated.fact() instanceof PersonName name) {
                String signature = of(name.text());
                if (!signature.isEmpty()) {
                    return signature;
                }
            }
        }
        return "";
    }

    /** Of one name; empty when it has no letters. */
    public static String of(String name) {
        List<String> readings = NameForms.pinyin(name);
        String reading = readings.isEmpty() ? NameForms.fold(name) : readings.get(0);
        int[] letters =
                reading.codePoints().filter(Character::isLetterOrDigit).sorted().toArray();
        return new String(letters, 0, letters.length);
    }
}
