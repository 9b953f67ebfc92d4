package org.talentrecall.archive.text;

/**
 * Turns text into a vector whose cosine tells likeness of meaning. Safe for use by several threads; deterministic.
 */
public interface Embedder {
    /** A vector of length one with {@link #dimensions()} entries. Blank text gives the zero vector. */
    float[] embed(String text);

    int dimensions();
}
