package org.talentrecall.archive.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.fact.SalaryStatement;

/**
 * One answer that a question offers.
 *
 * @param code stable; {@link ReviewWords} has its words in each language
 * @param words the words themselves, where they are those of a source; null for a choice with a code of its own
 */
public record Choice(String code, @Nullable String words) {
    /** The right value is none of those offered; it has to be entered. */
    public static final String OTHER = "OTHER";

    /** Whoever was asked does not know. */
    public static final String NOT_KNOWN = "NOT_KNOWN";

    static final String RIGHT = "RIGHT";
    static final String WRONG = "WRONG";
    static final String VERIFIED = "VERIFIED";
    static final String SAME = "SAME";
    static final String DIFFERENT = "DIFFERENT";
    private static final String NUMBERED = "CHOICE_";

    private static Choice coded(String code) {
        return new Choice(code, null);
    }

    /** What can be answered, in the order in which it is offered. */
    public static List<Choice> of(Review.Kind kind, @Nullable PersonFact about, List<PersonFact> facts) {
        List<Choice> choices = new ArrayList<>();
        switch (kind) {
            case REASON ->
                Arrays.stream(RejectionCode.values())
                        .filter(code -> code != RejectionCode.UNKNOWN)
                        .forEach(code -> choices.add(coded(code.name())));
            case SALARY -> {
                for (PersonFact fact : facts) {
                    choices.add(new Choice(NUMBERED + choices.size(), salary(fact)));
                }
                choices.add(coded(OTHER));
            }
            case VERIFICATION -> {
                choices.add(coded(VERIFIED));
                choices.add(coded(WRONG));
            }
            case FIELD -> {
                choices.add(coded(RIGHT));
                choices.add(coded(WRONG));
                choices.add(coded(OTHER));
            }
            case CAREER_UPDATE, SAME_PERSON -> {
                choices.add(coded(SAME));
                choices.add(coded(DIFFERENT));
            }
            case DOUBT -> {
                if (about instanceof Doubt doubt) {
                    doubt.choices().forEach(choice -> choices.add(new Choice(NUMBERED + choices.size(), choice)));
                }
                choices.add(coded(OTHER));
            }
        }
        choices.add(coded(NOT_KNOWN));
        return List.copyOf(choices);
    }

    /** Two salaries of the same figure written alike would be one choice; the date tells them apart. */
    private static String salary(PersonFact fact) {
        SalaryStatement stated = (SalaryStatement) fact;
        return stated.pay().asWritten() + (stated.date() == null ? "" : " (" + stated.date() + ")");
    }

    /** The place in the list of facts offered, or -1. */
    int number() {
        return code.startsWith(NUMBERED) ? Integer.parseInt(code.substring(NUMBERED.length())) : -1;
    }
}
