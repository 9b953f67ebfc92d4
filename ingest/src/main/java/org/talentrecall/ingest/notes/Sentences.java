package org.talentrecall.ingest.notes;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cuts lines into sentences. */
final class Sentences {
    private static final Pattern END = Pattern.compile("[。；;！!？?]+|(?<=[a-z)\\d])\\.(?=\\s|$)|——");
    /** What stands at the beginning to say who is meant: name, contacts and post in brackets. */
    private static final String HEAD =
            "^(?:\\d{1,2}\\s*[、.)）]\\s*)?(?:候选人\\s*[:：]?\\s*)?%s\\s*(?:[(（][^)）]*[)）])?(?:[,，:：\\s]*(?:\\+?\\d[\\d\\s-]{9,16}|[\\w.+-]+@[\\w.-]+)(?:(?=[,，。\\s])|$))?[,，:：\\s]*";

    private static final String CONTACT_FIRST =
            "^[^,，。;；:：()（）]{0,16}?(?:[,，]\\s*)?(?:电话|手机|邮箱)?\\s*(?:\\+?\\d[\\d\\s-]{9,16}|[\\w.+-]+@[\\w.-]*\\w)[)）]?\\s*[,，:：。\\s]*";

    private Sentences() {}

    static List<Sentence> of(NoteSegment.Numbered line, @Nullable String name) {
        String text = line.text();
        if (name != null && text.contains(name) && text.indexOf(name) <= 8) {
            text = text.substring(text.indexOf(name)).replaceFirst(HEAD.formatted(Pattern.quote(name)), "");
            text = text.replaceFirst(CONTACT_FIRST, "");
        }
        List<Sentence> sentences = new ArrayList<>();
        Matcher end = END.matcher(text);
        int from = 0;
        while (end.find()) {
            add(sentences, text.substring(from, end.start()), line.number());
            from = end.end();
        }
        add(sentences, text.substring(from), line.number());
        return sentences;
    }

    private static void add(List<Sentence> sentences, String text, int line) {
        String bare = text.replaceFirst("^[,，、\\s:：的]+", "").strip();
        if (bare.codePoints().anyMatch(Character::isLetter)) {
            sentences.add(new Sentence(bare, line, null));
        }
    }

    /** @param label the label it stands behind, or null */
    record Sentence(String text, int line, NoteLine.@Nullable Label label) {
        Sentence labelledAs(NoteLine.Label as) {
            return new Sentence(text, line, as);
        }

        /** What joins it to the sentence before. */
        String joint() {
            return FactList.hasHan(text) ? "。" : ". ";
        }
    }
}
