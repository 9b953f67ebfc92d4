package org.talentrecall.ingest.notes;

import java.util.List;
import org.talentrecall.archive.fact.StatedFact;

/**
 * What a mail is and what its writer says about people. Quoted text is never read as a new statement.
 *
 * @param confidence 0 to 1 that the kind is right
 * @param segments one for each person the mail speaks of; empty when it speaks of nobody
 */
public record MailReading(Kind kind, double confidence, List<Segment> segments) {
    public MailReading {
        segments = List.copyOf(segments);
    }

    /** What a mail is. */
    public enum Kind {
        /** A candidate applies. */
        APPLICATION,
        /** Somebody passes a candidate's papers on. */
        FORWARDED_RESUME,
        /** A job board passes an application on. */
        JOB_BOARD,
        INTERVIEW_NOTES,
        /** An interview is set up. */
        INVITATION,
        /** We write to a candidate. */
        OUTREACH,
        /** A candidate answers us. */
        CANDIDATE_REPLY,
        BOUNCE,
        NEWSLETTER,
        /** An answer to the nightly report. */
        REPORT_REPLY,
        OTHER;

        /** Whether a mail of this kind says nothing about people and is left out on purpose. */
        public boolean isLeftOut() {
            return this == BOUNCE || this == NEWSLETTER || this == REPORT_REPLY || this == OTHER;
        }
    }

    /** The facts about one person. */
    public record Segment(List<StatedFact> facts) {
        public Segment {
            facts = List.copyOf(facts);
        }
    }
}
