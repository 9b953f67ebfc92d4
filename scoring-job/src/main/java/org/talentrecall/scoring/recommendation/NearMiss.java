package org.talentrecall.scoring.recommendation;

import java.util.List;

/**
 * A person who would be recommended but for one fact.
 *
 * @param score with the obstacle's cap
 * @param without what the score would be if the fact did not stand
 * @param blocking the one fact
 * @param when the date from which it no longer stands, where it can be told; else the night itself with what to do
 * @param confirmFirst what to find out to lift it
 */
public record NearMiss(
        String candidateId,
        String name,
        int score,
        int without,
        Band band,
        Components components,
        double confidence,
        Reason reason,
        Text blocking,
        When when,
        List<Change> changedSince,
        List<Claim> evidence,
        List<Text> confirmFirst) {
    public NearMiss {
        changedSince = List.copyOf(changedSince);
        evidence = List.copyOf(evidence);
        confirmFirst = List.copyOf(confirmFirst);
    }
}
