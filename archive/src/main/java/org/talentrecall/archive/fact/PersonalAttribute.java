package org.talentrecall.archive.fact;

/**
 * Something personal that a source tells and that must not count: kept so that it can be left out of scores, index and
 * mails, shown to the person it belongs to, and counted in an adverse-impact table. Numbers of identity documents are
 * never kept at all.
 */
public record PersonalAttribute(Kind kind, String value) implements PersonFact {
    /** What is shown in place of a value. */
    public static final String MASK = "•••";

    /** What it is about. */
    public enum Kind {
        SEX,
        AGE,
        MARRIAGE,
        ETHNICITY,
        POLITICS,
        HEALTH,
        RELIGION,
        NATIVE_PLACE,
        NATIONALITY,
        BODY,
        MILITARY_SERVICE
    }

    public PersonalAttribute {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A personal attribute needs a value: " + kind);
        }
    }

    /** The same without its value: what may be shown. */
    public PersonalAttribute masked() {
        return new PersonalAttribute(kind, MASK);
    }
}
