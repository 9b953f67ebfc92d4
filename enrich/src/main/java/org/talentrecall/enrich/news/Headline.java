package org.talentrecall.enrich.news;

import java.util.Optional;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.TextFolding;

/** Reads a headline. Rules only: what no rule fits says nothing. Safe for use by several threads. */
public final class Headline {
    private static final Pattern TAG =
            Pattern.compile("^(?:\\s*(?:【[^】]{0,20}】|\\[[^\\]]{0,20}\\]|(?:快讯|独家|人事|人事变动|人事动态|最新)\\s*[:：丨|]))+");
    private static final Pattern SEVERAL_ZH =
            Pattern.compile("^\\p{IsHan}{2,4}(?:[、和与及]|以及)\\p{IsHan}{2,4}(?:等\\d*人)?(?:分别|同时|双双|均|将|已)*(?:"
                    + ChineseHeadline.VERBS + ").*");
    private static final String LATIN_NAME = "\\p{Lu}[\\p{L}'’.-]+(?: \\p{Lu}[\\p{L}'’.-]+){1,3}";
    private static final Pattern SEVERAL_EN = Pattern.compile("^" + LATIN_NAME + "(?:, " + LATIN_NAME
            + ")*,? (?:and|&) " + LATIN_NAME + " (?i:" + EnglishHeadline.VERBS + ")\\b.*");

    private Headline() {}

    /** The career step that the headline tells of one person, or empty. */
    public static Optional<CareerNews> read(String headline) {
        String line = tidy(headline);
        if (tellsOfSeveral(line)) {
            return Optional.empty();
        }
        return TextFolding.hasHan(line)
                ? ChineseHeadline.read(line).or(() -> EnglishHeadline.read(line))
                : EnglishHeadline.read(line);
    }

    /** True when the headline tells a career step of more than one person, so that its words cannot be given to one. */
    public static boolean tellsOfSeveral(String headline) {
        String line = tidy(headline);
        return SEVERAL_ZH.matcher(line).matches() || SEVERAL_EN.matcher(line).matches();
    }

    private static String tidy(String headline) {
        String plain = headline.replaceAll("[\\s\\p{Z}]+", " ").strip();
        return TAG.matcher(plain).replaceFirst("").strip();
    }
}
