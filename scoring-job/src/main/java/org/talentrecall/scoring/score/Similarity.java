package org.talentrecall.scoring.score;

import org.talentrecall.scoring.profile.Words;

/**
 * How much two short texts mean the same, from 0 (nothing to do with each other) to 1 (the same). Deterministic, and safe
 * for use by several threads.
 */
public interface Similarity {
    double between(String wanted, String found);

    /** Compares letters only: what is left when no model of meaning is at hand. */
    static Similarity ofLetters() {
        return Words::alike;
    }
}
