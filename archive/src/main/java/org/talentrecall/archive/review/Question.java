package org.talentrecall.archive.review;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.fact.PersonFact;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.json.ArchiveJson;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.RecordId;

/**
 * Something about one person that only people can answer. Stays the same question, with the same id, from night to night
 * for as long as what it is about stays as it is.
 *
 * @param name the person's name, for display
 * @param about the fact in question; null when it is about something that nobody stated
 * @param choices facts of which one is right; empty when only {@code about} is in question
 * @param record a record that tells what is in question; the answer belongs to the person whom this record speaks of
 * @param evidence where what is in question was read, the earliest first
 */
public record Question(
        String id,
        Review.Kind kind,
        PersonId person,
        String name,
        @Nullable PersonFact about,
        List<PersonFact> choices,
        RecordId record,
        List<Evidence> evidence) {
    private static final int DIGITS = 16;

    public Question {
        choices = List.copyOf(choices);
        evidence = List.copyOf(evidence);
    }

    /** A question about one fact. */
    public static Question about(Review.Kind kind, Dossier dossier, Evidenced<?> entry) {
        return of(kind, dossier, entry.fact(), List.of(), entry.evidence());
    }

    /** Which of several facts is right. */
    static Question among(Review.Kind kind, Dossier dossier, List<? extends Evidenced<?>> entries) {
        List<PersonFact> choices =
                entries.stream().<PersonFact>map(Evidenced::fact).toList();
        List<Evidence> evidence =
                entries.stream().flatMap(entry -> entry.evidence().stream()).toList();
        return of(kind, dossier, null, choices, evidence);
    }

    private static Question of(
            Review.Kind kind,
            Dossier dossier,
            @Nullable PersonFact about,
            List<PersonFact> choices,
            List<Evidence> evidence) {
        RecordId record = evidence.get(0).record();
        return new Question(
                id(kind, record, about == null ? ArchiveJson.write(choices) : ArchiveJson.write(about)),
                kind,
                dossier.id(),
                dossier.name().orElse(dossier.id().value()),
                about,
                choices,
                record,
                evidence);
    }

    /** The id of a question: 64 bits of SHA-256 over what it asks, of which record and about what. */
    public static String id(Review.Kind kind, RecordId record, String about) {
        String whole = kind.name() + '\n' + record + '\n' + about;
        return ContentHash.of(whole.getBytes(StandardCharsets.UTF_8)).value().substring(0, DIGITS);
    }

    /** The answer that counts: the latest one. */
    public Optional<Review> answered(Dossier dossier) {
        return dossier.of(Review.class).stream()
                .map(Evidenced::fact)
                .filter(review -> review.question().equals(id))
                .reduce((earlier, later) -> later.at().isBefore(earlier.at()) ? earlier : later);
    }
}
