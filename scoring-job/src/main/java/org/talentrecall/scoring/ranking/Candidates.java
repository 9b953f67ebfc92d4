package org.talentrecall.scoring.ranking;

import java.util.function.Consumer;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.opening.Opening;

/**
 * Who is looked at for an opening: everybody, or whom the index proposes. The proposals must hold whoever was recommended
 * the night before, so that their leaving can be explained.
 */
@FunctionalInterface
public interface Candidates {
    /** Hands each candidate over once, in any order. */
    void forEach(Opening opening, Consumer<Dossier> action);
}
