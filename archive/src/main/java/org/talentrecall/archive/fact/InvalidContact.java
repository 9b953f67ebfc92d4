package org.talentrecall.archive.fact;

import org.jspecify.annotations.Nullable;

/**
 * A way to reach the person that leads nowhere any more. It holds until the same contact is said anew at a later time.
 *
 * @param value normalised as in {@link Contact}
 * @param text the words that say so
 * @param date when it was found out, or null
 */
public record InvalidContact(
        Contact.Kind kind,
        String value,
        Cause cause,
        String text,
        @Nullable PartialDate date) implements PersonFact {
    /** Why it leads nowhere. */
    public enum Cause {
        /** A mail server says that there is no such address. */
        BOUNCED,
        /** An automatic answer says that the person has left that employer. */
        LEFT_EMPLOYER
    }
}
