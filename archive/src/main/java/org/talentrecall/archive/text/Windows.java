package org.talentrecall.archive.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Stretches of a text that are worth a closer look. Patterns with many alternatives are slow over pages of prose, and a
 * plain scan tells where they cannot match.
 */
final class Windows {
    /** A stretch from start to before end. */
    record Window(int start, int end) {}

    private Windows() {}

    /** Stretches that reach so far before and after each sign; those that touch become one. */
    static List<Window> around(String text, IntPredicate isSign, int before, int after) {
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            if (isSign.test(i)) {
                add(windows, Math.max(0, i - before), Math.min(text.length(), i + after));
            }
        }
        return windows;
    }

    /** Stretches around runs of digits and the signs between them that hold so many digits. */
    static List<Window> aroundDigits(String text, int digits, int before, int after) {
        List<Window> windows = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int start = at;
            int seen = 0;
            while (at < text.length() && !Character.isLetter(text.charAt(at))) {
                seen += isDigit(text.charAt(at)) ? 1 : 0;
                at++;
            }
            if (seen >= digits) {
                add(windows, Math.max(0, start - before), Math.min(text.length(), at + after));
            }
            at = Math.max(at, start + 1);
        }
        return windows;
    }

    /** Runs of visible ASCII characters that hold one of some words in lower case. */
    static List<Window> asciiRuns(String text, List<String> words) {
        List<Window> windows = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int start = at;
            while (at < text.length() && text.charAt(at) > ' ' && text.charAt(at) < 127) {
                at++;
            }
            if (at - start >= 5) {
                String run = text.substring(start, at).toLowerCase(Locale.ROOT);
                if (words.stream().anyMatch(run::contains)) {
                    windows.add(new Window(start, at));
                }
            }
            at = Math.max(at, start + 1);
        }
        return windows;
    }

    private static void add(List<Window> windows, int start, int end) {
        Window last = windows.isEmpty() ? null : windows.get(windows.size() - 1);
        if (last != null && last.end() >= start) {
            windows.set(windows.size() - 1, new Window(last.start(), Math.max(last.end(), end)));
        } else {
            windows.add(new Window(start, end));
        }
    }

    private static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }
}
