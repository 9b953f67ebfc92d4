package org.talentrecall.archive.dossier;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.talentrecall.archive.identity.IdentityKey;

/** The folded dossiers, and what changed in them. Reads only; the resolve stage writes. */
public interface Dossiers {
    /** By the canonical id, or by any id the person had before a merge. */
    Optional<Dossier> find(PersonId id);

    /** The persons whose records carry the key, sorted by id. */
    List<PersonId> withKey(IdentityKey key);

    /** The persons of whom a record gives exactly this name (letters folded, blanks out), sorted by id. */
    List<PersonId> named(String name);

    /**
     * Changes after a mark in order, at most {@code limit}. A person appears once, with its newest change.
     *
     * @param after the last sequence number the caller has dealt with; 0 for all
     */
    List<Change> changedSince(long after, int limit);

    /** Streams every living dossier, sorted by id, without holding them. */
    void forEach(Consumer<Dossier> action);

    long count();

    /** Order-independent checksum over ids and hashes of all living dossiers; equals the index's when they agree. */
    String checksum();

    /**
     * A dossier that changed or ceased.
     *
     * @param hash SHA-256 of the dossier's canonical JSON without read times; empty when the person ceased to exist
     */
    record Change(long sequence, PersonId id, String hash, boolean gone) {}
}
