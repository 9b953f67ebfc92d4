package org.talentrecall.archive.opening;

import java.util.List;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.fact.OpeningDescription;

/** An opening as the newest row describes it, with the rows that did. */
public record Opening(OpeningDescription description, List<Evidence> evidence) {
    public Opening {
        evidence = List.copyOf(evidence);
    }

    public String id() {
        return description.id();
    }
}
