package org.talentrecall.ingest.notes;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Communication.Stance;
import org.talentrecall.archive.fact.PartialDate;

/**
 * Reads from a candidate's words whether they are willing, want time or say no, until when they promised something, and
 * whether they want to be left alone ({@code stance-rules.tsv}). Safe for use by several threads.
 */
public final class StanceReader {
    private static final RuleTable RULES = RuleTable.load("stance-rules.tsv");
    private static final String STOP = "STOP";
    private static final String AGAIN = "AGAIN";
    private static final double UNCLEAR_CONFIDENCE = 0.3;
    /** Beside a weightier word a friendly one leaves some doubt. */
    private static final double MIXED = 0.85;

    /** "Please call me on 24 November": a promise to be there. */
    private static final Pattern CALL_ME = Pattern.compile(
            "(?:call|contact|ring|phone|reach) me (?:on|after|from|at)|再联系我|再打给我", Pattern.CASE_INSENSITIVE);

    private StanceReader() {}

    /** @param said the day the words were written; promises such as "next Monday" count from it */
    public static Answer read(String words, LocalDate said) {
        if (words.isBlank()) {
            return new Answer(Stance.NONE, null, Optional.empty(), 1);
        }
        List<RuleTable.Hit> hits = RULES.read(words);
        Set<Stance> stances = EnumSet.noneOf(Stance.class);
        double confidence = 0;
        for (RuleTable.Hit hit : hits) {
            stances.add(
                    switch (hit.key()) {
                        case STOP -> Stance.DECLINED;
                        case AGAIN -> Stance.WILLING;
                        default -> Stance.valueOf(hit.key());
                    });
            confidence = Math.max(confidence, hit.number());
        }
        Stance stance = weightiest(stances);
        return new Answer(
                stance,
                stance == Stance.WANTS_TIME
                                || stance == Stance.WILLING
                                        && CALL_ME.matcher(words).find()
                        ? Promise.read(words, said)
                        : null,
                mayContact(hits),
                stance == Stance.UNCLEAR ? UNCLEAR_CONFIDENCE : stances.size() > 1 ? confidence * MIXED : confidence);
    }

    private static Stance weightiest(Set<Stance> stances) {
        for (Stance stance : List.of(Stance.DECLINED, Stance.WANTS_TIME, Stance.WILLING)) {
            if (stances.contains(stance)) {
                return stance;
            }
        }
        return Stance.UNCLEAR;
    }

    private static Optional<Boolean> mayContact(List<RuleTable.Hit> hits) {
        if (hits.stream().anyMatch(hit -> hit.key().equals(STOP))) {
            return Optional.of(false);
        }
        return hits.stream().anyMatch(hit -> hit.key().equals(AGAIN)) ? Optional.of(true) : Optional.empty();
    }

    /**
     * @param stance NONE for blank words, UNCLEAR when the rules cannot tell
     * @param promised the day by which the person wants to answer, or null
     * @param mayContact whether the person asked to be left alone (false) or allowed contact again (true)
     * @param confidence 0 to 1
     */
    public record Answer(
            Stance stance, @Nullable PartialDate promised, Optional<Boolean> mayContact, double confidence) {}
}
