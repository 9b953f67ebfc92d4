package org.talentrecall.ingest.mailbox;

import java.util.List;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.InvalidContact;
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
        Subject subject = !aboutSomebody() ? Subject.NONE : isVague() ? Subject.MENTION : Subject.PERSON;
        return new Reading(record, subject, facts, aboutSomebody() ? links : List.of(), disposition);
    }

    /**
     * That an address leads nowhere, or that a mail with somebody may have been about something else, makes nobody a
     * candidate.
     */
    private boolean isVague() {
        return facts.stream()
                .anyMatch(stated -> stated.fact() instanceof InvalidContact
                        || stated.fact() instanceof Doubt doubt && doubt.kind() == Doubt.Kind.MEANING);
    }
}
