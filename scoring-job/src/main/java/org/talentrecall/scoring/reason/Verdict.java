package org.talentrecall.scoring.reason;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.scoring.recommendation.Change;
import org.talentrecall.scoring.recommendation.Claim;
import org.talentrecall.scoring.recommendation.Reason;
import org.talentrecall.scoring.recommendation.Reason.Standing;

/**
 * All reasons that count for one person and one opening, judged.
 *
 * @param reason the one to show: what still stands before what is unknown before what is lifted; of these the one for the
 *     same post, then the latest
 * @param main the judgement behind {@code reason}; null when nobody ever wrote a no
 * @param judged every reason that counts
 * @param overall stands when any stands, unknown when any is unknown
 * @param interviewed whether the person was ever interviewed or refused by us
 * @param changedSince what changed since the no, the most telling first
 * @param evidence the noes themselves
 */
public record Verdict(
        Reason reason,
        @Nullable Judgement main,
        List<Judgement> judged,
        Standing overall,
        boolean interviewed,
        List<Change> changedSince,
        List<Claim> evidence) {
    public Verdict {
        judged = List.copyOf(judged);
        changedSince = List.copyOf(changedSince);
        evidence = List.copyOf(evidence);
    }

    /** The reasons that keep the person from being recommended. */
    public List<Judgement> obstacles() {
        return judged.stream()
                .filter(judgement -> judgement.standing() == Standing.STANDS)
                .toList();
    }

    /** The no for the very post that is open now, where there was one. */
    public Optional<Judgement> forThisPost() {
        return judged.stream().filter(Judgement::samePost).findFirst();
    }
}
