package org.talentrecall.scoring.profile;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.talentrecall.archive.text.ResourceTable;
import org.talentrecall.archive.text.TextFolding;

/**
 * How an opinion sounds, by the words of {@code tone.tsv}. Read clause by clause, since people praise and regret in one
 * breath: "逻辑清晰,但缺乏ToB经验".
 */
public final class Tone {
    /** What an opinion without any telling word is worth: neither for nor against. */
    public static final int NEUTRAL = 60;

    private static final int BEST = 95;
    private static final int WORST = 10;
    private static final List<Word> WORDS = ResourceTable.rows(Tone.class, "tone.tsv").stream()
            .flatMap(row -> Stream.of(row.get(1).split("\\s+"))
                    .map(word -> new Word(word.replace('_', ' '), Integer.parseInt(row.get(0)))))
            .toList();

    private Tone() {}

    /** A rating from 0 to 100 read from the words alone. */
    public static int rating(String opinion) {
        int sum = clauses(opinion).mapToInt(Tone::weight).sum();
        return Math.max(WORST, Math.min(BEST, NEUTRAL + sum));
    }

    /** The clauses that do not speak against the person. */
    static String praise(String opinion) {
        return clauses(opinion).filter(clause -> weight(clause) >= 0).collect(Collectors.joining(" "));
    }

    private static Stream<String> clauses(String opinion) {
        return Stream.of(opinion.split("[,，.。;；!！?？\\n]|但是|但|不过|(?i:\\bbut\\b)"))
                .filter(clause -> !clause.isBlank());
    }

    /** The strongest word against wins over all words for, for "不够扎实" is no praise. */
    private static int weight(String clause) {
        String folded = TextFolding.fold(clause);
        List<Integer> heard = WORDS.stream()
                .filter(word -> folded.contains(word.text()))
                .map(Word::weight)
                .toList();
        int against = heard.stream().mapToInt(Integer::intValue).min().orElse(0);
        return against < 0
                ? against
                : heard.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    private record Word(String text, int weight) {}
}
