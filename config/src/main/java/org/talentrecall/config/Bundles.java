package org.talentrecall.config;

import java.util.Locale;
import java.util.ResourceBundle;

/** The program's texts by language. A language without texts of its own gets the English ones, never the machine's. */
public final class Bundles {
    private Bundles() {}

    /** @param name below this package, for example {@code cli.texts} */
    public static ResourceBundle of(String name, Locale locale) {
        return ResourceBundle.getBundle(
                Bundles.class.getPackageName() + "." + name,
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
