package org.talentrecall.ingest.spreadsheet.file.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.spreadsheet.file.format.FormatToken.Kind;

/**
 * One of the sections, parted by semicolons, of a number format.
 *
 * @param condition when the section counts; null for the usual order of positive, negative, zero
 * @param chinese whether names of months and days are Chinese, by a locale in brackets
 * @param numerals the kind of Chinese numerals from {@code [DBNum1]} to {@code [DBNum3]}; 0 for plain digits
 */
record FormatSection(List<FormatToken> tokens, @Nullable Condition condition, boolean chinese, int numerals) {
    private static final Pattern CONDITION = Pattern.compile("(<=|>=|<>|<|>|=)\\s*([-+]?[0-9.]+(?:[Ee][-+]?[0-9]+)?)");
    private static final Pattern ELAPSED = Pattern.compile("[Hh]+|[Mm]+|[Ss]+");
    private static final Pattern NUMERALS = Pattern.compile("(?i)dbnum([1-3])");
    private static final String DATE_LETTERS = "yYmMdDhHsSeEgGbBaA";

    FormatSection {
        tokens = List.copyOf(tokens);
    }

    /** Compares the number with a bound. */
    record Condition(String operator, double bound) {
        boolean holds(double number) {
            return switch (operator) {
                case "<" -> number < bound;
                case "<=" -> number <= bound;
                case ">" -> number > bound;
                case ">=" -> number >= bound;
                case "=" -> number == bound;
                default -> number != bound;
            };
        }
    }

    boolean has(Kind kind) {
        return tokens.stream().anyMatch(token -> token.is(kind));
    }

    boolean isDate() {
        return has(Kind.DATE);
    }

    static FormatSection parse(String pattern) {
        return new Parser(pattern).parse();
    }

    /** Reads a section from left to right. */
    private static final class Parser {
        private final String pattern;
        private final List<FormatToken> tokens = new ArrayList<>();
        private @Nullable Condition condition;
        private boolean chinese;
        private int numerals;
        private int at;

        Parser(String pattern) {
            this.pattern = pattern;
        }

        FormatSection parse() {
            while (at < pattern.length()) {
                take();
            }
            return new FormatSection(tokens, condition, chinese, numerals);
        }

        private void take() {
            char c = pattern.charAt(at);
            String rest = pattern.substring(at).toLowerCase(Locale.ROOT);
            if (c == '"') {
                int end = pattern.indexOf('"', at + 1);
                add(Kind.LITERAL, pattern.substring(at + 1, end < 0 ? pattern.length() : end));
                at = end < 0 ? pattern.length() : end + 1;
            } else if (c == '\\' || c == '!') {
                add(Kind.LITERAL, at + 1 < pattern.length() ? pattern.substring(at + 1, at + 2) : "");
                at += 2;
            } else if (c == '_') {
                add(Kind.LITERAL, " ");
                at += 2;
            } else if (c == '*') {
                at += 2;
            } else if (c == '[') {
                bracket();
            } else if (rest.startsWith("general")) {
                one(Kind.GENERAL, "general".length());
            } else if (rest.startsWith("am/pm") || rest.startsWith("上午/下午")) {
                one(Kind.DATE, 5);
                chinese |= c == '上';
            } else if (rest.startsWith("a/p")) {
                one(Kind.DATE, 3);
            } else if ((c == 'E' || c == 'e') && isExponent()) {
                one(Kind.EXPONENT, 2);
            } else if (DATE_LETTERS.indexOf(c) >= 0) {
                letters(c);
            } else {
                sign(c);
            }
        }

        private boolean isExponent() {
            boolean signed = at + 1 < pattern.length() && "+-".indexOf(pattern.charAt(at + 1)) >= 0;
            return signed && tokens.stream().anyMatch(token -> token.is(Kind.DIGIT));
        }

        private void letters(char c) {
            int end = at;
            while (end < pattern.length() && Character.toLowerCase(pattern.charAt(end)) == Character.toLowerCase(c)) {
                end++;
            }
            String run = pattern.substring(at, end).toLowerCase(Locale.ROOT);
            if (run.startsWith("a") && run.length() < 3) {
                add(Kind.LITERAL, run);
                at = end;
                return;
            }
            chinese |= run.startsWith("a");
            one(Kind.DATE, end - at);
        }

        private void sign(char c) {
            switch (c) {
                case '0', '#', '?' -> one(Kind.DIGIT, 1);
                case '.' -> one(Kind.POINT, 1);
                case ',' -> one(Kind.COMMA, 1);
                case '%' -> one(Kind.PERCENT, 1);
                case '/' -> one(Kind.SLASH, 1);
                case '@' -> one(Kind.TEXT, 1);
                default -> one(Kind.LITERAL, 1);
            }
        }

        /** Colours, conditions, elapsed time, currencies and locales. */
        private void bracket() {
            int end = pattern.indexOf(']', at);
            String inside = pattern.substring(at + 1, end < 0 ? pattern.length() : end);
            at = end < 0 ? pattern.length() : end + 1;
            Matcher compares = CONDITION.matcher(inside);
            Matcher digits = NUMERALS.matcher(inside);
            if (inside.startsWith("$")) {
                int dash = inside.indexOf('-', 1);
                add(Kind.LITERAL, inside.substring(1, dash < 0 ? inside.length() : dash));
                chinese |= dash >= 0 && inside.substring(dash + 1).matches("(?i)[0-9a-f]*[08]04|zh.*");
            } else if (compares.matches()) {
                condition = condition(compares);
            } else if (digits.matches()) {
                numerals = Integer.parseInt(digits.group(1));
            } else if (ELAPSED.matcher(inside).matches()) {
                tokens.add(new FormatToken(Kind.DATE, "[" + inside.toLowerCase(Locale.ROOT) + "]"));
            }
        }

        private static @Nullable Condition condition(Matcher compares) {
            try {
                return new Condition(compares.group(1), Double.parseDouble(compares.group(2)));
            } catch (NumberFormatException noBound) {
                return null;
            }
        }

        private void one(Kind kind, int length) {
            String text = pattern.substring(at, at + length);
            tokens.add(new FormatToken(kind, kind == Kind.DATE ? text.toLowerCase(Locale.ROOT) : text));
            at += length;
        }

        private void add(Kind kind, String text) {
            tokens.add(new FormatToken(kind, text));
        }
    }
}
