package org.talentrecall.archive.text;

import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The program's texts by language. A language without texts of its own gets those of the bundle without a language, never
 * the machine's. Safe for use by several threads.
 */
public final class Translations {
    private Translations() {}

    /**
     * The texts of a bundle in a language.
     *
     * @param name of the bundle with its package, for example {@code org.talentrecall.archive.review.review}
     * @throws java.util.MissingResourceException when there is no such bundle: a fault of the program
     */
    public static ResourceBundle of(String name, Locale locale) {
        return ResourceBundle.getBundle(
                name,
                locale,
                Translations.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
