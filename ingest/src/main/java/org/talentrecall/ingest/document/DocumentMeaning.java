package org.talentrecall.ingest.document;

import java.util.List;
import org.talentrecall.archive.fact.StatedFact;

/** What a document says about the person whose resume it is. Never throws for what it reads. */
@FunctionalInterface
public interface DocumentMeaning {
    /** The facts of one person; empty when the text is no resume. */
    List<StatedFact> facts(DocumentText text, PlaceNamer places);
}
