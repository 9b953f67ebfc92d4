package org.talentrecall.ingest.document;

import java.util.List;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.StatedFact;

/** What is said of a text of which only the beginning was read: somebody is asked whether the rest adds anything. */
public final class ReadInPart {
    public static final String QUESTION = "READ_IN_PART";
    private static final double SURE = 1;

    private ReadInPart() {}

    /**
     * The question, to stand beside what was read.
     *
     * @param what is known of the text, to find it by; without personal data where there is no better word
     */
    public static StatedFact asked(String what, PlaceNamer places) {
        Doubt doubt = new Doubt(Doubt.Kind.VALUE, QUESTION, what, List.of("NOTHING_MORE"), null);
        return new StatedFact(doubt, places.at(null, null), SURE);
    }
}
