package org.talentrecall.ingest.spreadsheet;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.talentrecall.archive.text.TextFolding;

/** Headers that are almost one that is known: a letter too many, a character that looks alike, words before it. */
final class HeaderSpelling {
    /** Characters that are taken for each other on paper and on the screen, in pairs. */
    private static final String LOOK_ALIKES = "末未己已人入侯候冈岗土士祥详析折贷货戈式坏环待侍聊联析拆";

    /** Heads of longer words that keep their meaning whatever stands before them. */
    private static final Set<Field> HEADS = EnumSet.of(
            Field.NAME,
            Field.PHONE,
            Field.MAIL,
            Field.WECHAT,
            Field.SCHOOL,
            Field.DEGREE,
            Field.EXPECTED_PAY,
            Field.CURRENT_PAY,
            Field.INTERVIEWER,
            Field.INTERVIEW_DATE);

    private static final int FEWEST_LATIN = 5;
    private static final int LATIN_FOR_TWO = 9;
    private static final int FEWEST_HAN = 4;
    private static final int FEWEST_HAN_OF_HEADS = 2;

    private HeaderSpelling() {}

    /** Latin words a letter or two off, Chinese ones with a character that looks like the right one. */
    static Optional<HeaderMeaning> nearest(String folded, Map<String, Field> known) {
        if (TextFolding.hasHan(folded)) {
            return lookingAlike(folded, known);
        }
        if (folded.length() < FEWEST_LATIN) {
            return Optional.empty();
        }
        int allowed = folded.length() >= LATIN_FOR_TWO ? 2 : 1;
        Field best = null;
        int least = allowed + 1;
        boolean tie = false;
        for (Map.Entry<String, Field> entry : known.entrySet()) {
            String synonym = entry.getKey();
            if (synonym.length() < FEWEST_LATIN
                    || Math.abs(synonym.length() - folded.length()) > allowed
                    || TextFolding.hasHan(synonym)) {
                continue;
            }
            int distance = distance(folded, synonym);
            if (distance < least) {
                least = distance;
                best = entry.getValue();
                tie = false;
            } else if (distance == least && entry.getValue() != best) {
                tie = true;
            }
        }
        return best == null || tie
                ? Optional.empty()
                : Optional.of(HeaderMeaning.of(best, Certainty.SPELLING, Recognition.SPELLING));
    }

    private static Optional<HeaderMeaning> lookingAlike(String folded, Map<String, Field> known) {
        for (int i = 0; i < folded.length(); i++) {
            int at = LOOK_ALIKES.indexOf(folded.charAt(i));
            if (at >= 0) {
                char other = LOOK_ALIKES.charAt(at ^ 1);
                Field field = known.get(folded.substring(0, i) + other + folded.substring(i + 1));
                if (field != null) {
                    return Optional.of(HeaderMeaning.of(field, Certainty.SPELLING, Recognition.SPELLING));
                }
            }
        }
        return Optional.empty();
    }

    /** 应聘者本人手机号 is a telephone number: the longest known word at the end, or before a number at the end. */
    static Optional<HeaderMeaning> contained(String folded, Map<String, Field> known) {
        if (!TextFolding.hasHan(folded)) {
            return Optional.empty();
        }
        String bare = folded.replaceFirst("[0-9一二三四五]$", "").replaceFirst("(?:情况|信息|一栏|栏)$", "");
        for (int start = 0; bare.length() - start >= FEWEST_HAN_OF_HEADS; start++) {
            String end = bare.substring(start);
            Field field = known.get(end);
            boolean telling = field != null
                    && (HEADS.contains(field) || start == 0 || end.length() >= FEWEST_HAN)
                    && TextFolding.hasHan(end);
            if (field != null && telling) {
                return Optional.of(HeaderMeaning.of(field, Certainty.CONTAINED, Recognition.PART));
            }
        }
        return Optional.empty();
    }

    /** Insertions, deletions, replacements and swapped neighbours (optimal string alignment). */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] here = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            here[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int same = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                here[j] = Math.min(Math.min(here[j - 1], last[j]) + 1, last[j - 1] + same);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    here[j] = Math.min(here[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = here;
            here = free;
        }
        return last[other.length()];
    }
}
