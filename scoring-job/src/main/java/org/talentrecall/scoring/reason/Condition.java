package org.talentrecall.scoring.reason;

import org.talentrecall.archive.fact.NotHired;

/** What has to be true for a reason to stand no longer (M12). */
sealed interface Condition
        permits PostOpen, BudgetCovers, Gained, LevelReached, PlaceFits, MomentPassed, NeverByItself, NotTold {
    Finding test(Trial trial);

    static Condition of(NotHired no) {
        return switch (no.code()) {
            case HEADCOUNT_FROZEN -> new PostOpen();
            case SALARY -> new BudgetCovers();
            case SKILL_GAP -> new Gained(no.detail(), no.text(), true);
            case EXPERIENCE_GAP -> new Gained(no.detail(), no.text(), false);
            case LEVEL -> new LevelReached(no.text());
            case LOCATION -> new PlaceFits(no.detail());
            case TIMING, COMPETING_OFFER, CANDIDATE_DECLINED -> new MomentPassed(no.code(), no.text());
            case CULTURE, INTEGRITY -> new NeverByItself();
            case UNKNOWN -> new NotTold();
        };
    }
}
