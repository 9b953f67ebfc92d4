package org.talentrecall.archive.night;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.talentrecall.archive.dossier.PersonId;

/** Recommendations by night. A night that is scored again replaces what it said before. */
public interface Nights {
    void replace(LocalDate night, List<Standing> standings);

    List<Standing> of(LocalDate night);

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
