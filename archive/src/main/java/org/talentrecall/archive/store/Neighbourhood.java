package org.talentrecall.archive.store;

import java.util.Map;
import java.util.Set;
import org.talentrecall.archive.dossier.DossierFold.Statement;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.identity.ResolvedPerson;
import org.talentrecall.archive.identity.Sighting;
import org.talentrecall.archive.record.RecordId;

/**
 * All records that any chain of keys or former persons joins to the waiting ones.
 *
 * @param records every record met, also those that are no longer stored
 * @param stored the stored ones among them, which become persons
 * @param statements what these state
 * @param mentions those of them that make nobody a candidate by themselves
 * @param crowded keys of theirs that are crowded
 * @param former the persons that the records belonged to, with all their records
 */
record Neighbourhood(
        Set<RecordId> records,
        Map<RecordId, Sighting> stored,
        Map<RecordId, Statement> statements,
        Set<RecordId> mentions,
        Set<IdentityKey> crowded,
        Map<String, Set<RecordId>> former) {
    /** Whether some record says more of the person than a {@link org.talentrecall.archive.record.Subject#MENTION}. */
    boolean isCandidate(ResolvedPerson person) {
        return !mentions.containsAll(person.records());
    }
}
