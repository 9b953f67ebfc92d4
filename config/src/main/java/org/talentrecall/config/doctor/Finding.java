package org.talentrecall.config.doctor;

/**
 * One thing looked at.
 *
 * @param what the thing, for example {@code archive}; the same in every language
 * @param name the thing in the user's language
 * @param sentence what was found, and for a lack what to do, in the user's language
 */
public record Finding(State state, String what, String name, String sentence) {
    /** How it stands. */
    public enum State {
        OK,
        /** Works without, but something is lost. */
        NOTE,
        /** A night would fail or leave something out. */
        LACK
    }
}
