package org.talentrecall.ingest.notes;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.text.Embedder;

/**
 * Reads from people's words why somebody was not hired. Rules come first ({@code rejection-rules.tsv}); words that no rule
 * knows are compared by likeness of meaning where an embedder is given, and stay {@link RejectionCode#UNKNOWN} when that
 * does not tell clearly. Safe for use by several threads.
 */
public final class RejectionClassifier {
    private static final RuleTable RULES = RuleTable.load("rejection-rules.tsv");
    private static final double UNKNOWN_CONFIDENCE = 0.2;
    /** "Withdrew" says less than the reason that stands beside it. */
    private static final Set<RejectionCode> WHY_DECLINED = EnumSet.of(
            RejectionCode.SALARY, RejectionCode.LOCATION, RejectionCode.TIMING, RejectionCode.COMPETING_OFFER);

    private final @Nullable LikelyReason likely;

    /** Rules alone. */
    public RejectionClassifier() {
        this(null);
    }

    /** @param embedder compares words that no rule knows; null for rules alone */
    public RejectionClassifier(@Nullable Embedder embedder) {
        this.likely = embedder == null ? null : new LikelyReason(embedder);
    }

    /**
     * @param words what was written as the reason; may give several reasons
     * @return the reasons in the order of the words; one of UNKNOWN when they cannot be told; none for blank words
     */
    public List<Reason> read(String words) {
        String text = words.strip();
        if (text.isEmpty()) {
            return List.of();
        }
        List<Reason> reasons = byRules(text);
        return reasons.isEmpty() ? List.of(unruled(text)) : reasons;
    }

    /**
     * As {@link #read}, without likeness of meaning, which takes milliseconds for each text.
     *
     * @return none also when no rule knows the words
     */
    public List<Reason> byRules(String words) {
        String text = words.strip();
        Map<String, Reason> found = new LinkedHashMap<>();
        for (RuleTable.Hit hit : RULES.read(text)) {
            RejectionCode code = RejectionCode.valueOf(hit.key());
            String sentence = sentenceAround(text, hit.start(), hit.end());
            for (@Nullable String detail : details(hit)) {
                found.putIfAbsent(code + "|" + detail, new Reason(code, detail, sentence, hit.number()));
            }
        }
        return withoutVaguerOnes(new ArrayList<>(found.values()));
    }

    private static List<@Nullable String> details(RuleTable.Hit hit) {
        List<@Nullable String> details = new ArrayList<>(GapDetail.split(hit.what()));
        if (details.isEmpty()) {
            details.add(null);
        }
        return details;
    }

    private static List<Reason> withoutVaguerOnes(List<Reason> reasons) {
        boolean declinedForAReason = reasons.stream().anyMatch(reason -> WHY_DECLINED.contains(reason.code()));
        return reasons.stream()
                .filter(reason -> !(declinedForAReason && reason.code() == RejectionCode.CANDIDATE_DECLINED))
                .filter(reason -> reason.detail() != null
                        || reasons.stream().noneMatch(other -> other.code() == reason.code() && other.detail() != null))
                .toList();
    }

    private Reason unruled(String text) {
        Reason guessed = likely == null ? null : likely.of(text);
        return guessed == null ? new Reason(RejectionCode.UNKNOWN, null, text, UNKNOWN_CONFIDENCE) : guessed;
    }

    private static String sentenceAround(String text, int start, int end) {
        int from = start;
        while (from > 0 && !endsSentence(text, from - 1)) {
            from--;
        }
        int to = end;
        while (to < text.length() && !endsSentence(text, to)) {
            to++;
        }
        return text.substring(from, to).strip();
    }

    private static boolean endsSentence(String text, int at) {
        char c = text.charAt(at);
        return "。;!?\uff1b\uff01\uff1f\n".indexOf(c) >= 0
                || (c == '.' && at + 1 < text.length() && Character.isWhitespace(text.charAt(at + 1)));
    }

    /**
     * One reason for a no.
     *
     * @param detail the missing skill or domain for gaps, the wanted place for LOCATION; else null
     * @param text the sentence that gives the reason
     * @param confidence 0 to 1; 0.5 and less wants a look by a person
     */
    public record Reason(RejectionCode code, @Nullable String detail, String text, double confidence) {}
}
