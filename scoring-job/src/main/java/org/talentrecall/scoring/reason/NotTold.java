package org.talentrecall.scoring.reason;

import org.talentrecall.scoring.recommendation.Text;

/** Nobody wrote a reason: somebody has to ask who was there. */
record NotTold() implements Condition {
    @Override
    public Finding test(Trial trial) {
        return Finding.unknown(Text.of("why.untold"), Text.of("ask.reason"));
    }
}
