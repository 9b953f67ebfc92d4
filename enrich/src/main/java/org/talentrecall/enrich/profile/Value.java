package org.talentrecall.enrich.profile;

/** What a property of a marked-up thing holds. */
sealed interface Value permits Value.Words, Thing {
    /** Plain text: a name, a date, an address. */
    record Words(String text) implements Value {}
}
