package org.talentrecall.archive.identity;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * Decides which records speak of the same person. A pure function: the same set of sightings gives the same persons,
 * whatever their order.
 */
public interface PersonResolver {
    /**
     * Parts a neighbourhood into persons.
     *
     * @param sightings all records that are joined to each other by any chain of keys
     * @param crowded keys that too many different people carry, see {@link CrowdedKeys}
     * @return each sighting in exactly one person, sorted by earliest record's id
     */
    List<ResolvedPerson> resolve(Collection<Sighting> sightings, Set<IdentityKey> crowded);
}
