package org.talentrecall.ingest.resume;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.Recent;

/**
 * Reads careers told in sentences: "1999年7月至2000年9月在某某公司工作，任职副总经理", "我从某某学院会计专业本科毕业，后来跳到某某公司做出纳".
 * Each employer and each school that is told with a verb opens a part of the text, which ends where the next one opens or
 * the sentence ends; dates, titles and degrees are looked for in the part alone.
 */
final class Prose {
    /** Clauses that only lead to what follows: "毕业之后", "2007年6月", "学历大专". */
    private static final GatedPattern DATED = GatedPattern.compile("(?:19|20)\\d{2}\\s?[年./-]");

    private static final GatedPattern YEAR = GatedPattern.compile("(?:19|20)\\d{2}(?!\\d)");
    private static final GatedPattern THEN =
            GatedPattern.compile("(?:毕业|之|此|随|其|以|然|离职|离开)后|后来|辞去|辞掉|接着|第.份工作|最近|目前|现在");
    /** "一直做到2007年5月": the end of what was told before. */
    private static final GatedPattern LEFT = GatedPattern.compile("(?:直|干|做|作|任职)(?:到|至)|离开|离职(?!后)|辞职|^(?:到|至)");

    private static final GatedPattern AFTER_STUDY = GatedPattern.compile("毕业(?:之|以)?后");
    private static final int LONGEST_LEAD = 32;
    private static final int LONGEST_BETWEEN = 16;
    private static final Pattern DATE_ALONE = Pattern.compile(
            "\\s*[从自于]?\\s*(?:19|20)\\d{2}[\\d年月日./\\s~—–-]{1,12}(?:[到至][\\d年月日./\\s]{1,12})?(?:至今|起)?\\s*");

    /** A line is asked again as each entry near it is gathered. */
    private static final Recent<Boolean> TOLD = new Recent<>(1 << 9, 200, Prose::tells);

    private Prose() {}

    /** Whether a line with a span of time tells it in a sentence, so that no table's rules fit it. */
    static boolean isTold(Line line) {
        return TOLD.of(line.folded());
    }

    private static boolean tells(String folded) {
        return ProsePosts.isTold(folded) || ProseStudies.tellsGraduation(folded);
    }

    static List<Found> read(Line line) {
        List<Found> found = new ArrayList<>();
        int end = 0;
        for (int begin = 0; begin < line.length(); begin = end + 1) {
            end = endOfSentence(line.folded(), begin);
            sentence(line.part(begin, end), found);
        }
        return found;
    }

    private static int endOfSentence(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) != '。' && text.charAt(at) != ';') {
            at++;
        }
        return at;
    }

    private static void sentence(Line sentence, List<Found> found) {
        // A post without any date is not believed, so most sentences need no look.
        List<ProsePosts.Told> posts = YEAR.isIn(sentence.folded()) ? ProsePosts.find(sentence) : List.of();
        int from = 0;
        for (int i = 0; i < posts.size(); i++) {
            ProsePosts.Told post = posts.get(i);
            int begin = lead(sentence.folded(), post.start(), from);
            int end = i + 1 < posts.size()
                    ? lead(sentence.folded(), posts.get(i + 1).start(), post.nameEnd())
                    : sentence.length();
            ProseStudies.read(sentence.part(from, begin), found);
            ProsePosts.read(sentence, post, begin, end).ifPresent(found::add);
            from = end;
        }
        ProseStudies.read(sentence.part(from, sentence.length()), found);
    }

    /** Where the part begins that something told at a place belongs to: its clause, and clauses that only lead to it. */
    static int lead(String folded, int at, int from) {
        int begin = beginOfClause(folded, at, from);
        while (begin > from) {
            int before = beginOfClause(folded, begin - 1, from);
            String clause = folded.substring(before, begin - 1);
            String bare = AFTER_STUDY.matcher(clause).replaceAll("后来");
            boolean leads = clause.length() <= LONGEST_LEAD
                    && !LEFT.isIn(clause)
                    && !ProseStudies.isTold(bare)
                    && (DATED.isIn(clause) || THEN.isIn(clause));
            if (!leads && !isBetween(folded, before, begin - 1, from)) {
                break;
            }
            begin = before;
        }
        return begin;
    }

    /** "2004年7月至2006年10月，通过考试，在…": few words between a date and what it is the date of. */
    private static boolean isBetween(String folded, int begin, int end, int from) {
        String clause = folded.substring(begin, end);
        if (begin <= from || clause.length() > LONGEST_BETWEEN || LEFT.isIn(clause) || ProseStudies.isTold(clause)) {
            return false;
        }
        String earlier = folded.substring(beginOfClause(folded, begin - 1, from), begin - 1);
        return earlier.length() <= LONGEST_LEAD && DATE_ALONE.matcher(earlier).matches();
    }

    static int beginOfClause(String folded, int at, int from) {
        int begin = at;
        while (begin > from && folded.charAt(begin - 1) != ',' && folded.charAt(begin - 1) != '，') {
            begin--;
        }
        return begin;
    }
}
