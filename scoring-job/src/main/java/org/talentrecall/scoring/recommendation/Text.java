package org.talentrecall.scoring.recommendation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * A sentence for people before a language is chosen: the key of a message and what goes into its places. Rendered by
 * {@link Messages}.
 *
 * @param key key in the {@code messages} bundle
 * @param arguments strings, numbers, dates, other texts, or lists of these
 */
public record Text(String key, List<Object> arguments) {
    private static final String WORDS = "words";

    public Text {
        arguments = List.copyOf(arguments);
        arguments.forEach(Text::check);
    }

    public static Text of(String key, Object... arguments) {
        return new Text(key, Arrays.asList(arguments));
    }

    /** Words of a source, shown as they are in any language. */
    public static Text words(String words) {
        return new Text(WORDS, List.of(words));
    }

    private static void check(Object argument) {
        if (argument instanceof List<?> list) {
            list.forEach(Text::check);
        } else if (!(argument instanceof String
                || argument instanceof Number
                || argument instanceof LocalDate
                || argument instanceof Text)) {
            throw new IllegalArgumentException(
                    "No message takes a " + argument.getClass().getName());
        }
    }
}
