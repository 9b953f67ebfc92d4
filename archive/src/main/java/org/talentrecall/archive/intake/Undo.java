package org.talentrecall.archive.intake;

import java.util.Collection;
import java.util.List;
import org.talentrecall.archive.record.SourceId;

/**
 * Takes imports back.
 *
 * <p>What an import alone said is gone, and what it overwrote stands again, as if it had never been. What a later import
 * said of the same record, or said again, stays and counts as that import's. Persons follow when they are next resolved.
 *
 * <p>The places that were read are remembered: what lies there now is not read again by itself, unless it changes. An
 * import that names them, and a rerun, {@link #release} them first.
 */
public interface Undo {
    /**
     * Takes one import back, in one transaction (or joins the caller's).
     *
     * @throws IllegalArgumentException when there is no such import, or it was undone before
     */
    Undone undo(ImportId id);

    /** Lets the places of these sources be read again although their reading was undone. */
    void release(Collection<SourceId> sources);

    /**
     * What was done.
     *
     * @param removed records that only the import knew
     * @param restored records that are as they were before it
     * @param superseded records of which a later import has the word
     * @param sources whose counts have changed
     */
    record Undone(ImportId id, long removed, long restored, long superseded, List<SourceId> sources) {
        public Undone {
            sources = List.copyOf(sources);
        }
    }
}
