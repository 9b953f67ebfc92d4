package org.talentrecall.ingest.notes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Communication.Stance;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.notes.MailReading.Kind;
import org.talentrecall.ingest.notes.MailReading.Segment;

/** Mails whose kind does not win clearly: who is meant and that they wrote is kept, what it means is asked. */
final class Doubtful {
    static final String QUESTION = MailReader.WHICH_KIND;
    private static final int LONGEST = 300;

    private Doubtful() {}

    /** @param read what the mail says if it is of a kind */
    static MailReading of(
            MailText mail,
            MailClassifier.Verdict verdict,
            LocalDate said,
            PlaceNamer places,
            Function<Kind, List<Segment>> read) {
        Kind likely = verdict.kind().isLeftOut() ? verdict.second() : verdict.kind();
        if (likely.isLeftOut()) {
            return new MailReading(verdict.kind(), verdict.confidence(), List.of());
        }
        List<Segment> certain = new ArrayList<>();
        for (Segment segment : read.apply(likely)) {
            List<StatedFact> facts = new ArrayList<>(certain(segment));
            if (!facts.isEmpty()) {
                facts.add(new StatedFact(doubt(mail, verdict, said), places.at(null, null), verdict.confidence()));
                certain.add(new Segment(facts));
            }
        }
        boolean machine = mail.from() == null || mail.bulk();
        return certain.isEmpty()
                ? new MailReading(
                        verdict.kind().isLeftOut() || machine ? Kind.OTHER : Kind.UNCLEAR,
                        verdict.confidence(),
                        List.of())
                : new MailReading(likely, verdict.confidence(), certain);
    }

    private static Doubt doubt(MailText mail, MailClassifier.Verdict verdict, LocalDate said) {
        String words =
                mail.subject() + (mail.own().isBlank() ? "" : ": " + mail.own().strip());
        return new Doubt(
                Doubt.Kind.MEANING,
                QUESTION,
                FactList.clip(words.replaceAll("\\s+", " "), LONGEST),
                List.of(verdict.kind().name(), verdict.second().name()),
                PartialDate.of(said));
    }

    private static List<StatedFact> certain(Segment segment) {
        return segment.facts().stream()
                .filter(stated -> stated.fact() instanceof PersonName
                        || stated.fact() instanceof Contact
                        || stated.fact() instanceof Communication)
                .map(stated -> stated.fact() instanceof Communication talk
                        ? new StatedFact(unread(talk), stated.locator(), stated.confidence())
                        : stated)
                .toList();
    }

    /** That they wrote is certain, what they meant is not. */
    private static Communication unread(Communication talk) {
        return new Communication(
                talk.date(),
                talk.channel(),
                talk.direction(),
                talk.by(),
                talk.content(),
                talk.answer(),
                Stance.NONE,
                null,
                talk.letter());
    }
}
