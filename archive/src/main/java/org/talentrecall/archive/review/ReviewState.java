package org.talentrecall.archive.review;

import java.util.Optional;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.Review;

/** How far the way from entered over reviewed to archived has been gone (录入-审核-归档). */
public enum ReviewState {
    /** Read from its sources; nobody of ours has looked at it. */
    ENTERED,
    /** Somebody has confirmed or corrected it, while other questions about the person are still open. */
    REVIEWED,
    /** Confirmed or corrected, and nothing about the person is open. */
    ARCHIVED;

    /** The dossier as a whole: reviewed as soon as anything of it is. */
    public static ReviewState of(Dossier dossier) {
        return dossier.of(Review.class).isEmpty() ? ENTERED : reviewed(dossier);
    }

    /** One of the dossier's facts. */
    public static ReviewState of(Dossier dossier, Evidenced<?> entry) {
        return review(dossier, entry).isEmpty() ? ENTERED : reviewed(dossier);
    }

    private static ReviewState reviewed(Dossier dossier) {
        return OpenQuestions.of(dossier).isEmpty() ? ARCHIVED : REVIEWED;
    }

    /** The latest answer that confirms, corrects or verifies the fact: who, when and how. */
    public static Optional<Review> review(Dossier dossier, Evidenced<?> entry) {
        return dossier.of(Review.class).stream()
                .filter(review -> stands(review.fact()) && sharesRecord(review, entry))
                .map(Evidenced::fact)
                .reduce((earlier, later) -> later.at().isBefore(earlier.at()) ? earlier : later);
    }

    /** The latest proof of the fact; for education and employment. */
    public static Optional<Review> verification(Dossier dossier, Evidenced<?> entry) {
        return dossier.of(Review.class).stream()
                .filter(review -> review.fact().answer() == Review.Answer.VERIFIED && sharesRecord(review, entry))
                .map(Evidenced::fact)
                .reduce((earlier, later) -> later.at().isBefore(earlier.at()) ? earlier : later);
    }

    private static boolean stands(Review review) {
        return switch (review.answer()) {
            case CONFIRMED, CORRECTED, VERIFIED -> true;
            case REJECTED, NOT_KNOWN -> false;
        };
    }

    private static boolean sharesRecord(Evidenced<Review> review, Evidenced<?> entry) {
        return entry.evidence().stream()
                .map(Evidence::record)
                .anyMatch(record ->
                        review.evidence().stream().map(Evidence::record).anyMatch(record::equals));
    }
}
