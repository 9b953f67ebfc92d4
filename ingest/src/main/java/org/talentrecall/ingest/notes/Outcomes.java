package org.talentrecall.ingest.notes;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.ingest.notes.NoteLine.Label;

/** How an interview ended, as its notes tell, and which of their sentences give the reason. */
final class Outcomes {
    private static final double SURE_ENOUGH = 0.85;
    private static final double OUTSIDE_ENOUGH = 0.7;
    private static final Pattern NO = Pattern.compile(
            "不通过|未通过|没通过|不录|未录|暂缓|先拒|婉拒|淘汰|不合适|不考虑|不用了|不能用|不要再约|先不发|不发了|先放|放着|挂着|留库|招不了|等不了|不往下走|不再推进|再说吧|算了|放弃|没坑|不行(?!业)|不诚信|\\bno go\\b|reject|not (?:hire|recommended|proceed)|does not work|rules it out|pass on|keep on file",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YES = Pattern.compile(
            "(?<!不)建议录用|(?<![不先没未])发offer|可以发|发吧|同意录用|录用通知|(?<!不)(?<!未)(?<!没)通过|[一二三终]面过了|\\bhire\\b|可以往下走",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern RESULT_WORD = Pattern.compile(
            "不通过|未通过|没通过|通过|不录用?|暂缓|建议录用|淘汰|发offer|可以发|不考虑|先拒|留库|待定|首选|备选|不用了|no go|hire|on hold|reject(?:ed)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BARE = Pattern.compile(
            "(?:这次|先|本次|建议|结论是?|所以|因此|因此先)?(?:就)?(?:不通过|未通过|通过|不录用?|暂缓|淘汰|先拒|留库吧?|待定|不考虑|可惜了?|keep|pity|hire|on hold|先放一放)(?:了|吧)?(?:[,，](?:可惜|留库|简历留着|留库吧?|遗憾))?",
            Pattern.CASE_INSENSITIVE);
    /** Reasons that lie outside the person: told in a notes mail they count even when no word says no. */
    private static final Set<RejectionCode> OUTSIDE = EnumSet.of(
            RejectionCode.HEADCOUNT_FROZEN,
            RejectionCode.SALARY,
            RejectionCode.LOCATION,
            RejectionCode.TIMING,
            RejectionCode.COMPETING_OFFER,
            RejectionCode.CANDIDATE_DECLINED,
            RejectionCode.INTEGRITY);

    /** Sentences are many and mostly no reasons, so likeness of meaning is not asked for each. */
    private static final RejectionClassifier RULES = new RejectionClassifier();

    private final String text;
    private final List<Sentences.Sentence> sentences;

    private Outcomes(String text, List<Sentences.Sentence> sentences) {
        this.text = text;
        this.sentences = sentences;
    }

    static Outcomes of(MailText mail, List<Sentences.Sentence> free, Map<Label, NoteLine> labelled) {
        StringBuilder text = new StringBuilder(mail.subject()).append('\n');
        free.forEach(sentence -> text.append(sentence.text()).append('\n'));
        for (Label label : List.of(Label.RESULT, Label.OPINION, Label.GAP)) {
            NoteLine line = labelled.get(label);
            if (line != null) {
                text.append(line.value()).append('\n');
            }
        }
        List<Sentences.Sentence> all = new java.util.ArrayList<>(free);
        NoteLine result = labelled.get(Label.RESULT);
        if (result != null) {
            all.add(new Sentences.Sentence(result.value(), result.number(), Label.RESULT));
        }
        return new Outcomes(text.toString(), all);
    }

    boolean isNo() {
        return NO.matcher(text).find();
    }

    private boolean isYes() {
        return YES.matcher(text).find();
    }

    /** The reasons that a sentence gives, as far as the mail as a whole says no. */
    List<RejectionClassifier.Reason> reasonsIn(String sentence) {
        if (isBareResult(sentence)) {
            return List.of();
        }
        return RULES.read(sentence).stream()
                .filter(reason -> reason.code() != RejectionCode.UNKNOWN
                        && reason.confidence() >= (OUTSIDE.contains(reason.code()) ? OUTSIDE_ENOUGH : SURE_ENOUGH))
                .filter(reason ->
                        OUTSIDE.contains(reason.code()) || isNo() && !isYes() || reason.confidence() >= 0.9 && !isYes())
                .toList();
    }

    /** The sentence that says no. */
    Optional<Sentences.Sentence> no() {
        return sentences.stream()
                .filter(sentence -> NO.matcher(sentence.text()).find())
                .findFirst();
    }

    /** The word for the result. */
    Optional<String> result() {
        return sentences.stream()
                .map(sentence -> RESULT_WORD.matcher(sentence.text()))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    /** What a label announces as the result says yes or no, rather than what the person is like. */
    boolean isResult(String sentence) {
        return NO.matcher(sentence).find()
                || YES.matcher(sentence).find()
                || RESULT_WORD.matcher(sentence).lookingAt();
    }

    /** A sentence that tells the result and nothing about the person. */
    boolean isBareResult(String sentence) {
        return BARE.matcher(sentence.strip()).matches();
    }
}
