package org.talentrecall.scoring.reason;

import org.talentrecall.scoring.profile.Claims;
import org.talentrecall.scoring.recommendation.Claim;
import org.talentrecall.scoring.recommendation.Reason;
import org.talentrecall.scoring.recommendation.Reason.Standing;
import org.talentrecall.scoring.recommendation.Text;

/**
 * One reason with what its test gave.
 *
 * @param samePost whether it was given for the post now open, or one called alike
 */
public record Judgement(Refusal refusal, Finding finding, boolean samePost) {
    public Standing standing() {
        return finding.standing();
    }

    /** For people: the code, the notes' own words, the date. */
    public Reason reason() {
        return new Reason(refusal.no().code(), words(), refusal.date(), finding.standing());
    }

    /** The no as a claim with its place. */
    public Claim claim() {
        String date = refusal.date();
        return new Claim(Text.of("claim.refusal", date == null ? "" : date, words()), refusal.place());
    }

    private Text words() {
        String words = refusal.no().text();
        return words.isBlank() ? Text.of("reason." + refusal.no().code().name()) : Text.words(Claims.cut(words));
    }
}
