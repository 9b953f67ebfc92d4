package org.talentrecall.scoring.night;

/** A night's step cannot be done; the message says why and what to do. */
public final class NightFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NightFailure(String sentence) {
        super(sentence);
    }
}
