package org.talentrecall.scoring.outreach;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.TextFolding;

/** Fits words from workbooks and notes into a letter of one language. */
final class Wording {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");
    private static final Pattern BRACKETED = Pattern.compile("\\s*\\(([^()]*)\\)");
    private static final Pattern BETWEEN = Pattern.compile("(?<=\\p{IsHan}|[”）])\\s*([,;:!?])\\s*");
    private static final String HALF_WIDTH = ",;:!?";
    private static final String FULL_WIDTH = "，；：！？";

    private Wording() {}

    /** Whether the words can stand in such a letter: an English one has no place for Chinese. */
    static boolean suits(String words, Locale language) {
        return chinese(language) || words.codePoints().noneMatch(TextFolding::isHan);
    }

    /** In a Chinese letter with the punctuation of Chinese; an English title stays as it is. */
    static String of(String words, Locale language) {
        if (!chinese(language) || words.codePoints().noneMatch(TextFolding::isHan)) {
            return words;
        }
        String quoted = QUOTED.matcher(words).replaceAll("“$1”");
        String bracketed = BRACKETED.matcher(quoted).replaceAll("（$1）");
        return BETWEEN.matcher(bracketed)
                .replaceAll(found -> Matcher.quoteReplacement(
                        FULL_WIDTH.substring(HALF_WIDTH.indexOf(found.group(1))).substring(0, 1)));
    }

    private static boolean chinese(Locale language) {
        return language.getLanguage().equals("zh");
    }
}
