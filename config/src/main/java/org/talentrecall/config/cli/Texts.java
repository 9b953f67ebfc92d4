package org.talentrecall.config.cli;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.talentrecall.config.Bundles;

/** What the command line says, in the user's language. */
final class Texts {
    private final ResourceBundle bundle;
    private final Locale locale;

    Texts(Locale locale) {
        this.locale = locale;
        this.bundle = Bundles.of("cli.texts", locale);
    }

    Locale locale() {
        return locale;
    }

    /** The text for a word that may be newer than this version; else the word itself. */
    String orKey(String prefix, String word) {
        return bundle.containsKey(prefix + word) ? of(prefix + word) : word;
    }

    /** The text for a key, its {@code {0}} filled in. */
    String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments);
    }
}
