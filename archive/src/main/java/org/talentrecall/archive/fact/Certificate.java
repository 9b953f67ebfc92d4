package org.talentrecall.archive.fact;

import org.jspecify.annotations.Nullable;

/**
 * A certificate, licence or examination passed.
 *
 * @param name as written, or the vocabulary's preferred name where it knows the certificate
 * @param date when it was given, where told
 */
public record Certificate(String name, @Nullable PartialDate date) implements PersonFact {
    public Certificate {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A certificate needs a name");
        }
    }
}
