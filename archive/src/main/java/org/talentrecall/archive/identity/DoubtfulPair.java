package org.talentrecall.archive.identity;

import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.linkage.Evidence;
import org.talentrecall.archive.record.RecordId;

/**
 * Two persons of the archive that may be one, for somebody to decide.
 *
 * @param record the record of the first person that speaks for it most
 * @param otherRecord that of the other person
 * @param evidence what these two records come to
 */
public record DoubtfulPair(PersonId one, PersonId other, RecordId record, RecordId otherRecord, Evidence evidence) {}
