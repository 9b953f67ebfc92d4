package org.talentrecall.enrich.profile;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.text.OrganisationNames;
import org.talentrecall.archive.vocabulary.Seniority;

/** A post on somebody's page, and what taking it up means for the career. */
final class CareerSteps {
    private CareerSteps() {}

    /**
     * Adds the posts, and for each dated one the step it was: a promotion when the same employer gave a higher title, a
     * new job when it is still held.
     */
    static void add(List<Employment> posts, String element, double confidence, Facts facts) {
        posts.forEach(post -> facts.add(post, element, confidence));
        for (Employment post : posts) {
            CareerUpdate.@Nullable Kind kind = kind(post, posts);
            if (kind != null) {
                facts.add(
                        new CareerUpdate(kind, post.from(), post.company(), post.title(), words(post), facts.url()),
                        element,
                        confidence);
            }
        }
    }

    private static CareerUpdate.@Nullable Kind kind(Employment post, List<Employment> posts) {
        if (post.from() == null) {
            return null;
        }
        List<Employment> earlier = posts.stream()
                .filter(other -> other.from() != null && other.from().compareTo(post.from()) < 0)
                .filter(other -> OrganisationNames.key(other.company()).equals(OrganisationNames.key(post.company())))
                .toList();
        if (earlier.isEmpty()) {
            return post.current() ? CareerUpdate.Kind.NEW_JOB : null;
        }
        boolean higher = post.title() != null
                && earlier.stream()
                        .map(Employment::title)
                        .filter(Objects::nonNull)
                        .allMatch(title -> Seniority.of(title) < Seniority.of(post.title()));
        return higher ? CareerUpdate.Kind.PROMOTION : null;
    }

    private static String words(Employment post) {
        return Stream.of(post.title(), post.company(), post.description())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
    }
}
