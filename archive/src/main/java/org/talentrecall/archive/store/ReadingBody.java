package org.talentrecall.archive.store;

import java.util.List;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKey;

/** What a record's version says, as it lies in the database. */
record ReadingBody(List<StatedFact> facts, List<IdentityKey> links) {
    ReadingBody {
        facts = List.copyOf(facts);
        links = List.copyOf(links);
    }
}
