package org.talentrecall.config;

import org.jspecify.annotations.Nullable;

/**
 * Something the user can mend. The message is one sentence: what is wrong, where, and what to do. Shown as it is; the cause
 * only with {@code --debug}.
 */
public final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final boolean usage;

    private Failure(String sentence, boolean usage, @Nullable Throwable cause) {
        super(sentence, cause);
        this.usage = usage;
    }

    /** The command did not get done: exit code 1. */
    public static Failure of(String sentence) {
        return new Failure(sentence, false, null);
    }

    /** The command did not get done: exit code 1. */
    public static Failure of(String sentence, Throwable cause) {
        return new Failure(sentence, false, cause);
    }

    /** The command or a setting was given wrongly: exit code 2. */
    public static Failure usage(String sentence) {
        return new Failure(sentence, true, null);
    }

    /** The command or a setting was given wrongly: exit code 2. */
    public static Failure usage(String sentence, Throwable cause) {
        return new Failure(sentence, true, cause);
    }

    public boolean usage() {
        return usage;
    }
}
