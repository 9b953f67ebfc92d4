package org.talentrecall.ingest.resume;

import java.util.List;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.ingest.document.DocumentText;

/**
 * One line that carries something.
 *
 * @param page from 1
 * @param number from 1 within the page
 * @param text cleaned, with tabs between cells
 * @param folded the same characters in lower case, half width and simplified; every place is that of the text
 */
record Line(int page, int number, String text, String folded) {
    /** Longer lines are cut: no resume has them, and broken files do. */
    private static final int LONGEST = 3_000;

    /** A resume is a few thousand characters on some hundred lines; what follows after so many is no part of one. */
    static final int MOST_LINES = 2_000;

    private static final int MOST_CHARACTERS = 100_000;

    private static final GatedPattern INVISIBLE =
            GatedPattern.compile("[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u200b-\\u200f\\u2060\\ufeff\\ufffd]");
    private static final GatedPattern BLANK =
            GatedPattern.compile("[\\u00a0\\u2000-\\u200a\\u202f\\u3000\\r\\ue000-\\uf8ff]");
    private static final GatedPattern NOISE = GatedPattern.compile("(?:申请验证|邀请评价|</?[a-z]+>|&[A-Za-z]{2,8};)");
    /** Marks of Markdown and of drawn boxes that carry nothing. */
    private static final GatedPattern MARKS = GatedPattern.compile(
            "^#{1,6}\\s+|^\\*\\*|\\*\\*$|^[-*+]\\s+(?=\\*\\*)|[★☆✩✭⭐●○]{3,}|[┌┐└┘├┤─━]+|^[\\s│┃║▏]+|[\\s│┃║▏]+$");
    /** Lines drawn between cells part them as tabs do. */
    private static final GatedPattern DRAWN = GatedPattern.compile("\\s*[│┃║]\\s*");

    private static final GatedPattern BOLD = GatedPattern.compile("\\*\\*([^*\\s][^*]{0,60})\\*\\*");

    private static final GatedPattern EMPHASIS = GatedPattern.compile("(?<![*\\w])\\*([^*\\s][^*]{0,40})\\*(?![*\\w])");
    private static final GatedPattern REPUBLIC = GatedPattern.compile("(?:中華|中华)?民[國国]\\s?([1-9]\\d{1,2})\\s?年");

    private static final int YEAR_BEFORE_REPUBLIC = 1911;
    private static final Pattern GAPS = Pattern.compile("[\\s\\u3000]{2}");
    /** Where no gap is wider, one wide blank between words parts them as two narrow ones do; a spread word stays whole. */
    private static final Pattern WIDE_GAP = Pattern.compile("(?<=\\S{2})\\u3000(?=\\S{2})");

    private static final Pattern RULE = Pattern.compile("[-_=*~·.\\s]{4,}");

    static Line of(int page, int number, String written) {
        String visible = INVISIBLE.matcher(written).replaceAll("");
        if (visible.indexOf('\u3000') >= 0 && !GAPS.matcher(visible.strip()).find()) {
            visible = WIDE_GAP.matcher(visible).replaceAll("  ");
        }
        String text = NOISE.matcher(BLANK.matcher(visible).replaceAll(" "))
                .replaceAll(" ")
                .strip();
        if (text.indexOf('*') >= 0) {
            text = BOLD.matcher(text).replaceAll(" $1 ").strip();
            text = EMPHASIS.matcher(text).replaceAll(" $1 ").strip();
        }
        text = DRAWN.matcher(MARKS.matcher(text).replaceAll(" ").strip()).replaceAll("\t");
        text = commonEra(text);
        return new Line(page, number, text, foldKeepingTabs(text));
    }

    /** Years of the republic, as Taiwan counts them, in those that dates are read in: 民國103年 is 2014. */
    private static String commonEra(String text) {
        return REPUBLIC.matcher(text)
                .replaceAll(match -> String.valueOf(Integer.parseInt(match.group(1)) + YEAR_BEFORE_REPUBLIC) + "年");
    }

    /** Folding turns every blank into a space, but cells are told by their tabs. */
    private static String foldKeepingTabs(String text) {
        StringBuilder folded = new StringBuilder(TextFolding.foldInPlace(text));
        for (int i = text.indexOf('\t'); i >= 0; i = text.indexOf('\t', i + 1)) {
            folded.setCharAt(i, '\t');
        }
        return folded.toString();
    }

    /**
     * The lines of a document that carry something, in order.
     *
     * @param into takes them
     * @return whether that is all; false when there is more text than a resume has, of which the rest was left out
     */
    static boolean all(DocumentText document, List<Line> into) {
        int page = 0;
        int linesLeft = MOST_LINES;
        int left = MOST_CHARACTERS;
        boolean whole = true;
        for (String text : document.pages()) {
            page++;
            int number = 0;
            int from = 0;
            while (from <= text.length()) {
                if (left <= 0 || linesLeft <= 0) {
                    return false;
                }
                number++;
                linesLeft--;
                int end = text.indexOf('\n', from);
                int to = end < 0 ? text.length() : end;
                Line line = of(page, number, text.substring(from, Math.min(to, from + LONGEST)));
                whole &= to - from <= LONGEST;
                from = to + 1;
                left -= line.length() + 1;
                if (!line.text().isEmpty() && !RULE.matcher(line.text()).matches()) {
                    into.add(line);
                }
            }
        }
        return whole;
    }

    /** A part of this line as a line of its own, at the same place. */
    Line part(int start, int end) {
        int from = start;
        int to = Math.max(start, end);
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return new Line(page, number, text.substring(from, to), folded.substring(from, to));
    }

    int length() {
        return text.length();
    }

    /** Without blanks. */
    String compact() {
        return folded.replaceAll("\\s+", "");
    }
}
