package org.talentrecall.scoring.outreach;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message with places to fill. The first line is the subject. <code>{place}</code> is filled; <code>{place|words}</code>
 * falls back to the words; a line with a place for which there is nothing is left out. A line that begins with
 * <code>?flag </code> or <code>!flag </code> appears only with, or without, the flag. Lines that begin with {@code #} are
 * comments.
 */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)(?:\\|([^}]*))?}");
    private static final Pattern CONDITION = Pattern.compile("^([?!])(\\w+) ");

    private final String name;
    private final List<String> lines;

    private Template(String name, List<String> lines) {
        this.name = name;
        this.lines = lines;
    }

    /** @throws IllegalArgumentException when there is no line that could be the subject */
    static Template parse(String name, String text) {
        List<String> lines = text.lines().filter(line -> !line.startsWith("#")).toList();
        if (lines.isEmpty() || lines.get(0).isBlank()) {
            throw new IllegalArgumentException("The template " + name
                    + " must begin with the subject of the message: write one in its first line");
        }
        return new Template(name, lines);
    }

    String name() {
        return name;
    }

    String subject(Map<String, String> values) {
        return fill(lines.get(0), values).strip();
    }

    /** The lines behind the subject, empty ones at either end and doubled ones within left out. */
    String body(Map<String, String> values, Set<String> flags) {
        List<String> filled = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (shows(line, values, flags)) {
                String text = fill(CONDITION.matcher(line).replaceFirst(""), values);
                boolean doubled = text.isBlank()
                        && (filled.isEmpty() || filled.get(filled.size() - 1).isBlank());
                if (!doubled) {
                    filled.add(text);
                }
            }
        }
        return String.join("\n", filled).strip();
    }

    private static boolean shows(String line, Map<String, String> values, Set<String> flags) {
        Matcher condition = CONDITION.matcher(line);
        if (condition.find() && condition.group(1).equals("?") != flags.contains(condition.group(2))) {
            return false;
        }
        Matcher place = PLACE.matcher(line);
        while (place.find()) {
            if (place.group(2) == null
                    && values.getOrDefault(place.group(1), "").isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static String fill(String line, Map<String, String> values) {
        return PLACE.matcher(line).replaceAll(place -> {
            String value = values.getOrDefault(place.group(1), "");
            String fallback = place.group(2) == null ? "" : place.group(2);
            return Matcher.quoteReplacement(value.isBlank() ? fallback : value);
        });
    }
}
