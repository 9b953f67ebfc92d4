package org.talentrecall.ingest.notes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.TextFolding;

/**
 * A table of rules in a resource file: one rule a line with key, number and regular expression, parted by tabs; blank
 * lines and lines that begin with {@code #} are skipped; {@code NAME = expression} defines a word for later lines. Rules
 * read text from top to bottom, and no two rules read the same characters.
 */
final class RuleTable {
    /** The key of rules that only keep later rules from reading something. */
    static final String NOTHING = "-";

    private static final char FULL_WIDTH_FIRST = '\uff01';
    private static final char FULL_WIDTH_LAST = '\uff5e';
    /** Nobody gives a reason, an opinion or an answer at greater length; more would only cost time. */
    private static final char FIRST_HAN = '\u4e00';

    private static final String TRADITIONAL = "應徵職歷這為們來對時會個電話資請經國學業實務發開關處產標準與邀復覆試紹錄歡還簡轉寄薦選滿";
    private static final int LONGEST = 4_000;

    private static final Pattern DEFINITION = Pattern.compile("([A-Z]+) = (.+)");
    private static final Pattern DETAIL = Pattern.compile("\\(\\?<what>");

    private final List<Rule> rules;

    private RuleTable(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Reads a table that lies beside this class. A faulty table is a fault of the build and fails at once. */
    static RuleTable load(String resource) {
        Map<String, String> words = new HashMap<>();
        List<Rule> rules = new ArrayList<>();
        for (String line : lines(resource)) {
            Matcher definition = DEFINITION.matcher(line);
            if (definition.matches()) {
                words.put(definition.group(1), expand(definition.group(2), words));
            } else {
                String[] columns = line.split("\t", 3);
                String expression = expand(columns[2], words);
                rules.add(new Rule(
                        columns[0],
                        Double.parseDouble(columns[1]),
                        GatedPattern.compile(expression, Pattern.CASE_INSENSITIVE),
                        DETAIL.matcher(expression).find()));
            }
        }
        return new RuleTable(rules);
    }

    /** The lines of a resource beside this class that carry something. */
    static List<String> lines(String resource) {
        try (InputStream in = RuleTable.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The table " + resource + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The table " + resource + " cannot be read from the program", e);
        }
    }

    private static String expand(String expression, Map<String, String> words) {
        String expanded = expression;
        for (Map.Entry<String, String> word : words.entrySet()) {
            expanded = expanded.replace("{" + word.getKey() + "}", word.getValue());
        }
        return expanded;
    }

    /** The expressions of the rules, from top to bottom. */
    List<GatedPattern> expressions() {
        return rules.stream().map(Rule::pattern).toList();
    }

    /** What the rules read in the text, in its order, without what reads nothing. Offsets are those of the text. */
    List<Hit> read(String text) {
        String plain = simplified(halfWidth(text.length() <= LONGEST ? text : text.substring(0, LONGEST)));
        List<Hit> hits = new ArrayList<>();
        for (Rule rule : rules) {
            GatedPattern.Search matcher = rule.pattern().matcher(plain);
            while (matcher.find()) {
                int start = matcher.start();
                int end = matcher.end();
                if (end > start && hits.stream().noneMatch(hit -> hit.start() < end && start < hit.end())) {
                    hits.add(new Hit(
                            rule.key(), rule.number(), start, end, rule.detail() ? matcher.group("what") : null));
                }
            }
        }
        return hits.stream()
                .filter(hit -> !hit.key().equals(NOTHING))
                .sorted(Comparator.comparingInt(Hit::start))
                .toList();
    }

    /**
     * Half-width, lower-case and simplified, line ends where they were and the length the same: for telling what a text is,
     * not for what it says.
     */
    static String plain(String text) {
        return simplified(halfWidth(text)).toLowerCase(Locale.ROOT);
    }

    /** Simplified characters for traditional ones, one for one; everything else as it is. */
    static String simplified(String text) {
        if (!isTraditional(text)) {
            return text;
        }
        String folded = TextFolding.foldInPlace(text);
        StringBuilder simplified = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= FIRST_HAN) {
                simplified.setCharAt(i, folded.charAt(i));
            }
        }
        return simplified.toString();
    }

    /** Whether it has one of the characters without which hardly a line in traditional characters is written. */
    private static boolean isTraditional(String text) {
        return text.chars().anyMatch(character -> character > FIRST_HAN && TRADITIONAL.indexOf(character) >= 0);
    }

    /** Full-width letters, digits and signs as half-width ones; the length stays the same. */
    static String halfWidth(String text) {
        StringBuilder plain = new StringBuilder(text);
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST) {
                plain.setCharAt(i, (char) (c - FULL_WIDTH_FIRST + '!'));
            } else if (c == '\u3000' || c == '\u00a0') {
                plain.setCharAt(i, ' ');
            } else if (c == '\u2019') {
                plain.setCharAt(i, '\'');
            }
        }
        return plain.toString();
    }

    private record Rule(String key, double number, GatedPattern pattern, boolean detail) {}

    /**
     * Words that a rule has read.
     *
     * @param what the text of the rule's detail group, or null
     */
    record Hit(
            String key,
            double number,
            int start,
            int end,
            @Nullable String what) {}
}
