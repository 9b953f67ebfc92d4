package org.talentrecall.index.document;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.PartialDate;

/** The post a person holds by the newest word. */
record CurrentPost(
        @Nullable String company,
        @Nullable String title,
        @Nullable PartialDate since) {
    private static final Comparator<CurrentPost> BY_START =
            Comparator.comparing(CurrentPost::since, Comparator.nullsFirst(Comparator.<PartialDate>naturalOrder()));

    /** Null when no source speaks of a post that is still held. */
    static @Nullable CurrentPost of(Dossier dossier) {
        Stream<CurrentPost> listed = CandidateDocuments.facts(dossier, Employment.class)
                .filter(Employment::current)
                .map(post -> new CurrentPost(post.company(), post.title(), post.from()));
        Stream<CurrentPost> heard = CandidateDocuments.facts(dossier, CareerUpdate.class)
                .filter(update ->
                        update.kind() == CareerUpdate.Kind.NEW_JOB || update.kind() == CareerUpdate.Kind.PROMOTION)
                .filter(update -> update.company() != null || update.title() != null)
                .map(update -> new CurrentPost(update.company(), update.title(), update.date()));
        CurrentPost newest = Stream.concat(listed, heard).max(BY_START).orElse(null);
        if (newest == null || newest.company() != null) {
            return newest;
        }
        // A promotion seldom repeats the employer's name.
        String company = CandidateDocuments.facts(dossier, Employment.class)
                .filter(Employment::current)
                .map(Employment::company)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        return new CurrentPost(company, newest.title(), newest.since());
    }
}
