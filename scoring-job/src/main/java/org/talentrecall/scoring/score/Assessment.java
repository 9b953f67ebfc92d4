package org.talentrecall.scoring.score;

import java.util.List;
import org.talentrecall.archive.opening.Opening;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.reason.Verdict;
import org.talentrecall.scoring.recommendation.Band;
import org.talentrecall.scoring.recommendation.Claim;
import org.talentrecall.scoring.recommendation.Components;
import org.talentrecall.scoring.recommendation.Point;
import org.talentrecall.scoring.recommendation.Text;

/**
 * One person scored for one opening.
 *
 * @param score 0–100, with the caps of what still stands or is unknown
 * @param without what it would be if the one thing that stands did not: uncapped, and what was missing there
 * @param proven whether anything shows that they can do the work
 * @param confidence 0–1: how much of the score rests on known data
 * @param points the account, component by component
 * @param confirmFirst what to find out
 */
public record Assessment(
        Profile profile,
        Opening opening,
        Verdict verdict,
        int score,
        int without,
        Band band,
        Components components,
        boolean proven,
        double confidence,
        List<Point> points,
        List<Text> confirmFirst) {
    public Assessment {
        points = List.copyOf(points);
        confirmFirst = List.copyOf(confirmFirst);
    }

    /** The claims behind the score, each once: the noes first, then by component. */
    public List<Claim> evidence() {
        List<Claim> claims = new java.util.ArrayList<>(verdict.evidence());
        points.forEach(point -> claims.addAll(point.claims()));
        return claims.stream().distinct().toList();
    }
}
