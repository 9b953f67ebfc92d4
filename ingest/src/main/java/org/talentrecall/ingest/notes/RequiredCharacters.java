package org.talentrecall.ingest.notes;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Characters of which every match of a regular expression has at least one, so that a text without any of them need not be
 * searched. Of parts that must all be there the one with the fewest is taken, of alternatives the union. Understands
 * literals, classes, groups, quantifiers and lookarounds of {@link java.util.regex.Pattern}; what it does not understand
 * requires nothing, which is always true.
 */
final class RequiredCharacters {
    private static final int WIDEST_RANGE = 64;

    private final String expression;
    private int at;

    private RequiredCharacters(String expression) {
        this.expression = expression;
    }

    /** In lower case; empty when nothing is required or this cannot be told. */
    static Optional<Set<Character>> of(String expression) {
        RequiredCharacters walk = new RequiredCharacters(expression);
        Set<Character> required = walk.alternatives();
        return walk.at < expression.length() ? Optional.empty() : Optional.ofNullable(required);
    }

    /** Up to the closing parenthesis or the end. */
    private @Nullable Set<Character> alternatives() {
        Set<Character> all = new TreeSet<>();
        boolean any = false;
        do {
            Set<Character> one = sequence();
            any |= one == null;
            if (one != null) {
                all.addAll(one);
            }
        } while (take('|'));
        return any ? null : all;
    }

    private @Nullable Set<Character> sequence() {
        Set<Character> best = null;
        while (at < expression.length() && peek() != '|' && peek() != ')') {
            Set<Character> part = part();
            boolean optional = quantifiedByZero();
            if (part != null && !optional && (best == null || part.size() < best.size())) {
                best = part;
            }
        }
        return best;
    }

    private @Nullable Set<Character> part() {
        char c = expression.charAt(at++);
        return switch (c) {
            case '(' -> group();
            case '[' -> characterClass();
            case '\\' -> escape();
            case '.', '^', '$' -> null;
            default -> Set.of(Character.toLowerCase(c));
        };
    }

    private @Nullable Set<Character> group() {
        boolean consuming = true;
        if (take('?')) {
            if (take('<')) {
                consuming = peek() != '=' && peek() != '!';
                at = consuming ? expression.indexOf('>', at) + 1 : at + 1;
            } else {
                consuming = peek() == ':';
                at++;
            }
        }
        Set<Character> inside = alternatives();
        if (!take(')')) {
            throw new IllegalArgumentException("A group is not closed in " + expression);
        }
        return consuming ? inside : null;
    }

    private @Nullable Set<Character> characterClass() {
        if (peek() == '^') {
            skipClass();
            return null;
        }
        Set<Character> all = new TreeSet<>();
        boolean any = false;
        char last = 0;
        while (!take(']')) {
            char c = expression.charAt(at++);
            if (c == '-' && last != 0 && peek() != ']') {
                any |= !range(all, last, expression.charAt(at++));
            } else if (c == '\\') {
                Set<Character> escaped = escape();
                any |= escaped == null;
                all.addAll(escaped == null ? Set.of() : escaped);
            } else if (c == '[' || c == '&') {
                throw new IllegalArgumentException("A class within a class is not understood in " + expression);
            } else {
                all.add(Character.toLowerCase(c));
            }
            last = c;
        }
        return any ? null : all;
    }

    private static boolean range(Set<Character> all, char from, char to) {
        if (to - from > WIDEST_RANGE) {
            return false;
        }
        for (char c = from; c <= to; c++) {
            all.add(Character.toLowerCase(c));
        }
        return true;
    }

    private void skipClass() {
        while (!take(']')) {
            at += peek() == '\\' ? 2 : 1;
        }
    }

    /** Behind a backslash: a sign for itself, or a kind of characters, of which nothing is told. */
    private @Nullable Set<Character> escape() {
        char c = expression.charAt(at++);
        return Character.isLetterOrDigit(c) ? null : Set.of(c);
    }

    /** Passes over a quantifier; true when it allows for none. */
    private boolean quantifiedByZero() {
        boolean none = false;
        if (take('?') || take('*')) {
            none = true;
        } else if (peek() == '{') {
            none = expression.charAt(at + 1) == '0';
            at = expression.indexOf('}', at) + 1;
        } else if (!take('+')) {
            return false;
        }
        if (!take('?')) {
            take('+');
        }
        return none;
    }

    private char peek() {
        return at < expression.length() ? expression.charAt(at) : 0;
    }

    private boolean take(char c) {
        if (peek() != c || at >= expression.length()) {
            return false;
        }
        at++;
        return true;
    }
}
