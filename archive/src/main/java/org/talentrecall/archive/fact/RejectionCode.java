package org.talentrecall.archive.fact;

/** Why a candidate was not hired. Each code carries a testable condition (M12), held by the scoring stage. */
public enum RejectionCode {
    HEADCOUNT_FROZEN,
    SALARY,
    SKILL_GAP,
    EXPERIENCE_GAP,
    LEVEL,
    LOCATION,
    TIMING,
    COMPETING_OFFER,
    CANDIDATE_DECLINED,
    CULTURE,
    INTEGRITY,
    /** Nobody wrote a reason, or it cannot be told from the words: goes to review. */
    UNKNOWN
}
