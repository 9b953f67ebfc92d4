package org.talentrecall.config;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import org.talentrecall.archive.text.Translations;

/** The program's texts by language. A language without texts of its own gets the English ones, never the machine's. */
public final class Bundles {
    private Bundles() {}

    /** @param name below this package, for example {@code cli.texts} */
    public static ResourceBundle of(String name, Locale locale) {
        return Translations.of(Bundles.class.getPackageName() + "." + name, locale);
    }

    /** The text for a key, its {@code {0}} filled in; figures as they are given, since a port is no 9,200. */
    public static String filled(ResourceBundle bundle, String key, Object... arguments) {
        Object[] words = new Object[arguments.length];
        for (int at = 0; at < words.length; at++) {
            words[at] = String.valueOf(arguments[at]);
        }
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(words);
    }
}
