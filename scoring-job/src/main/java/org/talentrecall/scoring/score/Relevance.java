package org.talentrecall.scoring.score;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.talentrecall.archive.fact.OpeningDescription;
import org.talentrecall.archive.vocabulary.Term;
import org.talentrecall.scoring.profile.Words;

/** Whether some words are about the field of an opening. */
final class Relevance {
    /** Share of the opening's title that must stand in the words when the vocabulary knows no term of it. */
    private static final double TITLE_FOUND = 0.6;

    private Relevance() {}

    static boolean toOpening(OpeningDescription post, String words) {
        if (Words.contained(post.title(), words) >= TITLE_FOUND) {
            return true;
        }
        Set<Term> found = Words.terms(words);
        return field(post).stream().anyMatch(wanted -> found.stream().anyMatch(each -> Words.covers(wanted, each)));
    }

    /** The domains and skills of title and must-haves; titles and languages would fit too many. */
    private static Set<Term> field(OpeningDescription post) {
        List<String> asked = new ArrayList<>(post.mustHaves());
        asked.add(post.title());
        Set<Term> terms = new HashSet<>();
        asked.forEach(text -> terms.addAll(Words.terms(text)));
        return terms.stream()
                .filter(term -> switch (term.kind()) {
                    case SKILL, DOMAIN, INDUSTRY, CERTIFICATE -> true;
                    case TITLE, LANGUAGE -> false;
                })
                .collect(Collectors.toSet());
    }
}
