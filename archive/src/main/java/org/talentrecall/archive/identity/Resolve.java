package org.talentrecall.archive.identity;

/**
 * The resolve stage: decides for records that came, changed or went which person they belong to, and folds the persons
 * concerned again. Restartable after any call; the result depends on the set of stored records alone, not on the order in
 * which they came.
 */
public interface Resolve {
    /**
     * Resolves the next records that wait, in one transaction (or joins the caller's).
     *
     * @param limit how many waiting records to take at most
     * @return what was done; {@code waiting} is 0 when nothing is left
     */
    Progress next(int limit);

    /**
     * @param records records taken up
     * @param changed dossiers that are new or differ from before
     * @param gone persons that ceased (merged into another, or all records withdrawn)
     * @param waiting records left, counted up to ten thousand; 0 when nothing is left
     */
    record Progress(int records, int changed, int gone, int waiting) {}
}
