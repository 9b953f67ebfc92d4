package org.talentrecall.ingest.spreadsheet.file.format;

import java.math.BigDecimal;
import java.util.List;
import org.talentrecall.ingest.spreadsheet.file.format.FormatToken.Kind;

/** Shows a number as a whole and a fraction ({@code # ??/??}), or as a fraction alone ({@code ??/??}). */
final class FractionDigits {
    private static final int MOST_DIGITS = 7;

    private FractionDigits() {}

    static String shown(List<FormatToken> tokens, int slash, BigDecimal number) {
        int numeratorEnd = slash - 1;
        while (!tokens.get(numeratorEnd).is(Kind.DIGIT)) {
            numeratorEnd--;
        }
        int numeratorStart = numeratorEnd;
        while (numeratorStart > 0 && tokens.get(numeratorStart - 1).is(Kind.DIGIT)) {
            numeratorStart--;
        }
        boolean mixed = tokens.subList(0, numeratorStart).stream().anyMatch(token -> token.is(Kind.DIGIT));
        int denominatorStart = slash + 1;
        while (denominatorStart < tokens.size() - 1
                && tokens.get(denominatorStart).text().isBlank()) {
            denominatorStart++;
        }
        int end = denominatorStart;
        StringBuilder fixed = new StringBuilder();
        while (end < tokens.size() && (tokens.get(end).is(Kind.DIGIT) || isDigit(tokens.get(end)))) {
            fixed.append(tokens.get(end).text());
            end++;
        }
        int places = end - denominatorStart;
        boolean given = fixed.chars().anyMatch(c -> c >= '1' && c <= '9');
        double value = number.doubleValue();
        long whole = mixed ? (long) Math.floor(value) : 0;
        long[] fraction = given ? over(value - whole, fixed.toString()) : nearest(value - whole, places);
        if (mixed && fraction[0] == fraction[1]) {
            whole++;
            fraction = new long[] {0, fraction[1]};
        }
        StringBuilder shown = new StringBuilder();
        boolean blank = mixed && fraction[0] == 0;
        String wholeDigits = whole == 0 && !blank ? "" : String.valueOf(whole);
        shown.append(NumberDigits.whole(tokens.subList(0, numeratorStart), wholeDigits, false));
        if (blank) {
            int width = (numeratorEnd - numeratorStart + 1) + (denominatorStart - numeratorEnd - 1) + places;
            shown.append(" ".repeat(width));
        } else {
            shown.append(NumberDigits.whole(tokens.subList(numeratorStart, slash), String.valueOf(fraction[0]), false));
            shown.append('/');
            String digits = String.valueOf(fraction[1]);
            shown.append(digits).append(given ? "" : " ".repeat(padding(tokens, denominatorStart, end, digits)));
        }
        tokens.subList(end, tokens.size()).forEach(token -> shown.append(token.text()));
        return shown.toString();
    }

    private static int padding(List<FormatToken> tokens, int start, int end, String digits) {
        long blanks = tokens.subList(start, end).stream()
                .filter(token -> token.text().equals("?"))
                .count();
        return (int) Math.max(0, Math.min(blanks, end - start - digits.length()));
    }

    private static boolean isDigit(FormatToken token) {
        return token.text().length() == 1 && Character.isDigit(token.text().charAt(0));
    }

    private static long[] over(double value, String denominator) {
        long bottom = Long.parseLong(
                denominator.replace('#', '0').replace('?', '0').substring(0, Math.min(9, denominator.length())));
        return new long[] {Math.round(value * bottom), bottom};
    }

    /** The best fraction whose denominator has no more digits, by continued fractions. */
    private static long[] nearest(double value, int places) {
        long most = (long) Math.pow(10, Math.min(MOST_DIGITS, places)) - 1;
        long p0 = 0;
        long q0 = 1;
        long p1 = 1;
        long q1 = 0;
        double rest = value;
        while (q1 < most) {
            long a = (long) Math.floor(rest);
            long p2 = a * p1 + p0;
            long q2 = a * q1 + q0;
            if (q2 > most) {
                break;
            }
            p0 = p1;
            q0 = q1;
            p1 = p2;
            q1 = q2;
            double left = rest - a;
            if (left < 1e-9 || Math.abs(value - (double) p1 / q1) < 5e-11) {
                break;
            }
            rest = 1 / left;
        }
        return q1 == 0 ? new long[] {Math.round(value), 1} : new long[] {p1, q1};
    }
}
