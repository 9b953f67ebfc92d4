package org.talentrecall.archive.opening;

import java.util.List;
import java.util.Optional;

/** The openings, derived from the stored opening records: for one id, the newest record counts. */
public interface Openings {
    /** All of them, sorted by id. */
    List<Opening> all();

    Optional<Opening> find(String id);
}
