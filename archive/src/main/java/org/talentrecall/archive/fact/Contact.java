package org.talentrecall.archive.fact;

/**
 * A way to reach a person. Changes over time are derived in the dossier from when each was said.
 *
 * @param value normalised: E.164 for phones ({@code +8613800001234}), lower case for mail, canonical URL for profiles
 * @param asWritten as the source wrote it
 */
public record Contact(Kind kind, String value, String asWritten) implements PersonFact {
    /** Kinds of contact. */
    public enum Kind {
        PHONE,
        MAIL,
        /** A public profile page: LinkedIn, 脉脉, GitHub, ORCID, a home page. */
        PROFILE,
        WECHAT
    }
}
