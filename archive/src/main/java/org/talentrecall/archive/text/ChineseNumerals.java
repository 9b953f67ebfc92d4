package org.talentrecall.archive.text;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Turns Chinese numerals before a unit into digits: 二〇二二年 becomes 2022年, 两周 2周, 二十五号 25号. */
public final class ChineseNumerals {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final Pattern BEFORE_TIME =
            Pattern.compile("(?<!周|星期|礼拜)[〇零○一二三四五六七八九十两]+(?=\\s?(?:年|个?月|日|号|天|周|个|星期|季度))"
                    + "|(?<=[一二三四五六七八九十\\d]月)[一二三四五六七八九十]{1,3}(?!\\p{IsHan})");
    private static final Pattern BEFORE_AMOUNT =
            Pattern.compile("[零一二三四五六七八九十百两]+(?=[万千])|(?<=万)[零一二三四五六七八九](?=左右|上下|以上|以下|起|元|块|每|税|$|\\P{IsHan})");

    private ChineseNumerals() {}

    /** Numerals before units of time, and days behind a month, as digits; safe for use by several threads. */
    public static String inDates(String text) {
        return BEFORE_TIME.matcher(text).replaceAll(ChineseNumerals::digits);
    }

    static String inAmounts(String text) {
        return BEFORE_AMOUNT.matcher(text).replaceAll(ChineseNumerals::digits);
    }

    private static String digits(MatchResult numeral) {
        String text = numeral.group().replace('〇', '零').replace('○', '零').replace('两', '二');
        boolean positional = text.indexOf('十') >= 0 || text.indexOf('百') >= 0;
        return positional ? Integer.toString(positional(text)) : digitwise(text);
    }

    private static String digitwise(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().forEach(character -> digits.append(DIGITS.indexOf(character)));
        return digits.toString();
    }

    private static int positional(String text) {
        int total = 0;
        int pending = -1;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '十' || character == '百') {
                total += (pending < 0 ? 1 : pending) * (character == '十' ? 10 : 100);
                pending = 0;
            } else {
                pending = DIGITS.indexOf(character);
            }
        }
        return total + Math.max(pending, 0);
    }
}
