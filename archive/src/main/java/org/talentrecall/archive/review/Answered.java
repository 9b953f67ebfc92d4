package org.talentrecall.archive.review;

import java.util.List;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.Review;

/** What an answered form says. */
public sealed interface Answered {
    /**
     * It says something.
     *
     * @param facts the values that hold now, without the review itself
     */
    record Taken(Review review, List<PersonFact> facts) implements Answered {
        public Taken {
            facts = List.copyOf(facts);
        }
    }

    /**
     * It cannot be taken.
     *
     * @param code stable and upper case
     * @param sentence what is wrong and what to do
     */
    record Refused(String code, String sentence) implements Answered {}
}
