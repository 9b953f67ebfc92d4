package org.talentrecall.scoring.score;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.scoring.profile.Subject;

/** What would be if one obstacle did not stand: the thought behind "but for this one fact". */
record Relief(@Nullable RejectionCode code, Optional<Subject> missing) {
    static final Relief NONE = new Relief(null, Optional.empty());

    static Relief of(NotHired no) {
        boolean gap = no.code() == RejectionCode.SKILL_GAP || no.code() == RejectionCode.EXPERIENCE_GAP;
        Optional<Subject> missing = gap
                ? Optional.of(Subject.missing(no.detail(), no.text())).filter(subject -> !subject.isEmpty())
                : Optional.empty();
        return new Relief(no.code(), missing);
    }

    boolean lifts(RejectionCode obstacle) {
        return code == obstacle;
    }

    /** Whether a requirement asks for what was missing. */
    boolean meets(String requirement) {
        return missing.map(subject -> subject.in(requirement)).orElse(false);
    }

    boolean closesGap() {
        return code == RejectionCode.SKILL_GAP || code == RejectionCode.EXPERIENCE_GAP || code == RejectionCode.LEVEL;
    }
}
