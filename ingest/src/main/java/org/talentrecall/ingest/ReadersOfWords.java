package org.talentrecall.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.ingest.calendar.CalendarReader;
import org.talentrecall.ingest.calendar.CalendarReading;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.document.ReadInPart;
import org.talentrecall.ingest.mailbox.MailMeaning;
import org.talentrecall.ingest.mailbox.OwnDomains;
import org.talentrecall.ingest.notes.MailReader;
import org.talentrecall.ingest.notes.MailReading;
import org.talentrecall.ingest.notes.MailText;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.resume.ResumeReader;
import org.talentrecall.ingest.resume.ResumeReading;

/** Brings the readers of resumes and of mails to the mailbox. */
final class ReadersOfWords implements MailMeaning {
    /**
     * Patterns of Java call themselves for each repetition of a group. Those that could do so without end are bounded, but a
     * text that finds another must cost itself and not the run, and the stack is whole again when it is caught here.
     */
    private static final String TOO_INVOLVED = "TOO_INVOLVED";

    private static final String TOO_INVOLVED_SENTENCE =
            "The text repeats something so often that it cannot be read: if it tells of somebody, enter the person in a"
                    + " workbook of candidates.";

    private static final String UNDATED = "UNDATED_MAIL";
    private static final String UNDATED_SENTENCE =
            "The mail speaks of somebody, but neither it nor its mailbox says when it was written, and what it says would"
                    + " stand at a wrong day: save it as a file of its own, whose time then counts.";

    private static final int LONGEST_LINE = 80;

    private final ResumeReader resumes;
    private final MailReader mails;
    private final CalendarReader calendars;

    ReadersOfWords(ResumeReader resumes, MailReader mails, CalendarReader calendars) {
        this.resumes = resumes;
        this.mails = mails;
        this.calendars = calendars;
    }

    @Override
    public CalendarReading calendar(byte[] content, PlaceNamer places) {
        return calendars.read(content, places);
    }

    static ReadersOfWords of(RejectionClassifier classifier, IngestSettings settings) {
        ResumeReader resumes = new ResumeReader(Vocabulary.standard());
        Set<String> bosses = settings.bosses().stream()
                .map(boss -> boss.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return new ReadersOfWords(
                resumes,
                new MailReader(resumes, classifier, bosses, settings.zone()),
                new CalendarReader(new OwnDomains(settings.ownDomains())::own, settings.zone()));
    }

    @Override
    public Told read(DocumentText text, PlaceNamer places) {
        ResumeReading reading;
        try {
            reading = resumes.read(text, places);
        } catch (StackOverflowError e) {
            return new AboutNobody(TOO_INVOLVED, TOO_INVOLVED_SENTENCE, true);
        }
        ResumeReading.Kind kind = reading.kind();
        if (kind == ResumeReading.Kind.RESUME) {
            List<StatedFact> facts = new ArrayList<>(
                    text.recognised() ? ScannedResume.marked(reading.facts(), places) : reading.facts());
            if (text.cut() || !reading.whole()) {
                facts.add(ReadInPart.asked(lastLine(text), places));
            }
            return new AboutOne(facts);
        }
        boolean strange = kind == ResumeReading.Kind.OTHER || kind == ResumeReading.Kind.ARTICLE;
        return strange && text.recognised() && ScannedResume.isPage(text)
                ? ScannedResume.unclear()
                : new AboutNobody(kind.code(), kind.sentence(), kind.isOpen());
    }

    /** Where reading may have ended: the words that somebody who looks for the rest finds it by. */
    private static String lastLine(DocumentText text) {
        String last = text.whole()
                .lines()
                .limit(ResumeReader.MOST_LINES)
                .reduce("", (before, line) -> line.isBlank() ? before : line.strip());
        return last.substring(0, Math.min(last.length(), LONGEST_LINE));
    }

    @Override
    public Said mail(MailText mail, PlaceNamer places) {
        return said(mail, () -> mails.read(mail, places));
    }

    @Override
    public Said mail(MailText mail, PlaceNamer places, String kind) {
        Optional<MailReading.Kind> told = Stream.of(MailReading.Kind.values())
                .filter(one -> one.name().equals(kind) && one != MailReading.Kind.UNCLEAR)
                .findFirst();
        return told.isEmpty() ? mail(mail, places) : said(mail, () -> mails.read(mail, places, told.get()));
    }

    private static Said said(MailText mail, Supplier<MailReading> reader) {
        try {
            MailReading reading = reader.get();
            return mail.sentAt() == null && !reading.segments().isEmpty()
                    ? Said.rejected(UNDATED, UNDATED_SENTENCE)
                    : said(reading);
        } catch (StackOverflowError e) {
            return Said.rejected(TOO_INVOLVED, TOO_INVOLVED_SENTENCE);
        }
    }

    private static Said said(MailReading reading) {
        if (reading.kind() == MailReading.Kind.UNCLEAR) {
            return Said.rejected(
                    "UNCLEAR_MAIL",
                    "The rules cannot tell what this mail is, and it names nobody whom the question could stand with: tell it by a folder-hint of its source, or enter what it says in a workbook.");
        }
        return reading.kind().isLeftOut()
                ? Said.leftOut(reading.kind().name())
                : Said.of(reading.segments().stream()
                        .map(MailReading.Segment::facts)
                        .toList());
    }
}
