package org.talentrecall.archive.fact;

import org.jspecify.annotations.Nullable;

/**
 * A language that a person speaks.
 *
 * @param language the vocabulary's preferred name, or as written
 * @param level as written, for example {@code 熟练} or {@code C1}; null where none is told
 */
public record LanguageSkill(String language, @Nullable String level) implements PersonFact {
    public LanguageSkill {
        if (language.isBlank()) {
            throw new IllegalArgumentException("A language needs a name");
        }
    }
}
