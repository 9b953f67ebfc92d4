package org.talentrecall.scoring.recommendation;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Everything a night says; the shape of {@code report.json}. */
public record NightReport(
        LocalDate date,
        List<OpeningList> openings,
        List<FollowUp> followUps,
        List<ReviewItem> review,
        List<Departure> left,
        Balance reconciliation) {
    public NightReport {
        openings = List.copyOf(openings);
        followUps = List.copyOf(followUps);
        review = List.copyOf(review);
        left = List.copyOf(left);
    }

    /**
     * One opening's list.
     *
     * @param suppressed persons who would stand in the list but must not, counted by reason in alphabetical order
     */
    public record OpeningList(
            String id,
            String title,
            List<Recommendation> recommendations,
            List<NearMiss> nearMisses,
            Map<String, Integer> suppressed) {
        public OpeningList {
            recommendations = List.copyOf(recommendations);
            nearMisses = List.copyOf(nearMisses);
            suppressed = Collections.unmodifiableMap(new TreeMap<>(suppressed));
        }
    }

    /**
     * Another opening that wants the same person.
     *
     * @param first true when that other opening is the person's best; it should speak first
     */
    public record AlsoFor(String openingId, String title, int score, boolean first) {}

    /**
     * A reminder.
     *
     * @param rule {@code MEET}, {@code ASK_AGAIN}, {@code NO_ANSWER} or {@code PROMISED}
     * @param overdue whether {@code due} lies before the night
     */
    public record FollowUp(
            String candidateId, String name, String rule, Text text, LocalDate due, boolean overdue, Claim evidence) {}

    /**
     * Something a person has to decide.
     *
     * @param kind a constant of {@link org.talentrecall.archive.fact.Review.Kind} by name
     * @param id the question's id
     * @param form what the question needs to know of itself when it comes back answered
     */
    public record ReviewItem(
            String candidateId, String name, String kind, Text question, Claim evidence, String id, String form) {}

    /** Somebody whom the previous night recommended and this one does not. */
    public record Departure(
            String candidateId, String name, String openingId, String title, int rank, int score, Text why) {}

    /** Proof of completeness: what was read and what became of it, and whether archive and index agree. */
    public record Balance(List<SourceLine> sources, long archive, long index, boolean balanced) {
        public Balance {
            sources = List.copyOf(sources);
        }
    }

    /** One source's line. */
    public record SourceLine(String source, long read, long stored, long merged, long rejected, long suppressed) {}
}
