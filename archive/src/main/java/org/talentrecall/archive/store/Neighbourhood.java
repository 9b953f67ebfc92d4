package org.talentrecall.archive.store;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.talentrecall.archive.dossier.DossierFold.Statement;
import org.talentrecall.archive.identity.Judgement;
import org.talentrecall.archive.identity.PairLink;
import org.talentrecall.archive.identity.ResolvedPerson;
import org.talentrecall.archive.identity.Sighting;
import org.talentrecall.archive.record.RecordId;

/**
 * All records that any chain of links, decisions or former persons joins to the waiting ones.
 *
 * @param stored the stored ones among them, which become persons
 * @param statements what these state
 * @param mentions those of them that make nobody a candidate by themselves
 * @param links pairs of them that may be one person
 * @param judgements human decisions about any of them
 * @param former the persons that the records belonged to, with all their records
 */
record Neighbourhood(
        Map<RecordId, Sighting> stored,
        Map<RecordId, Statement> statements,
        Set<RecordId> mentions,
        List<PairLink> links,
        List<Judgement> judgements,
        Map<String, Set<RecordId>> former) {
    /** Whether some record says more of the person than a {@link org.talentrecall.archive.record.Subject#MENTION}. */
    boolean isCandidate(ResolvedPerson person) {
        return !mentions.containsAll(person.records());
    }
}
