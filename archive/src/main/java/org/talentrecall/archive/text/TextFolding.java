package org.talentrecall.archive.text;

import com.hankcs.hanlp.HanLP;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

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

    private TextFolding() {}

    /** NFKC, lower case, simplified characters, invisible characters dropped, runs of blanks made one space, trimmed. */
    public static String fold(String text) {
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
        for (int i = 0; i < characters.length; i++) {
            char narrow = halfWidth(text.charAt(i));
            characters[i] = Character.isWhitespace(narrow) ? ' ' : lower(narrow);
        }
        String folded = new String(characters);
        String simplified = simplify(folded);
        return simplified.length() == folded.length() ? simplified : folded;
    }

    /** True for a Chinese character. */
    public static boolean isHan(int codePoint) {
        return Character.UnicodeScript.of(codePoint) == Character.UnicodeScript.HAN;
    }

    /** True when the text holds a Chinese character. */
    public static boolean hasHan(CharSequence text) {
        return text.codePoints().anyMatch(TextFolding::isHan);
    }

    private static char halfWidth(char character) {
        if (character >= '\uFF01' && character <= '\uFF5E') {
            return (char) (character - 0xFEE0);
        }
        return character == '\u3000' || character == '\u00A0' ? ' ' : character;
    }

    private static char lower(char character) {
        return character == '\u0130' ? 'i' : Character.toLowerCase(character);
    }

    /** The dictionary takes a moment to load at first use, so text without Chinese never touches it. */
    private static String simplify(String text) {
        return hasHan(text) ? HanLP.convertToSimplifiedChinese(text) : text;
    }
}
