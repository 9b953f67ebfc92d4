package org.talentrecall.ingest.resume;

import java.util.List;
import org.talentrecall.archive.fact.StatedFact;

/**
 * What a document turned out to be and what it says about one person.
 *
 * @param facts for a RESUME what was read, empty for every other kind
 * @param confidence 0 to 1 that the kind is right
 * @param whole whether all of it was read; false where it has more text than a resume
 */
public record ResumeReading(Kind kind, List<StatedFact> facts, double confidence, boolean whole) {
    public ResumeReading {
        facts = List.copyOf(facts);
    }

    /** What a document is. */
    public enum Kind {
        RESUME("RESUME", "The resume of one person.", false),
        COVER_LETTER(
                "COVER_LETTER", "A covering letter without a resume: ask the sender for the resume itself.", false),
        /** Describes a post, not a person. */
        JOB_ADVERT(
                "JOB_ADVERT",
                "A job advertisement: it describes a post and no person; enter the opening in a workbook of openings.",
                false),
        SEVERAL_PEOPLE(
                "SEVERAL_PEOPLE",
                "The file tells of several people: split it and hand in one file for each of them.",
                true),
        EMPTY_FORM("EMPTY_FORM", "A form that is not filled in: ask the sender for the filled one.", true),
        BUSINESS_PAPER("BUSINESS_PAPER", "An invoice, order, contract or the like: it is about no candidate.", false),
        ARTICLE("ARTICLE", "An article or report: running text without a person to be reached.", false),
        OTHER(
                "NOT_A_RESUME",
                "Nothing that a resume has was found: if it is one all the same, enter the person in a workbook of"
                        + " candidates.",
                false),
        /** The beginning, which alone was read, is no resume. */
        TOO_LONG(
                "TOO_LONG",
                "It has more text than a resume (2,000 lines, 100,000 characters, 3,000 in a line), and what was read of it"
                        + " tells of nobody: if a resume is in it, hand that in as a file of its own.",
                false),
        /** Holds no letters: a scan without text, or nothing at all. */
        EMPTY("NO_TEXT", "The file holds no text (a scan?): ask for the document itself, or type the data in.", true);

        private final String code;
        private final String sentence;
        private final boolean open;

        Kind(String code, String sentence, boolean open) {
            this.code = code;
            this.sentence = sentence;
            this.open = open;
        }

        /** Stable, in upper case; the reason under which a record is left out or rejected. */
        public String code() {
            return code;
        }

        /** What it is and what to do about it. */
        public String sentence() {
            return sentence;
        }

        /** Whether somebody should do something about it. */
        public boolean isOpen() {
            return open;
        }
    }
}
