package org.talentrecall.scoring.reason;

import org.talentrecall.archive.fact.OpeningDescription.Status;
import org.talentrecall.scoring.recommendation.Text;

/** The post was frozen: it must be open now. */
record PostOpen() implements Condition {
    @Override
    public Finding test(Trial trial) {
        if (trial.post().status() != Status.OPEN) {
            return Finding.stands(Text.of("why.post.frozen"));
        }
        String because = trial.post().openedBecause();
        Text what = because == null || because.isBlank()
                ? Text.of("change.post.open", trial.post().title())
                : Text.of("change.post.open.because", trial.post().title(), because);
        return Finding.lifted(Text.of("why.post.open"), trial.ours(what));
    }
}
