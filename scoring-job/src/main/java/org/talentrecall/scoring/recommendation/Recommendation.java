package org.talentrecall.scoring.recommendation;

import java.util.List;
import org.talentrecall.scoring.recommendation.NightReport.AlsoFor;

/**
 * One person to call back for one opening.
 *
 * @param rank from 1 within the opening
 * @param candidateId the person's id
 * @param confidence 0–1: how much of the score rests on known data
 * @param changedSince what changed since we said no, the most telling first
 * @param evidence the claims behind the score
 * @param confirmFirst what to find out before or during the first contact
 * @param alsoFor other openings the person is recommended for tonight
 * @param points the whole account of the score
 */
public record Recommendation(
        int rank,
        String candidateId,
        String name,
        int score,
        Band band,
        Components components,
        double confidence,
        Reason reason,
        List<Change> changedSince,
        When when,
        How how,
        List<Claim> evidence,
        List<Text> confirmFirst,
        Movement movement,
        List<AlsoFor> alsoFor,
        List<Point> points) {
    public Recommendation {
        changedSince = List.copyOf(changedSince);
        evidence = List.copyOf(evidence);
        confirmFirst = List.copyOf(confirmFirst);
        alsoFor = List.copyOf(alsoFor);
        points = List.copyOf(points);
    }
}
