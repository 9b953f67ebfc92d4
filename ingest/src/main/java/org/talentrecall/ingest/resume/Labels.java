package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.TextFolding;

/** Finds labels and their values: {@code 姓 名：王建国}, cells beside each other, a value on the next line. */
final class Labels {
    private static final Map<String, Field> FIELDS = new HashMap<>();
    private static final int MOST_OF_A_LINE = 60;
    private static final int LEAST_OF_FORM = 2;
    private static final int LONGEST_OF_FORM = 24;
    private static final int LONGEST_FORM = 120;
    /** What stands before a label, if it does not begin the line, beside blanks and digits. */
    private static final String BEFORE = "|,，;；、。([【·•*◆★●:>";
    /** A label with what ends it, by its first character: trying hundreds of words at every place would take too long. */
    private static final Map<Character, Pattern> LABELS = new HashMap<>();

    /** Spread words have the same gap everywhere; "本科   专业:" is a value and a label. */
    private static final Pattern UNEVEN = Pattern.compile(
            "[\\u4e00-\\u9fa5]{2}\\s{2,}[\\u4e00-\\u9fa5]|[\\u4e00-\\u9fa5]\\s{2,}[\\u4e00-\\u9fa5]{2}|^(?:本科|硕士|博士|大专)\\s");

    private static final Pattern VALUE_END = Pattern.compile("\\t|\\||\\s{3,}|\\s{2,}(?=[^\\s:]{2,8}:)");

    static {
        List<String> words = new ArrayList<>();
        for (String[] row : Tables.rows("labels.tsv")) {
            for (String word : row[1].split("\\|")) {
                FIELDS.putIfAbsent(word.replace(" ", ""), Field.valueOf(row[0]));
                words.add(word);
            }
        }
        Map<Character, List<String>> byFirst = new HashMap<>();
        words.stream()
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .forEach(word -> byFirst.computeIfAbsent(word.charAt(0), first -> new ArrayList<>())
                        .add(spaced(word)));
        // A label ends with a colon, closes a bracket, ends its cell, or has a blank behind it at the start of a cell.
        byFirst.forEach(
                (first, alike) -> LABELS.put(
                        first,
                        Pattern.compile(
                                "(?<open>[\\[【])?(?<label>" + String.join("|", alike)
                                        + ")(?:\\([^)]{1,8}\\))?(?:(?<close>[\\]】])\\s*:?|(?<colon>\\s*:)|(?<cell>\\s*(?:\\t|$))|(?<blank>\\s+))")));
    }

    private Labels() {}

    /** What a word alone would announce as a label, or null. */
    static @Nullable Field fieldOf(String word) {
        return FIELDS.get(word.strip().replaceAll("\\s|[:：]$", ""));
    }

