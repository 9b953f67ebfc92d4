package org.talentrecall.scoring.reason;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.scoring.profile.Claims;
import org.talentrecall.scoring.profile.Profile;
import org.talentrecall.scoring.profile.Words;

/**
 * A no, with the day it fell.
 *
 * @param no as it was read; as {@link RejectionCode#UNKNOWN} when the reading is in doubt, and as one of level when the
 *     experience that is missing is one of years
 * @param day the last day it can mean; null when nothing tells
 * @param place where it is written
 */
public record Refusal(NotHired no, @Nullable LocalDate day, String place) {
    /** A reading below this is a guess: it must not decide about anybody, least of all about their integrity. */
    private static final double SURE = 0.6;

    /** Whether words stand there whose meaning is too doubtful to act on. */
    public static boolean doubtful(Evidenced<NotHired> told) {
        return told.confidence() < SURE;
    }

    static Refusal of(Evidenced<NotHired> told, Profile profile) {
        NotHired no = doubtful(told) ? as(RejectionCode.UNKNOWN, told.fact()) : told.fact();
        if (no.code() == RejectionCode.EXPERIENCE_GAP && LevelReached.isMeant(no.detail(), no.text())) {
            no = as(RejectionCode.LEVEL, no);
        }
        LocalDate day = no.date() != null ? no.date().latest() : interviewed(no, profile);
        if (day == null) {
            day = Claims.day(told.firstSaid());
        }
        return new Refusal(no, day, Claims.place(told.evidence()));
    }

    private static NotHired as(RejectionCode code, NotHired no) {
        return new NotHired(code, null, no.text(), no.date(), no.post(), no.openingId());
    }

    /** The date to show, as exact as it was given. */
    public @Nullable String date() {
        if (no.date() != null) {
            return no.date().toString();
        }
        return day == null ? null : day.toString();
    }

    /** Whether it tells for which post it was given. */
    public boolean namesPost() {
        return no.openingId() != null || (no.post() != null && !no.post().isBlank());
    }

    /** Whether both speak of the same post of ours; a no without any post fits every one. */
    boolean samePost(Refusal other) {
        if (no.openingId() != null && other.no.openingId() != null) {
            return no.openingId().equals(other.no.openingId());
        }
        return no.post() == null || other.no.post() == null || Words.samePost(no.post(), other.no.post());
    }

    private static @Nullable LocalDate interviewed(NotHired no, Profile profile) {
        return profile.dossier().of(Interview.class).stream()
                .map(Evidenced::fact)
                .filter(interview ->
                        no.post() == null || interview.post() == null || Words.samePost(no.post(), interview.post()))
                .map(Interview::date)
                .filter(Objects::nonNull)
                .map(PartialDate::latest)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
