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
        /** A mail server says that an address does not exist. */
        BOUNCE,
        /** A mail server says that a mail is late, or was refused for a reason that says nothing about the address. */
        DELIVERY_TROUBLE,
        /** An automatic answer says that somebody has left their employer. */
        LEFT_EMPLOYER,
        /** Any other automatic answer. */
        ABSENCE,
        NEWSLETTER,
        /** Written by a program: confirmations, codes, warnings, receipts. */
        SYSTEM,
        /** An answer to the nightly report, kept whole for those who carry it out. */
        REPORT_ANSWER,
        /** Nothing about candidates. */
        OTHER,
        /** The rules cannot tell, and it names nobody. */
        UNCLEAR;

        /** Whether a mail of this kind says nothing about people and is left out on purpose. */
        public boolean isLeftOut() {
            return switch (this) {
                case DELIVERY_TROUBLE, ABSENCE, NEWSLETTER, SYSTEM, REPORT_ANSWER, OTHER -> true;
                default -> false;
            };
        }
    }

    /** The facts about one person. */
    public record Segment(List<StatedFact> facts) {
        public Segment {
            facts = List.copyOf(facts);
        }
    }
}
