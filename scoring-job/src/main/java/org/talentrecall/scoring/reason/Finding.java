package org.talentrecall.scoring.reason;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.scoring.recommendation.Change;
import org.talentrecall.scoring.recommendation.Reason.Standing;
import org.talentrecall.scoring.recommendation.Text;

/**
 * What testing a reason's condition gave.
 *
 * @param why one sentence for the standing
 * @param changed what lifted it; empty unless lifted
 * @param findOut what to ask, where it stands or cannot be told
 * @param liftsOn the day from which it no longer stands, where time alone lifts it
 * @param unasked whether it is lifted only because the post asks for nothing of the kind: no change of theirs
 */
public record Finding(
        Standing standing,
        Text why,
        List<Change> changed,
        List<Text> findOut,
        @Nullable LocalDate liftsOn,
        boolean unasked) {
    public Finding {
        changed = List.copyOf(changed);
        findOut = List.copyOf(findOut);
    }

    static Finding lifted(Text why, Change... changed) {
        return new Finding(Standing.LIFTED, why, List.of(changed), List.of(), null, false);
    }

    static Finding unasked(Text why, Change ours) {
        return new Finding(Standing.LIFTED, why, List.of(ours), List.of(), null, true);
    }

    static Finding stands(Text why, Text... findOut) {
        return new Finding(Standing.STANDS, why, List.of(), List.of(findOut), null, false);
    }

    static Finding standsUntil(LocalDate day, Text why) {
        return new Finding(Standing.STANDS, why, List.of(), List.of(), day, false);
    }

    static Finding unknown(Text why, Text... findOut) {
        return new Finding(Standing.UNKNOWN, why, List.of(), List.of(findOut), null, false);
    }
}
