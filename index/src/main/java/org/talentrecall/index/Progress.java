package org.talentrecall.index;

/**
 * What one page of indexing did.
 *
 * @param read changes taken from the archive
 * @param written documents put into the index
 * @param removed documents taken out
 * @param refused documents that the index did not take
 * @param more whether there may be more to do
 */
record Progress(int read, int written, int removed, int refused, boolean more) {
    static final Progress DONE = new Progress(0, 0, 0, 0, false);
}
