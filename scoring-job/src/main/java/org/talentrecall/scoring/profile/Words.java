package org.talentrecall.scoring.profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.archive.vocabulary.Term;
import org.talentrecall.archive.vocabulary.Vocabulary;

/** Compares words by the letters and by the vocabulary: what does not need a model of meaning. */
public final class Words {
    /** Runs of Chinese characters, or one word of other letters; signs as in C++ and C# belong to the word. */
    private static final Pattern RUN = Pattern.compile("\\p{IsHan}+|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+[+#]*");

    /** Enough for the passages of some hundred persons; about 20 MB at the most. */
    private static final Memo<Set<String>> PIECES = new Memo<>(4_000, Words::cut);

    private static final Memo<Set<Term>> TERMS = new Memo<>(8_000, Words::mentioned);

    private Words() {}

    /** The terms a text mentions, each once, in the order of the text. */
    public static Set<Term> terms(String text) {
        return TERMS.of(text);
    }

    /** Whether somebody who shows {@code found} has what {@code wanted} names: the same, or a kind of it. */
    public static boolean covers(Term wanted, Term found) {
        return Vocabulary.standard().covers(wanted, found);
    }

    /** How much of {@code wanted} (its pairs of Chinese characters and its words) stands in {@code found}, 0–1. */
    public static double contained(String wanted, String found) {
        Set<String> pieces = pieces(wanted);
        if (pieces.isEmpty()) {
            return 0;
        }
        Set<String> there = pieces(found);
        long both = pieces.stream().filter(there::contains).count();
        return (double) both / pieces.size();
    }

    /** Likeness of two short texts by what they share (Dice), 0–1. */
    public static double alike(String one, String other) {
        Set<String> first = pieces(one);
        Set<String> second = pieces(other);
        if (first.isEmpty() || second.isEmpty()) {
            return 0;
        }
        Set<String> both = new HashSet<>(first);
        both.retainAll(second);
        return 2.0 * both.size() / (first.size() + second.size());
    }

    /** Whether two names of posts mean the same post: equal but for case and blanks, or one within the other. */
    public static boolean samePost(String one, String other) {
        String first = TextFolding.fold(one).replace(" ", "");
        String second = TextFolding.fold(other).replace(" ", "");
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        return first.contains(second) || second.contains(first) || alike(first, second) >= 0.6;
    }

    /** Whether two titles, in whatever languages, name the same trade: the vocabulary finds a common term in them. */
    public static boolean sameTrade(String one, String other) {
        Set<Term> found = terms(other);
        return terms(one).stream().anyMatch(found::contains);
    }

    private static Set<Term> mentioned(String text) {
        Set<Term> terms = new LinkedHashSet<>();
        Vocabulary.standard().mentions(text).forEach(mention -> terms.add(mention.term()));
        return Collections.unmodifiableSet(terms);
    }

    private static Set<String> pieces(String text) {
        return PIECES.of(text);
    }

    private static Set<String> cut(String text) {
        List<String> pieces = new ArrayList<>();
        Matcher run = RUN.matcher(TextFolding.fold(text));
        while (run.find()) {
            String piece = run.group();
            if (piece.length() == 1 || !TextFolding.hasHan(piece)) {
                pieces.add(piece);
            } else {
                for (int i = 0; i + 1 < piece.length(); i++) {
                    pieces.add(piece.substring(i, i + 2));
                }
            }
        }
        return Set.copyOf(pieces);
    }
}
