package org.talentrecall.config.dossier;

import java.util.Locale;
import java.util.ResourceBundle;

/** The words around a dossier's values, in the user's language. */
public final class DossierTexts {
    private final ResourceBundle bundle;

    public DossierTexts(Locale locale) {
        this.bundle = ResourceBundle.getBundle(
                "org.talentrecall.config.dossier.dossier",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    String of(String key) {
        return bundle.getString(key);
    }

    /** The word for an enum constant, key {@code TypeName.CONSTANT}. */
    String of(Enum<?> constant) {
        return bundle.getString(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
    }
}
