package org.talentrecall.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something the user can mend. Says in one sentence what is wrong, where, and what to do: in English as its message, which
 * logs keep, and in the user's language where it is shown. The cause is shown with {@code --debug} only. Immutable.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean usage;
    private final String key;
    private final ArrayList<String> arguments;

    private Failure(boolean usage, @Nullable Throwable cause, String key, List<String> arguments) {
        super(sentence(key, arguments, Locale.ENGLISH), cause);
        this.usage = usage;
        this.key = key;
        this.arguments = new ArrayList<>(arguments);
    }

    /**
     * The command did not get done: exit code 1.
     *
     * @param key of the sentence in {@code failures.properties}
     * @param arguments fill {@code {0}} and so on
     */
    public static Failure of(String key, Object... arguments) {
        return new Failure(false, null, key, texts(arguments));
    }

    /** The same with what it comes from. */
    public static Failure because(Throwable cause, String key, Object... arguments) {
        return new Failure(false, cause, key, texts(arguments));
    }

    /** The command or a setting was given wrongly: exit code 2. */
    public static Failure usage(String key, Object... arguments) {
        return new Failure(true, null, key, texts(arguments));
    }

    /** The same with what it comes from. */
    public static Failure usageBecause(Throwable cause, String key, Object... arguments) {
        return new Failure(true, cause, key, texts(arguments));
    }

    /** Whether the command or a setting was given wrongly. */
    public boolean usage() {
        return usage;
    }

    /** The sentence in a language; English for one without texts. */
    public String sentence(Locale locale) {
        return sentence(key, arguments, locale);
    }

    private static String sentence(String key, List<String> arguments, Locale locale) {
        return Bundles.filled(Bundles.of("failures", locale), key, arguments.toArray());
    }

    private static List<String> texts(Object... arguments) {
        List<String> texts = new ArrayList<>();
        for (Object argument : arguments) {
            texts.add(String.valueOf(argument));
        }
        return texts;
    }
}
