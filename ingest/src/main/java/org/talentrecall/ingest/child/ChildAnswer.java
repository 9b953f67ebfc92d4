package org.talentrecall.ingest.child;

/** How a piece of a child's work ended. */
public sealed interface ChildAnswer {
    /** A piece of the result; the array is not copied. */
    @SuppressWarnings("ArrayRecordComponent")
    record Value(byte[] bytes) implements ChildAnswer {}

    /** There is no further piece. */
    record End() implements ChildAnswer {}

    /** The work failed for a reason of its own, named by a code that the two sides agree on. */
    record Failed(String code) implements ChildAnswer {}

    /** The child had to be ended, or ended itself; a new one takes its place. */
    record Lost(Cause cause) implements ChildAnswer {}

    /** Why a child was lost. */
    enum Cause {
        OVER_TIME,
        OUT_OF_MEMORY,
        CRASHED
    }
}
