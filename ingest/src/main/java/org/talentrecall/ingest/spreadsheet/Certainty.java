package org.talentrecall.ingest.spreadsheet;

/** How sure a way of recognising columns is, from 0 to 1. */
final class Certainty {
    static final double SYNONYM = 0.97;
    static final double PARENT = 0.95;
    static final double PART = 0.9;
    static final double SOUND = 0.85;
    static final double SPELLING = 0.8;
    static final double CONTAINED = 0.8;
    /** A column is told by its values alone. */
    static final double VALUES = 0.6;
    /** A blank header leaves the values as the only witness, but none against them. */
    static final double VALUES_WITHOUT_HEADER = 0.75;
    /** Values of the shape that doubtful words call for. */
    static final double AGREEING = 0.1;
    /** Values that speak against the words. */
    static final double CONTRADICTING = 0.35;
    /** What is less sure than this is not used without the operator's word. */
    static final double THRESHOLD = 0.7;

    private Certainty() {}
}
