package org.talentrecall.config.doctor;

/**
 * One thing looked at.
 *
 * @param what the thing, for example {@code Java}
 * @param sentence what was found, and for a lack what to do
 */
public record Finding(State state, String what, String sentence) {
    /** How it stands. */
    public enum State {
        OK,
        /** Works without, but something is lost. */
        NOTE,
        /** A night would fail or leave something out. */
        LACK
    }

    static Finding ok(String what, String sentence) {
        return new Finding(State.OK, what, sentence);
    }

    static Finding note(String what, String sentence) {
        return new Finding(State.NOTE, what, sentence);
    }

    static Finding lack(String what, String sentence) {
        return new Finding(State.LACK, what, sentence);
    }
}
