package org.talentrecall.archive.identity;

import java.util.Collection;
import java.util.List;
import org.talentrecall.archive.audit.Actor;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.record.RecordId;

/**
 * Who is who: why the machine decided as it did, what it does not dare to decide, and what people have decided. A decision is
 * audited, and the persons it is about are resolved again in the same transaction. Callers see to it that no run resolves at
 * the same time.
 */
public interface Identities {
    /** Why the person's records belong together; empty for a person of one record, or when there is none of this id. */
    List<ResolvedPerson.Join> joins(PersonId person);

    /**
     * Pairs of persons that the machine neither joined nor holds for two, and that nobody has decided; the likeliest first,
     * each pair of persons once.
     */
    List<DoubtfulPair> questions(int limit);

    /**
     * Decides that two persons are one, for ever or until {@link #withdraw}.
     *
     * @throws IllegalArgumentException when there is no such person, or both ids name the same one
     */
    Judgement merge(PersonId one, PersonId other, Actor by);

    /**
     * Decides that two persons are two.
     *
     * @throws IllegalArgumentException when there is no such person, or both ids name the same one
     */
    Judgement keepApart(PersonId one, PersonId other, Actor by);

    /**
     * Decides that some records of a person are another person's.
     *
     * @param records some of the person's, not all
     * @throws IllegalArgumentException when there is no such person, or the records are not some of it
     */
    Judgement split(PersonId person, Collection<RecordId> records, Actor by);

    /** Standing decisions, the newest first. */
    List<Judgement> judgements();

    /**
     * Takes a decision back, as if it had not been made; it stays in the audit.
     *
     * @return false when there is no such standing decision
     */
    boolean withdraw(long judgement, Actor by);

    /** Blocks of too many records to compare all of them: their records meet in narrower blocks or not at all. */
    long wideBlocks();
}