    private static String spaced(String word) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            if (i > 0 && TextFolding.isHan(word.charAt(i)) && TextFolding.isHan(word.charAt(i - 1))) {
                pattern.append(" *");
            }
            pattern.append(word.charAt(i) == ' ' ? "\\s?" : Pattern.quote(String.valueOf(word.charAt(i))));
        }
        return pattern.toString();
    }

    /** The labelled values of a line, in order. A label with nothing behind it has an empty value. */
    static List<Labelled> read(Line line) {
        List<Labelled> found = read(line, false);
        return found.size() < LEAST_OF_FORM && isSpaced(line) ? orForm(line, found) : found;
    }

    /** "姓名 王建国 性别 男 民族 汉族": a row of a form whose cells are parted by single blanks. */
    private static List<Labelled> orForm(Line line, List<Labelled> found) {
        List<Labelled> form = read(line, true);
        boolean fits = form.size() >= LEAST_OF_FORM
                && form.get(0).start() == 0
                && form.stream().allMatch(label -> label.value().length() <= LONGEST_OF_FORM);
        return fits ? form : found;
    }

    private static boolean isSpaced(Line line) {
        int blanks = 0;
        for (int i = 0; i < line.length() && line.length() <= LONGEST_FORM; i++) {
            blanks += line.text().charAt(i) == ' ' ? 1 : 0;
        }
        return blanks >= 2 * LEAST_OF_FORM - 1;
    }

    private static List<Labelled> read(Line line, boolean form) {
        List<int[]> found = new ArrayList<>();
        List<Field> fields = new ArrayList<>();
        String text = line.folded();
        int at = 0;
        while (at < text.length() && found.size() < MOST_OF_A_LINE) {
            Matcher matcher = at > 0 && !mayStandBefore(text.charAt(at - 1)) ? null : labelAt(text, at);
            if (matcher == null) {
                at++;
                continue;
            }
            at = matcher.end();
            if (UNEVEN.matcher(matcher.group("label")).find()) {
                at = matcher.start() + 1;
                continue;
            }
            boolean marked = matcher.group("colon") != null || matcher.group("close") != null;
            if (!marked && !(form ? isWord(line, matcher) : startsCell(line, matcher))) {
                continue;
            }
            fields.add(FIELDS.getOrDefault(matcher.group("label").replaceAll("\\s", ""), Field.IGNORED));
            found.add(new int[] {matcher.start(), matcher.end()});
        }
        List<Labelled> labelled = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            int limit = i + 1 < found.size() ? found.get(i + 1)[0] : line.length();
            labelled.add(labelled(line, fields.get(i), found.get(i), limit));
        }
        return labelled;
    }

    private static boolean mayStandBefore(char character) {
        return Character.isWhitespace(character)
                || character >= '0' && character <= '9'
                || BEFORE.indexOf(character) >= 0;
    }

    private static @Nullable Matcher labelAt(String text, int at) {
        boolean bracket = text.charAt(at) == '[' || text.charAt(at) == '【';
        int first = bracket ? at + 1 : at;
        Pattern label = first < text.length() ? LABELS.get(text.charAt(first)) : null;
        if (label == null) {
            return null;
        }
        Matcher matcher = label.matcher(text).region(at, text.length());
        return matcher.lookingAt() ? matcher : null;
    }

    private static Labelled labelled(Line line, Field field, int[] place, int limit) {
        int begin = place[1];
        while (begin < limit
                && (Character.isWhitespace(line.text().charAt(begin))
                        || line.folded().charAt(begin) == ':')) {
            begin++;
        }
        int end = limit;
        if (field != Field.DUTY && field != Field.SKILL) {
            Matcher stop = VALUE_END.matcher(line.folded()).region(begin, limit);
            end = stop.find() ? stop.start() : limit;
        }
        String word = line.folded().substring(place[0], place[1]);
        return new Labelled(field, word, line.part(begin, end), place[0], Math.max(end, place[1]));
    }

    private static boolean isWord(Line line, Matcher matcher) {
        return matcher.group("open") == null
                && TextFolding.hasHan(matcher.group("label"))
                && (matcher.start() == 0 || Character.isWhitespace(line.text().charAt(matcher.start() - 1)));
    }

    /** Without colon a label counts only where a form would have it: first in a cell, with a value close behind. */
    private static boolean startsCell(Line line, Matcher matcher) {
        String label = matcher.group("label");
        boolean chinese = TextFolding.hasHan(label);
        boolean letterSpaced =
                chinese && label.length() > label.replaceAll("\\s", "").length();
        int start = matcher.start();
        boolean first = start == 0
                || line.text().charAt(start - 1) == '\t'
                || start >= 2 && line.text().substring(start - 2, start).isBlank();
        boolean telling = chinese && label.replaceAll("\\s", "").length() >= 4;
        boolean wide = matcher.group("blank") == null || matcher.group("blank").length() >= 2;
        return matcher.group("open") == null && (first && (chinese || wide) || letterSpaced || telling);
    }

    /**
     * @param label as it stands in the folded line, with its colon
     * @param value the value as a line of its own; its text is empty when nothing stands behind the label
     * @param start where the label begins in the line
     * @param end where the value ends in the line
     */
    record Labelled(Field field, String label, Line value, int start, int end) {
        boolean isEmpty() {
            return value.text().isEmpty();
        }
    }
}
