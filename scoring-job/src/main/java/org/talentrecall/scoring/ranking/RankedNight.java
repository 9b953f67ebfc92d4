package org.talentrecall.scoring.ranking;

import java.time.LocalDate;
import java.util.List;
import org.talentrecall.scoring.recommendation.NightReport.Departure;
import org.talentrecall.scoring.recommendation.NightReport.OpeningList;
import org.talentrecall.scoring.recommendation.NightReport.ReviewItem;

/**
 * A night's lists, ready for the report.
 *
 * @param left recommended the night before, and tonight no longer
 * @param review noes without a reason that somebody has to supply, one a person
 * @param scored how many pairs of person and opening were scored
 */
public record RankedNight(
        LocalDate date, List<OpeningList> openings, List<Departure> left, List<ReviewItem> review, long scored) {
    public RankedNight {
        openings = List.copyOf(openings);
        left = List.copyOf(left);
        review = List.copyOf(review);
    }
}
