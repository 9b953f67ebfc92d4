package org.talentrecall.scoring.reason;

import org.talentrecall.scoring.recommendation.Text;

/** Culture and integrity: nothing we could read lifts them; only a person can decide otherwise. */
record NeverByItself() implements Condition {
    @Override
    public Finding test(Trial trial) {
        return Finding.stands(Text.of("why.never"));
    }
}
