package org.talentrecall.ingest;

import java.util.List;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.mailbox.MailMeaning;
import org.talentrecall.ingest.notes.MailText;
import org.talentrecall.ingest.resume.ResumeReader;

/** Brings the readers of resumes and of mails to the mailbox. */
final class ReadersOfWords implements MailMeaning {
    private final ResumeReader resumes;

    ReadersOfWords(ResumeReader resumes) {
        this.resumes = resumes;
    }

    @Override
    public List<StatedFact> facts(DocumentText text, PlaceNamer places) {
        return resumes.read(text, places).facts();
    }

    @Override
    public Said mail(MailText mail, PlaceNamer places) {
        if (mail.bulk()) {
            return Said.leftOut("NEWSLETTER");
        }
        List<StatedFact> facts = resumes.read(DocumentText.of(mail.own()), (page, line) -> places.at(null, line))
                .facts();
        return new Said(null, facts.isEmpty() ? List.of() : List.of(facts));
    }
}
