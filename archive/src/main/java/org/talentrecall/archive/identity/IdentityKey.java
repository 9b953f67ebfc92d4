package org.talentrecall.archive.identity;

/**
 * Something that two records of the same person share. Values are normalised so that equal keys are equal strings.
 *
 * @param value for compound kinds the parts joined by {@code |}
 */
public record IdentityKey(Kind kind, String value) implements Comparable<IdentityKey> {
    /** Kinds of key, strongest first. */
    public enum Kind {
        /** A record by its id, named by one that belongs to the same person whoever that is: somebody's answer about it. */
        RECORD,
        PHONE,
        MAIL,
        PROFILE,
        WECHAT,
        /**
         * The mail (by Message-ID) that brought this person's papers; given to all parts of that mail, and to replies in
         * its thread, only when the mail speaks of one person.
         */
        MESSAGE,
        NAME_EMPLOYER,
        NAME_SCHOOL,
        NAME_BIRTH_YEAR,
        /** Name and the post of ours applied for: never merges two people, only attaches a note to the one it fits. */
        NAME_POST
    }

    @Override
    public int compareTo(IdentityKey other) {
        int byKind = kind.compareTo(other.kind);
        return byKind != 0 ? byKind : value.compareTo(other.value);
    }
}
