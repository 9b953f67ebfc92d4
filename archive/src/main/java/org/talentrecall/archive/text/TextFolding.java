package org.talentrecall.archive.text;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One form for texts that people read as the same: widths, case, traditional characters and blanks do not count. Does
 * not depend on the platform's locale. Safe for use by several threads.
 */
public final class TextFolding {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    /** Zero-width characters, soft hyphens and byte order marks that documents leave between letters. */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u2064\\uFEFF\\u00AD]+");
    /** What lower-casing a Turkish dotted capital leaves behind. */
    private static final String DOT_ABOVE_I = "i\u0307";
    /** Signs of texts that fold to themselves. */
    private static final String PLAIN_SIGNS = "、。《》【】“”‘’–—·";

    private static final char FIRST_HAN = '\u4e00';
    private static final char LAST_HAN = '\u9fff';
    private static final char FIRST_OF_ANY_HAN = '\u2e80';

    private TextFolding() {}

    /** NFKC, lower case, simplified characters, invisible characters dropped, runs of blanks made one space, trimmed. */
    public static String fold(String text) {
        String plain = foldPlain(text);
        return plain == null ? foldAny(text) : plain;
    }

    /** Nearly all words of candidates are made of characters that fold one for one; null for those that are not. */
    static @Nullable String foldPlain(String text) {
        char[] folded = new char[text.length()];
        int length = 0;
        boolean chinese = false;
        for (int i = 0; i < folded.length; i++) {
            char narrow = narrow(text.charAt(i));
            if (narrow == ' ' || narrow >= '\t' && narrow <= '\r') {
                if (length > 0 && folded[length - 1] != ' ') {
                    folded[length++] = ' ';
                }
            } else if (narrow > ' ' && narrow < 0x7f) {
                folded[length++] = narrow >= 'A' && narrow <= 'Z' ? (char) (narrow + ('a' - 'A')) : narrow;
            } else if (narrow >= FIRST_HAN && narrow <= LAST_HAN && Simplified.stays(narrow)) {
                chinese = true;
                folded[length++] = narrow;
            } else if (PLAIN_SIGNS.indexOf(narrow) >= 0) {
                folded[length++] = narrow;
            } else {
                return null;
            }
        }
        if (length > 0 && folded[length - 1] == ' ') {
            length--;
        }
        String plain = new String(folded, 0, length);
        if (chinese && Simplified.hasPhrase(plain)) {
            return null;
        }
        return plain.equals(text) ? text : plain;
    }

    private static char narrow(char character) {
        return character >= '\uFF01' && character <= '\uFF5E' ? (char) (character - 0xFEE0) : character;
    }

    static String foldAny(String text) {
        String visible = INVISIBLE.matcher(text).replaceAll("");
        String lower = Normalizer.normalize(visible, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace(DOT_ABOVE_I, "i");
        return BLANKS.matcher(simplify(lower)).replaceAll(" ").strip();
    }

    /** Half-width forms of full-width characters, one for one, so that places in the text stay the same. */
    static String halfWidth(CharSequence text) {
        char[] characters = new char[text.length()];
        for (int i = 0; i < characters.length; i++) {
            characters[i] = halfWidth(text.charAt(i));
        }
        return new String(characters);
    }

    /**
     * Case, width and traditional characters folded one for one, so that places in the text stay the same; for finding
     * words in it. Blanks of any kind become a space.
     */
    public static String foldInPlace(CharSequence text) {
        char[] characters = new char[text.length()];
        boolean stays = true;
        for (int i = 0; i < characters.length; i++) {
            char narrow = halfWidth(text.charAt(i));
            char folded = Character.isWhitespace(narrow) ? ' ' : lower(narrow);
            characters[i] = folded;
            stays &= folded < FIRST_OF_ANY_HAN || Simplified.stays(folded);
        }
        String folded = new String(characters);
        if (stays && !Simplified.hasPhrase(folded)) {
            return folded;
        }
        String simplified = simplify(folded);
        return simplified.length() == folded.length() ? simplified : folded;
    }

    /** True for a Chinese character. */
    public static boolean isHan(int codePoint) {
        if (codePoint >= FIRST_HAN && codePoint <= LAST_HAN) {
            return true;
        }
        return codePoint >= FIRST_OF_ANY_HAN && Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    /** True when the text holds a Chinese character. */
    public static boolean hasHan(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_OF_ANY_HAN && isHan(Character.codePointAt(text, i))) {
                return true;
            }
        }
        return false;
    }

    private static char halfWidth(char character) {
        return character == '\u3000' || character == '\u00A0' ? ' ' : narrow(character);
    }

    private static char lower(char character) {
        return character == '\u0130' ? 'i' : Character.toLowerCase(character);
    }

    /** The dictionary takes a moment to load at first use, so text without Chinese never touches it. */
    private static String simplify(String text) {
        return hasHan(text) ? HanLP.convertToSimplifiedChinese(text) : text;
    }
}
