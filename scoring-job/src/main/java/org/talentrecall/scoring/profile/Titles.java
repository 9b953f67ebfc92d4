package org.talentrecall.scoring.profile;

import java.util.regex.Pattern;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Seniority;

/** Takes titles apart into the function (研发) and the rank (经理). */
public final class Titles {
    private static final Pattern BRACKETS = Pattern.compile("[(（【\\[][^)）】\\]]*[)）】\\]]");
    private static final Pattern RANKS = Pattern.compile(
            "高级|资深|初级|中级|助理|副|首席|主任|总监|主管|经理|组长|负责人|工程师|专员|专家|总工程师|总工|岗"
                    + "|\\b(?:senior|sr|junior|jr|lead|leader|principal|staff|chief|head of|head|deputy|assistant|associate|director|manager|supervisor|specialist|engineer|expert)\\b");

    private static final Memo<Integer> LEVELS = new Memo<>(4_000, Titles::highest);
    /** A resume tells a rise in one line: 算法实习生、算法工程师. */
    private static final Pattern SEVERAL = Pattern.compile("[、/→；;]|->");

    private Titles() {}

    /** How high a title stands, see {@link Seniority}. */
    public static int seniority(String title) {
        return LEVELS.of(title);
    }

    private static int highest(String title) {
        return SEVERAL.splitAsStream(title)
                .filter(each -> !each.isBlank())
                .mapToInt(Seniority::of)
                .max()
                .orElseGet(() -> Seniority.of(title));
    }

    /** What the post is about, without brackets and rank: 研发经理(影像) and 资深研发工程师 are both about 研发. */
    public static String function(String title) {
        String plain = BRACKETS.matcher(TextFolding.fold(title)).replaceAll(" ");
        return RANKS.matcher(plain)
                .replaceAll(" ")
                .replaceAll("[\\s\\p{P}]+", " ")
                .strip();
    }

    /** Whether both are the same title but for case and blanks. */
    public static boolean same(String one, String other) {
        return TextFolding.fold(one)
                .replace(" ", "")
                .equals(TextFolding.fold(other).replace(" ", ""));
    }

    /** Whether both titles are about the same function, whatever the rank. */
    public static boolean sameFunction(String one, String other) {
        String first = function(one);
        String second = function(other);
        if (first.length() < 2 || second.length() < 2) {
            return false;
        }
        return first.contains(second) || second.contains(first);
    }
}
