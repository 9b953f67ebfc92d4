package org.talentrecall.archive.text;

import com.hankcs.hanlp.HanLP;
import java.util.List;

/**
 * Tells which texts the dictionary of simplified characters leaves alone, so that most of them need not go through it.
 * Safe for use by several threads.
 */
final class Simplified {
    /** Characters that stay by themselves, but hardly in any phrase of the dictionary. */
    private static final String CHANGED_IN_PHRASES = "瞭藉覆衹牴";
    /** Phrases that change though each of their characters stays, and stays in nearly every other text. */
    private static final List<String> PHRASES = List.of("沈船", "沈默", "程式", "士多啤梨");

    private static final byte STAYS = 1;
    private static final byte MAY_CHANGE = 2;
    /** By character; 0 where nobody has asked yet. Threads that ask at once find the same answer. */
    private static final byte[] KNOWN = new byte[Character.MAX_VALUE + 1];

    private Simplified() {}

    /** Whether the character stays as it is in every text without a {@link #hasPhrase phrase}. */
    static boolean stays(char character) {
        byte known = KNOWN[character];
        if (known == 0) {
            String alone = String.valueOf(character);
            boolean stays = CHANGED_IN_PHRASES.indexOf(character) < 0
                    && HanLP.convertToSimplifiedChinese(alone).equals(alone);
            known = stays ? STAYS : MAY_CHANGE;
            KNOWN[character] = known;
        }
        return known == STAYS;
    }

    /** Whether a phrase stands in the text that changes though its characters stay. */
    static boolean hasPhrase(String text) {
        for (String phrase : PHRASES) {
            if (text.contains(phrase)) {
                return true;
            }
        }
        return false;
    }
}
