package org.talentrecall.scoring.profile;

import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Term;

/**
 * A skill or field that somebody named in their own words: 缺乏ToB项目经验, "RTOS experience". Found in other words by the
 * vocabulary (ToB is also B端, and SaaS is a kind of it), else by its letters.
 *
 * @param name as it is shown
 * @param terms the vocabulary's terms in it; empty when it knows none
 * @param letters what is left when the empty words are taken out, folded
 */
public record Subject(String name, Set<Term> terms, String letters) {
    private static final Pattern EMPTY_WORDS = Pattern.compile(
            "缺乏|缺少|欠缺|没有|没做过|不足|相关|领域|项目|经验|经历|能力|背景|系统|推行|实操"
                    + "|方面|技能|的|不会|不熟悉|\\b(?:lacks?|lacking|no|missing|experience|skills?|with|in|of|any|project|background|knowledge)\\b");
    private static final Pattern CLAUSE = Pattern.compile("[,，。;；\\n]+");
    private static final Pattern LACKING = Pattern.compile("缺|欠|没|不足|不具备|\\b(?:no|lack\\w*|missing|without)\\b");
    /** How notes begin that tell what was missing. */
    private static final Pattern LACK =
            Pattern.compile("^(?i:缺乏|缺少|欠缺|没有|缺|lacks? (?:of )?|lacking |missing |no )\\s*");
    /** Words in which somebody tells of a lack instead of naming a field: 资历偏浅，工作年限不足. */
    private static final Pattern SENTENCE = Pattern.compile(
            "[,，。;；!！?？、:：]|不|偏|缺|没|无|未|太|过于|\\b(?:no|not|lack\\w*|missing|without|insufficient|too|needs?)\\b");
    /** From here on the letters of an unknown field count as found: nearly all of them, in any order. */
    private static final double FOUND = 0.85;

    public Subject {
        terms = Set.copyOf(terms);
    }

    public static Subject of(String words) {
        String letters = EMPTY_WORDS
                .matcher(TextFolding.fold(words))
                .replaceAll(" ")
                .replaceAll("[\\p{P}\\p{S}&&[^+#]]+|\\s+", " ")
                .strip();
        return new Subject(LACK.matcher(words.strip()).replaceFirst(""), Words.terms(words), letters);
    }

    /**
     * What a note says was missing: its detail, or where the vocabulary knows nothing of that, whatever it knows in the
     * clauses of the note that tell of a lack: 没有做过企业客户，缺乏ToB项目经验 is about ToB.
     */
    public static Subject missing(@Nullable String detail, String text) {
        Subject told = of(detail == null || detail.isBlank() ? text : detail);
        if (!told.terms().isEmpty()) {
            return told;
        }
        return CLAUSE.splitAsStream(text.strip())
                .filter(clause -> LACKING.matcher(TextFolding.fold(clause)).find())
                .map(Subject::of)
                .filter(clause -> !clause.terms().isEmpty())
                .findFirst()
                .orElse(told);
    }

    /** Whether the name can stand in a sentence of ours as the name of a field. */
    public boolean isPhrase() {
        return !name.isEmpty() && !SENTENCE.matcher(TextFolding.fold(name)).find();
    }

    public boolean isEmpty() {
        return terms.isEmpty() && letters.isEmpty();
    }

    /** Whether a text speaks of it, or of a kind of it. */
    public boolean in(String text) {
        if (!terms.isEmpty()) {
            Set<Term> found = Words.terms(text);
            return terms.stream().anyMatch(wanted -> found.stream().anyMatch(each -> Words.covers(wanted, each)));
        }
        return !letters.isEmpty() && Words.contained(letters, text) >= FOUND;
    }
}
