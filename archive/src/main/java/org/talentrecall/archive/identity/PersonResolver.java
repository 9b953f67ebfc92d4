package org.talentrecall.archive.identity;

import java.util.Collection;
import java.util.List;

/**
 * Decides which records speak of the same person. A pure function: the same set of sightings, links and judgements gives
 * the same persons, whatever their order.
 */
public interface PersonResolver {
    /**
     * Parts a neighbourhood into persons.
     *
     * @param sightings all records that are joined to each other by any chain of links
     * @param links pairs of them that are one person more likely than not
     * @param judgements human decisions about any of them
     * @return each sighting in exactly one person, sorted by earliest record's id
     */
    List<ResolvedPerson> resolve(
            Collection<Sighting> sightings, Collection<PairLink> links, Collection<Judgement> judgements);
}
