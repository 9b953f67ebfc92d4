package org.talentrecall.ingest.spreadsheet.file.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.talentrecall.ingest.spreadsheet.file.format.FormatToken.Kind;

/** Shows a number of zero or more by places for digits: decimals, thousands, percent, exponents, fractions. */
final class NumberDigits {
    private NumberDigits() {}

    static String shown(FormatSection section, BigDecimal number) {
        List<FormatToken> tokens = section.tokens();
        long percents = tokens.stream().filter(token -> token.is(Kind.PERCENT)).count();
        BigDecimal scaled = number.movePointRight((int) (2 * percents)).movePointLeft(3 * scalingCommas(tokens));
        if (section.has(Kind.EXPONENT)) {
            return withExponent(tokens, scaled);
        }
        if (section.has(Kind.SLASH) && slash(tokens) > 0) {
            return FractionDigits.shown(tokens, slash(tokens), scaled);
        }
        return decimal(tokens, scaled);
    }

    /** Index of the slash of a fraction: digits before it, a denominator behind it; -1 when there is none. */
    private static int slash(List<FormatToken> tokens) {
        for (int i = 1; i < tokens.size() - 1; i++) {
            if (tokens.get(i).is(Kind.SLASH) && before(tokens, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean before(List<FormatToken> tokens, int slash) {
        for (int i = slash - 1; i >= 0; i--) {
            if (tokens.get(i).is(Kind.DIGIT)) {
                return true;
            }
            if (!tokens.get(i).text().isBlank()) {
                return false;
            }
        }
        return false;
    }

    /** Commas right behind the last digit before the point each divide by a thousand. */
    private static int scalingCommas(List<FormatToken> tokens) {
        int count = 0;
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.get(i).is(Kind.COMMA)) {
                continue;
            }
            int end = i;
            while (end < tokens.size() && tokens.get(end).is(Kind.COMMA)) {
                end++;
            }
            boolean behind = i > 0 && tokens.get(i - 1).is(Kind.DIGIT);
            boolean digitsFollow = end < tokens.size() && tokens.get(end).is(Kind.DIGIT);
            if (behind && !digitsFollow) {
                count += end - i;
            }
            i = end;
        }
        return count;
    }

    private static boolean groups(List<FormatToken> tokens) {
        for (int i = 1; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).is(Kind.POINT)) {
                return false;
            }
            if (tokens.get(i).is(Kind.COMMA)
                    && tokens.get(i - 1).is(Kind.DIGIT)
                    && tokens.get(i + 1).is(Kind.DIGIT)) {
                return true;
            }
        }
        return false;
    }

    static String decimal(List<FormatToken> tokens, BigDecimal number) {
        int point = point(tokens);
        int places = 0;
        for (int i = point + 1; i < tokens.size(); i++) {
            places += tokens.get(i).is(Kind.DIGIT) ? 1 : 0;
        }
        BigDecimal rounded = number.setScale(places, RoundingMode.HALF_UP);
        String plain = rounded.toPlainString();
        int dot = plain.indexOf('.');
        String whole = dot < 0 ? plain : plain.substring(0, dot);
        String decimals = dot < 0 ? "" : plain.substring(dot + 1);
        String left = whole(tokens.subList(0, point), whole.equals("0") ? "" : whole, groups(tokens));
        return left + fraction(tokens.subList(point, tokens.size()), decimals);
    }

    private static int point(List<FormatToken> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(Kind.POINT)) {
                return i;
            }
        }
        return tokens.size();
    }

    /** Digits go to their places from the right; those left over stand before the first place. */
    static String whole(List<FormatToken> tokens, String digits, boolean grouped) {
        StringBuilder reversed = new StringBuilder();
        int next = digits.length() - 1;
        int shown = 0;
        int first = first(tokens);
        for (int i = tokens.size() - 1; i >= 0; i--) {
            FormatToken token = tokens.get(i);
            if (!token.is(Kind.DIGIT)) {
                reversed.append(token.is(Kind.COMMA) ? "" : new StringBuilder(token.text()).reverse());
                continue;
            }
            boolean more;
            do {
                char digit = next >= 0 ? digits.charAt(next--) : filler(token);
                if (digit != 0) {
                    if (grouped && shown > 0 && shown % 3 == 0) {
                        reversed.append(digit == ' ' ? ' ' : ',');
                    }
                    reversed.append(digit);
                    shown++;
                }
                more = i == first && next >= 0;
            } while (more);
        }
        return reversed.reverse().toString();
    }

    private static int first(List<FormatToken> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).is(Kind.DIGIT)) {
                return i;
            }
        }
        return -1;
    }

    /** What a place without a digit shows; 0 for nothing. */
    private static char filler(FormatToken place) {
        return switch (place.text().charAt(0)) {
            case '0' -> '0';
            case '?' -> ' ';
            default -> 0;
        };
    }

    private static String fraction(List<FormatToken> tokens, String decimals) {
        int significant = decimals.length();
        while (significant > 0 && decimals.charAt(significant - 1) == '0') {
            significant--;
        }
        StringBuilder shown = new StringBuilder();
        int place = 0;
        for (FormatToken token : tokens) {
            if (token.is(Kind.DIGIT)) {
                char digit = place < significant ? decimals.charAt(place) : filler(token);
                if (digit != 0) {
                    shown.append(digit);
                }
                place++;
            } else if (!token.is(Kind.COMMA)) {
                shown.append(token.text());
            }
        }
        return shown.toString();
    }

    private static String withExponent(List<FormatToken> tokens, BigDecimal number) {
        int mark = 0;
        while (!tokens.get(mark).is(Kind.EXPONENT)) {
            mark++;
        }
        List<FormatToken> mantissa = tokens.subList(0, mark);
        int point = point(mantissa);
        int wholes = (int) mantissa.subList(0, point).stream()
                .filter(token -> token.is(Kind.DIGIT))
                .count();
        int places = (int) mantissa.subList(point, mark).stream()
                .filter(token -> token.is(Kind.DIGIT))
                .count();
        int step = Math.max(1, wholes);
        int exponent = 0;
        BigDecimal shown = number;
        if (number.signum() != 0) {
            exponent = exponent(number, step, wholes);
            shown = number.movePointLeft(exponent).setScale(places, RoundingMode.HALF_UP);
            if (shown.precision() - shown.scale() > step) {
                exponent += step;
                shown = number.movePointLeft(exponent);
            }
        }
        String sign = exponent < 0 ? "-" : tokens.get(mark).text().endsWith("+") ? "+" : "";
        String digits = whole(tokens.subList(mark + 1, tokens.size()), String.valueOf(Math.abs(exponent)), false);
        return decimal(mantissa, shown) + "E" + sign + digits;
    }

    private static int exponent(BigDecimal number, int step, int wholes) {
        int exponent = number.precision() - number.scale() - 1;
        boolean several = wholes > 1;
        return several ? Math.floorDiv(exponent, step) * step : wholes == 0 ? exponent + 1 : exponent;
    }
}
