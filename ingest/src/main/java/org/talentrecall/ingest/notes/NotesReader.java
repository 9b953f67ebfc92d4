package org.talentrecall.ingest.notes;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.notes.MailReading.Segment;

/** Reads what our people write about candidates: opinions, reasons, interviews, salaries. */
final class NotesReader {
    private final RejectionClassifier reasons;
    private final Set<String> bosses;

    /** @param bosses mail addresses of those whose opinion counts as the boss's, lower case */
    NotesReader(RejectionClassifier reasons, Set<String> bosses) {
        this.reasons = reasons;
        this.bosses = Set.copyOf(bosses);
    }

    List<Segment> read(MailText mail, PlaceNamer places, LocalDate said) {
        List<NoteSegment> parts = NoteSegment.of(mail);
        boolean alone = parts.size() == 1;
        return parts.stream()
                .map(part -> new SegmentReader(mail, part, alone, reasons, Opinions.writer(mail, bosses), said, places)
                        .read())
                .filter(segment -> !segment.facts().isEmpty())
                .toList();
    }
}
