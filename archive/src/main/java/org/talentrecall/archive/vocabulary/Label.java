package org.talentrecall.archive.vocabulary;

import java.util.LinkedHashSet;
import java.util.Set;
import org.talentrecall.archive.text.TextFolding;

/**
 * A word for a term, and where in a text it counts as said.
 *
 * @param written as the table has it, without the mark
 * @param careful true for words that mean other things too (Go, R): they count only with these very capitals and
 *     standing alone in a list or beside a word such as 语言 or developer, or between the separators of a list
 */
record Label(Term term, String written, boolean careful) {
    private static final char CAREFUL = '!';
    private static final Set<String> BESIDE_LATIN =
            Set.of("language", "programming", "developer", "engineer", "and", "or");
    private static final String BESIDE_HAN = "语言开发编程工程程序后端和或与及、等服务技术全家桶框架系列原生等熟练精通";

    static Label of(Term term, String written) {
        return new Label(term, plain(written), written.charAt(0) == CAREFUL);
    }

    static String plain(String written) {
        return written.charAt(0) == CAREFUL ? written.substring(1) : written;
    }

    /** The folded forms to look for: with, without and hyphened blank. */
    Set<String> variants() {
        return variants(written);
    }

    static Set<String> variants(String written) {
        String folded = TextFolding.fold(written);
        Set<String> variants = new LinkedHashSet<>(Set.of(folded));
        boolean latin = !TextFolding.hasHan(folded);
        if (latin && (folded.contains(" ") || folded.contains("-"))) {
            String spaced = folded.replace('-', ' ');
            variants.add(spaced);
            variants.add(spaced.replace(' ', '-'));
            String joined = spaced.replace(" ", "");
            if (joined.length() >= 5) {
                variants.add(joined);
            }
        }
        return variants;
    }

    /** Whether the characters at this place are the word, not a part of another. */
    boolean fits(CharSequence text, String folded, int begin, int end) {
        if (isLatin(folded.charAt(begin)) && begin > 0 && isLatin(folded.charAt(begin - 1))) {
            return false;
        }
        if (isLatin(folded.charAt(end - 1)) && end < folded.length() && !endsWord(folded, begin, end)) {
            return false;
        }
        return !careful || standsAlone(text, folded, begin, end);
    }

    /** A version may follow ("Java8", "Python 3"), a letter not; {@code C} of {@code C++} is another word. */
    private static boolean endsWord(String folded, int begin, int end) {
        int at = end;
        char next = folded.charAt(at);
        if ((next == '+' || next == '#') && end - begin <= 2) {
            return false;
        }
        if (end - begin >= 3 && Character.isLetter(folded.charAt(end - 1))) {
            while (at < folded.length() && Character.isDigit(folded.charAt(at))) {
                at++;
            }
        }
        return at == folded.length() || !isLatin(folded.charAt(at));
    }

    private boolean standsAlone(CharSequence text, String folded, int begin, int end) {
        boolean written = this.written.contentEquals(text.subSequence(begin, end)) || isListed(folded, begin, end);
        return written && freeBefore(folded, begin) && freeAfter(folded, end);
    }

    /** In a list of tools people do not mind capitals; the shorter the word, the surer the separator has to be. */
    private static boolean isListed(String folded, int begin, int end) {
        String separators = end - begin >= 4 ? "、,/;|" : "、/";
        return begin > 0 && separators.indexOf(folded.charAt(begin - 1)) >= 0
                || end < folded.length() && separators.indexOf(folded.charAt(end)) >= 0;
    }

    private static boolean freeBefore(String folded, int begin) {
        if (begin == 0) {
            return true;
        }
        char before = folded.charAt(begin - 1);
        if (before != ' ') {
            return "&-_.'$@".indexOf(before) < 0;
        }
        int start = folded.lastIndexOf(' ', begin - 2) + 1;
        String word = folded.substring(start, begin - 1);
        return word.isEmpty() || !isLatin(word.charAt(word.length() - 1)) || BESIDE_LATIN.contains(word);
    }

    private static boolean freeAfter(String folded, int end) {
        if (end == folded.length()) {
            return true;
        }
        char after = folded.charAt(end);
        if (TextFolding.isHan(after)) {
            return BESIDE_HAN.indexOf(after) >= 0;
        }
        if (after != ' ') {
            return "&-_.'".indexOf(after) < 0
                    || after == '.' && (end + 1 == folded.length() || folded.charAt(end + 1) == ' ');
        }
        int stop = folded.indexOf(' ', end + 1);
        String word = folded.substring(end + 1, stop < 0 ? folded.length() : stop);
        return word.isEmpty()
                || !Character.isLetter(word.charAt(0))
                || TextFolding.isHan(word.charAt(0))
                || BESIDE_LATIN.contains(word.replaceAll("[^a-z]", ""));
    }

    private static boolean isLatin(char character) {
        return character >= 'a' && character <= 'z' || character >= '0' && character <= '9';
    }
}
