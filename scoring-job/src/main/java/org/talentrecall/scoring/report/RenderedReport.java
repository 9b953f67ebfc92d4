package org.talentrecall.scoring.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.talentrecall.scoring.recommendation.Components;

/**
 * A night's report in one language: exactly the document of {@code report.json}, from which page and workbook are made
 * too. Dates of sources are ISO 8601 as exact as the source gave them.
 *
 * @param language {@code zh-CN} or {@code en}
 */
public record RenderedReport(
        LocalDate date,
        String language,
        List<Opening> openings,
        List<FollowUp> followUps,
        List<Review> review,
        List<Left> left,
        Reconciliation reconciliation) {

    /** The same lists with another proof of completeness. */
    public RenderedReport with(Reconciliation other) {
        return new RenderedReport(date, language, openings, followUps, review, left, other);
    }

    /** One opening's list; see {@code NightReport.OpeningList}. */
    public record Opening(
            String id,
            String title,
            List<Recommended> recommendations,
            List<NearMiss> nearMisses,
            Map<String, Integer> suppressed) {}

    /** One person to call back. */
    public record Recommended(
            int rank,
            String candidateId,
            String name,
            int score,
            String band,
            Components components,
            double confidence,
            Reason reason,
            List<Change> changedSince,
            When when,
            How how,
            List<Evidence> evidence,
            List<String> confirmFirst,
            String movement,
            List<AlsoFor> alsoFor,
            List<Point> points) {}

    /** Why not then. */
    public record Reason(String code, String text, @Nullable String date, String standing) {}

    /** What changed since. */
    public record Change(String what, @Nullable String date, String source) {}

    /** The moment. */
    public record When(LocalDate date, boolean now, String why) {}

    /** The way. */
    public record How(
            String channel,
            List<String> steps,
            String template,
            String language,
            String subject,
            String draft,
            @Nullable String mailto) {}

    /** A claim and its place. */
    public record Evidence(String claim, String locator) {}

    /** Another opening for the same person. */
    public record AlsoFor(String openingId, String title, int score, boolean first) {}

    /** One step of the score's account. */
    public record Point(String component, String text, double points, List<Evidence> claims) {}

    /** A person kept back by one fact. */
    public record NearMiss(
            String candidateId,
            String name,
            int score,
            int without,
            String band,
            Components components,
            double confidence,
            Reason reason,
            String blocking,
            When when,
            List<Change> changedSince,
            List<Evidence> evidence,
            List<String> confirmFirst) {}

    /** A reminder. */
    public record FollowUp(
            String candidateId,
            String name,
            String rule,
            String text,
            LocalDate due,
            boolean overdue,
            Evidence evidence) {}

    /** A question for HR. */
    public record Review(
            String candidateId, String name, String kind, String question, Evidence evidence, String id, String form) {}

    /** Gone since the night before. */
    public record Left(
            String candidateId, String name, String openingId, String title, int rank, int score, String why) {}

    /** Proof of completeness. */
    public record Reconciliation(List<Source> sources, long archive, long index, boolean balanced) {}

    /** One source's line. */
    public record Source(String source, long read, long stored, long merged, long rejected, long suppressed) {}
}
