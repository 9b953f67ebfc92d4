package org.talentrecall.archive.intake;

import java.util.List;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.archive.record.Subject;

/**
 * One record as a reader hands it over: what it is, what it says, how it ended. The raw bytes are already in the
 * {@link RawStore}.
 *
 * @param facts empty unless the disposition is {@link Disposition.Stored}
 * @param links identity keys that the facts do not show, such as {@link IdentityKey.Kind#MESSAGE}; the archive itself
 *     derives the others
 */
public record Reading(
        SourceRecord record,
        Subject subject,
        List<StatedFact> facts,
        List<IdentityKey> links,
        Disposition disposition) {
    public Reading {
        facts = List.copyOf(facts);
        links = List.copyOf(links);
        if (!facts.isEmpty() && !(disposition instanceof Disposition.Stored)) {
            throw new IllegalArgumentException("Only a stored record has facts: " + record.id());
        }
    }

    public static Reading stored(
            SourceRecord record, Subject subject, List<StatedFact> facts, List<IdentityKey> links) {
        return new Reading(record, subject, facts, links, new Disposition.Stored());
    }

    public static Reading rejected(SourceRecord record, String code, String sentence) {
        return new Reading(record, Subject.NONE, List.of(), List.of(), new Disposition.Rejected(code, sentence));
    }

    /** @param sentence the reason for people, without personal data */
    public static Reading suppressed(SourceRecord record, String code, String sentence) {
        return new Reading(record, Subject.NONE, List.of(), List.of(), new Disposition.Suppressed(code, sentence));
    }

    public static Reading suppressed(SourceRecord record, String code) {
        return new Reading(record, Subject.NONE, List.of(), List.of(), new Disposition.Suppressed(code));
    }
}
