package org.talentrecall.ingest.mailbox;

import java.util.List;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.archive.record.Subject;

/** A record on its way to become a reading, before it is known whom its message is about. */
record MessageRecord(SourceRecord record, List<StatedFact> facts, Disposition disposition, Part part) {
    /** What part of the message it is, which decides the links it gets. */
    enum Part {
        BODY,
        FILE,
        /** An invitation or its like; no papers. */
        CALENDAR
    }

    static MessageRecord stored(SourceRecord record, List<StatedFact> facts, Part part) {
        return new MessageRecord(record, facts, new Disposition.Stored(), part);
    }

    static MessageRecord rejected(SourceRecord record, String code, String sentence) {
        return new MessageRecord(record, List.of(), new Disposition.Rejected(code, sentence), Part.FILE);
    }

    static MessageRecord leftOut(SourceRecord record, String code) {
        return new MessageRecord(record, List.of(), new Disposition.Suppressed(code), Part.FILE);
    }

    static MessageRecord leftOut(SourceRecord record, String code, String sentence) {
        return new MessageRecord(record, List.of(), new Disposition.Suppressed(code, sentence), Part.FILE);
    }

    boolean aboutSomebody() {
        return !facts.isEmpty();
    }

    Reading reading(List<IdentityKey> links) {
        boolean person = aboutSomebody();
        return new Reading(
                record, person ? Subject.PERSON : Subject.NONE, facts, person ? links : List.of(), disposition);
    }
}
