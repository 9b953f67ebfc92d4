package org.talentrecall.archive.night;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.talentrecall.archive.dossier.PersonId;

/** Recommendations by night. A night that is scored again replaces what it said before. */
public interface Nights {
    void replace(LocalDate night, List<Standing> standings);

    List<Standing> of(LocalDate night);

    /**
     * Keeps what a night has to say beside its standings: the lists as the report shows them, as one JSON document. Goes
     * with the night when it is replaced.
     *
     * @throws IllegalStateException when the night was not scored
     */
    void keepLists(LocalDate night, String lists);

    /** The lists of a night; empty when it was not scored. */
    Optional<String> lists(LocalDate night);

    /** The latest night before {@code night} that was scored. */
    Optional<LocalDate> before(LocalDate night);

    /**
     * One candidate's standing for one opening.
     *
     * @param rank from 1 among the recommended; 0 for near misses and the rest that were scored
     * @param body the whole recommendation as JSON
     */
    record Standing(String openingId, PersonId person, int rank, int score, String band, String body) {}
}
