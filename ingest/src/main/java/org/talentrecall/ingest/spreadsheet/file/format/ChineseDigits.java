package org.talentrecall.ingest.spreadsheet.file.format;

/** Numbers in Chinese numerals, by the kinds of {@code [DBNum1]} (一二三), {@code [DBNum2]} (壹贰叁), {@code [DBNum3]} (１２３). */
final class ChineseDigits {
    private static final String[] DIGITS = {"", "〇一二三四五六七八九", "零壹贰叁肆伍陆柒捌玖", "０１２３４５６７８９"};
    private static final String[] TENS = {"", "十", "拾", "十"};

    private ChineseDigits() {}

    /** Digit by digit: 二〇二五. */
    static String each(long number, int kind) {
        StringBuilder shown = new StringBuilder();
        String digits = String.valueOf(number);
        for (int i = 0; i < digits.length(); i++) {
            shown.append(DIGITS[kind].charAt(digits.charAt(i) - '0'));
        }
        return shown.toString();
    }

    /** As counted below a hundred: 二十五. */
    static String number(long number, int kind) {
        if (kind == 3 || number >= 100 || number < 10) {
            return each(number, kind);
        }
        long tens = number / 10;
        String head = tens == 1 && kind == 1 ? "" : each(tens, kind);
        return head + TENS[kind] + (number % 10 == 0 ? "" : each(number % 10, kind));
    }
}
