package org.talentrecall.ingest;

import java.util.List;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.mailbox.MailMeaning;
import org.talentrecall.ingest.notes.MailReader;
import org.talentrecall.ingest.notes.MailReading;
import org.talentrecall.ingest.notes.MailText;
import org.talentrecall.ingest.resume.ResumeReader;

/** Brings the readers of resumes and of mails to the mailbox. */
final class ReadersOfWords implements MailMeaning {
    private final ResumeReader resumes;
    private final MailReader mails;

    ReadersOfWords(ResumeReader resumes, MailReader mails) {
        this.resumes = resumes;
        this.mails = mails;
    }

    @Override
    public List<StatedFact> facts(DocumentText text, PlaceNamer places) {
        return resumes.read(text, places).facts();
    }

    @Override
    public Said mail(MailText mail, PlaceNamer places) {
        MailReading reading = mails.read(mail, places);
        return reading.kind().isLeftOut()
                ? Said.leftOut(reading.kind().name())
                : new Said(
                        null,
                        reading.segments().stream()
                                .map(MailReading.Segment::facts)
                                .toList());
    }
}
