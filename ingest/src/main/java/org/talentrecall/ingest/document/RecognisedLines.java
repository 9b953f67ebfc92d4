package org.talentrecall.ingest.document;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts right what tesseract does to every Chinese page: blanks inside words, quotation marks and brackets for wide gaps. */
final class RecognisedLines {
    private static final String HAN = "[\\p{IsHan}，。、；：！？（）《》]";
    /** Some models part all characters; then a single blank parts no words. */
    private static final Pattern PARTED = Pattern.compile("(?<=" + HAN + ") (?=" + HAN + ")");
    /** A pair as people set it has no blank within. */
    private static final Pattern PAIR =
            Pattern.compile("“([^\\s“”](?:[^“”]*[^\\s“”])?)”|《([^\\s《》](?:[^《》]*[^\\s《》])?)》");

    private static final Pattern GAP = Pattern.compile("\\s*[“”《》]\\s*");

    private RecognisedLines() {}

    static String tidied(String page) {
        return page.lines().map(RecognisedLines::line).collect(Collectors.joining("\n"));
    }

    private static String line(String line) {
        StringBuilder tidy = new StringBuilder();
        Matcher pair = PAIR.matcher(line);
        int from = 0;
        while (pair.find()) {
            tidy.append(gapped(line.substring(from, pair.start()))).append(pair.group());
            from = pair.end();
        }
        String gaps = tidy.append(gapped(line.substring(from))).toString();
        return isParted(gaps) ? PARTED.matcher(gaps).replaceAll("") : gaps;
    }

    private static String gapped(String piece) {
        return GAP.matcher(piece).replaceAll("  ");
    }

    /** Whether hardly two Chinese characters stand side by side. */
    private static boolean isParted(String line) {
        long blanks = PARTED.matcher(line).results().count();
        long characters = line.codePoints().filter(Character::isIdeographic).count();
        return 3 * blanks > 2 * characters;
    }
}
