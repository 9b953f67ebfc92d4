package org.talentrecall.archive.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mail addresses as people write them, normalised to lower case. Safe for use by several threads. */
public final class MailAddresses {
    private static final String LOCAL =
            "[A-Za-z0-9](?:[A-Za-z0-9._%+'-]{0,62}[A-Za-z0-9_+-])?|[A-Za-z0-9_][A-Za-z0-9._%+'-]{0,63}";
    private static final String AT = "(?:@|\\s?[(\\[{]\\s?(?:at|@)\\s?[)\\]}]\\s?)";
    private static final String DOT = "(?:\\.|\\s?[(\\[{]\\s?dot\\s?[)\\]}]\\s?)";
    private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
    private static final Pattern ADDRESS = Pattern.compile(
            "(?<![A-Za-z0-9._%+'-])(" + LOCAL + ")" + AT + "(" + LABEL + "(?:" + DOT + LABEL + ")*" + DOT
                    + "[A-Za-z]{2,24})(?![A-Za-z0-9-])",
            Pattern.CASE_INSENSITIVE);
    /** PDF text and hasty hands leave a blank beside the sign; only believed right after a word for mail. */
    private static final Pattern SPACED = Pattern.compile(
            "(?:e-?mail|mail|邮箱|邮件|电邮|郵箱)(?:地址)?\\s{0,2}:?\\s{0,2}(" + LOCAL + ")\\s?@\\s?(" + LABEL + "(?:\\." + LABEL
                    + ")*\\.[A-Za-z]{2,24})(?![A-Za-z0-9-])",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_PLAIN = 64;
    private static final int LONGEST_TOP_LEVEL = 24;

    private static final Pattern DOT_WORD =
            Pattern.compile("\\s?[(\\[{]\\s?dot\\s?[)\\]}]\\s?", Pattern.CASE_INSENSITIVE);
    /** "…@example.com.Please": the next sentence ran into the address. */
    private static final Pattern NEXT_SENTENCE = Pattern.compile("(.*\\.(?:com|cn|net|org|edu))\\.[A-Z][a-z]+");

    private MailAddresses() {}

    /** The address alone in lower case; the first one when the text holds several. */
    public static Optional<String> normalise(String written) {
        return findAll(written).stream().findFirst().map(Found::value);
    }

    /** True for one address in its plainest form and nothing else: in lower case it is its own normal form. */
    public static boolean isPlain(String text) {
        int sign = text.indexOf('@');
        int dot = text.lastIndexOf('.');
        int end = text.length();
        if (end > LONGEST_PLAIN || sign < 1 || dot <= sign + 1 || dot < end - 1 - LONGEST_TOP_LEVEL || dot > end - 3) {
            return false;
        }
        boolean joins = true;
        for (int i = 0; i < end; i++) {
            char character = text.charAt(i);
            boolean letter = character >= 'a' && character <= 'z' || i < sign && character >= 'A' && character <= 'Z';
            boolean digit = character >= '0' && character <= '9' && i < dot;
            boolean join = i == sign || character == '.' || character == '-' && i < dot || character == '_' && i < sign;
            if (!letter && !digit && !join || join && joins) {
                return false;
            }
            joins = join;
        }
        return true;
    }

    /** Every address in the text, in order. */
    public static List<Found> findAll(CharSequence text) {
        String plain = sameLength(text);
        List<Found> found = new ArrayList<>();
        for (Windows.Window window : Windows.around(plain, at -> isSign(plain, at), 80, 200)) {
            collect(ADDRESS.matcher(plain).region(window.start(), window.end()), text, found);
            collect(SPACED.matcher(plain).region(window.start(), window.end()), text, found);
        }
        found.sort((a, b) -> Integer.compare(a.start(), b.start()));
        return List.copyOf(found);
    }

    private static boolean isSign(String text, int at) {
        char character = text.charAt(at);
        return character == '@' || "([{".indexOf(character) >= 0 && text.regionMatches(true, at + 1, "at", 0, 2);
    }

    private static void collect(Matcher matcher, CharSequence text, List<Found> found) {
        matcher.useTransparentBounds(true);
        while (matcher.find()) {
            String local = matcher.group(1);
            String domain = matcher.group(2);
            int end = matcher.end(2);
            Matcher runOn = NEXT_SENTENCE.matcher(domain);
            if (runOn.matches()) {
                domain = runOn.group(1);
                end = matcher.start(2) + domain.length();
            }
            domain = DOT_WORD.matcher(domain).replaceAll(".");
            int start = matcher.start(1);
            int stop = end;
            boolean taken = found.stream().anyMatch(other -> other.start() < stop && start < other.end());
            if (!taken && !local.contains("..") && !local.endsWith(".")) {
                String value = (local + "@" + domain).toLowerCase(Locale.ROOT);
                found.add(new Found(value, text.subSequence(start, end).toString(), start, end));
            }
        }
    }

    private static String sameLength(CharSequence text) {
        return TextFolding.halfWidth(text).replace('。', '.').replace('【', '[').replace('】', ']');
    }
}
