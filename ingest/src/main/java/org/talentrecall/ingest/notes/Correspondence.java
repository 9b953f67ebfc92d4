package org.talentrecall.ingest.notes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Application;
import org.talentrecall.archive.fact.CareerUpdate;
import org.talentrecall.archive.fact.Communication;
import org.talentrecall.archive.fact.Communication.Channel;
import org.talentrecall.archive.fact.Communication.Direction;
import org.talentrecall.archive.fact.Communication.Stance;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.ContactPreference;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.InvalidContact;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.text.DateReader;
import org.talentrecall.archive.text.PayReader;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.notes.MailReading.Segment;

/** Reads mails between us and a candidate: applications, our letters, their answers, invitations. */
final class Correspondence {
    private static final int LONGEST = 1_000;
    private static final int MOST_RECEIVERS = 5;
    private static final int MOST_EARLIER = 20;
    private static final int LONGEST_SUBJECT = 200;
    private static final double BY_SIGNATURE = 0.6;
    private static final double BY_QUESTION = 0.9;
    private static final Pattern OFFER_TALK =
            Pattern.compile("offer|录用|入职|面试|流程|机会|放弃|应聘|application|position|process", Pattern.CASE_INSENSITIVE);
    private static final Pattern WANTS = Pattern.compile(
            "(?:期望(?:薪资|月薪|年薪)?|salary expectation|expected salary)\\s*[:：]?\\s*(?<pay>[^,，。;；\\n]{2,20})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WHEN =
            Pattern.compile("(?:时间|date|time|when)\\s*[:：]\\s*(?<when>[^\\n]{4,40})", Pattern.CASE_INSENSITIVE);

    private final RejectionClassifier classifier;

    Correspondence(RejectionClassifier classifier) {
        this.classifier = classifier;
    }

    /** What the mail of an application says of its sender; their papers say the rest. */
    Segment application(MailText mail, PlaceNamer places, LocalDate said) {
        FactList facts = new FactList(places);
        sender(mail, facts);
        contacts(mail, facts);
        String name = NoteWords.nameInSubject(mail).orElse(null);
        if (!facts.hasName() && name != null) {
            facts.add(new PersonName(name), null, 0.85);
        }
        applied(mail, facts, said, name);
        Matcher wants = WANTS.matcher(mail.own());
        if (wants.find()) {
            PayReader.read(wants.group("pay"))
                    .ifPresent(pay -> facts.add(
                            new SalaryStatement(SalaryStatement.Kind.EXPECTED, pay, PartialDate.of(said)),
                            lineOf(mail.own(), wants.start()),
                            0.85));
        }
        answers(mail, facts, said);
        return new Segment(facts.facts());
    }

    void applied(MailText mail, FactList facts, LocalDate said, @Nullable String name) {
        applied(mail.subject(), mail.own(), facts, said, name);
    }

    /** What a letter with this subject and these words applies for. */
    void applied(String subject, String own, FactList facts, LocalDate said, @Nullable String name) {
        Optional<String> post = Posts.inSubject(subject, name).or(() -> Posts.inText(own));
        String openingId = NoteWords.requisition(subject + ' ' + own).orElse(null);
        post.ifPresent(title -> facts.add(new Application(title, openingId, PartialDate.of(said)), null, 0.85));
    }

    /** Our letter: one communication with each candidate it went to. */
    List<Segment> outreach(MailText mail, PlaceNamer places, LocalDate said) {
        List<Segment> segments = new ArrayList<>();
        for (MailText.Address to : strangers(mail)) {
            FactList facts = receiver(to, places);
            facts.add(communication(mail, said, Direction.OUT, Stance.NONE, null), firstLine(mail), 0.95);
            segments.add(new Segment(facts.facts()));
        }
        return segments;
    }

    Segment reply(MailText mail, PlaceNamer places, LocalDate said) {
        FactList facts = new FactList(places);
        sender(mail, facts);
        contacts(mail, facts);
        answers(mail, facts, said);
        String own = mail.own();
        StanceReader.Answer answer = StanceReader.read(own, said);
        if (!own.isBlank()) {
            facts.add(
                    communication(mail, said, Direction.IN, answer.stance(), answer.promised()),
                    firstLine(mail),
                    Math.max(0.5, answer.confidence()));
        }
        answer.mayContact()
                .ifPresent(may -> facts.add(
                        new ContactPreference(may, FactList.clip(own, 200), PartialDate.of(said)),
                        firstLine(mail),
                        0.95));
        boolean aboutOffer = OFFER_TALK.matcher(mail.subject() + ' ' + own).find();
        if (answer.stance() == Stance.DECLINED && aboutOffer) {
            declined(mail, facts, said);
        }
        return new Segment(facts.facts());
    }

    /** What they answer between the lines of our questions. */
    private static void answers(MailText mail, FactList facts, LocalDate said) {
        for (InlineAnswer answer : InlineAnswer.of(mail)) {
            answer.facts(PartialDate.of(said)).forEach(fact -> facts.add(fact, answer.line(), BY_QUESTION));
        }
    }

    /** A candidate who turns us down gives the reason why they were not hired. */
    private void declined(MailText mail, FactList facts, LocalDate said) {
        List<RejectionClassifier.Reason> reasons = classifier.read(mail.own()).stream()
                .filter(reason -> switch (reason.code()) {
                    case SALARY, LOCATION, TIMING, COMPETING_OFFER, CANDIDATE_DECLINED -> reason.confidence() >= 0.8;
                    default -> false;
                })
                .toList();
        String post = Posts.inSubject(mail.subject(), null).orElse(null);
        if (reasons.isEmpty()) {
            facts.add(
                    new NotHired(
                            RejectionCode.CANDIDATE_DECLINED,
                            null,
                            FactList.clip(mail.own(), 200),
                            PartialDate.of(said),
                            post,
                            null),
                    firstLine(mail),
                    0.7);
        }
        reasons.forEach(reason -> facts.add(
                new NotHired(
                        reason.code(),
                        reason.detail(),
                        FactList.clip(reason.text(), 200),
                        PartialDate.of(said),
                        post,
                        null),
                firstLine(mail),
                reason.confidence() * 0.9));
    }

    List<Segment> invitation(MailText mail, PlaceNamer places, LocalDate said) {
        List<Segment> segments = new ArrayList<>();
        List<MailText.Address> strangers = strangers(mail);
        Optional<String> name = NoteWords.nameInSubject(mail);
        Matcher when = WHEN.matcher(mail.own());
        PartialDate date =
                when.find() ? DateReader.read(when.group("when"), said).orElse(null) : null;
        Interview interview = new Interview(
                date,
                Posts.inSubject(mail.subject(), name.orElse(null)).orElse(null),
                NoteWords.requisition(mail.subject() + ' ' + mail.own()).orElse(null),
                null,
                null,
                null);
        // What the calendar says can be moved and called off; a second interview from the words beside it could not.
        boolean calendar =
                mail.attachments().stream().anyMatch(file -> file.type().equals("text/calendar"));
        for (MailText.Address to : strangers) {
            FactList facts = receiver(to, places);
            if (!calendar) {
                facts.add(interview, firstLine(mail), date == null ? 0.6 : 0.9);
            }
            facts.add(communication(mail, said, Direction.OUT, Stance.NONE, null), firstLine(mail), 0.9);
            segments.add(new Segment(facts.facts()));
        }
        if (!calendar && strangers.isEmpty() && name.isPresent()) {
            FactList facts = new FactList(places);
            facts.add(new PersonName(name.get()), null, 0.85);
            facts.add(interview, firstLine(mail), date == null ? 0.6 : 0.9);
            segments.add(new Segment(facts.facts()));
        }
        return segments;
    }

    private static Communication communication(
            MailText mail, LocalDate said, Direction direction, Stance stance, @Nullable PartialDate promised) {
        String content = mail.own().isBlank() ? mail.subject() : words(mail);
        String whole = direction == Direction.OUT ? mail.subject() + "\n" + content : content;
        String by = direction == Direction.OUT
                ? mail.from() == null ? null : mail.from().name()
                : mail.to().stream()
                        .filter(MailText.Address::ours)
                        .map(MailText.Address::name)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
        return new Communication(
                PartialDate.of(said),
                Channel.MAIL,
                direction,
                by,
                FactList.clip(whole.replaceAll("\\n{2,}", "\n"), LONGEST),
                null,
                stance,
                promised,
                letter(mail));
    }

    /** Their words, each answer below the question without which it says nothing. */
    private static String words(MailText mail) {
        List<InlineAnswer> answers = InlineAnswer.of(mail);
        if (answers.isEmpty()) {
            return mail.own();
        }
        StringBuilder words = new StringBuilder();
        mail.own()
                .lines()
                .limit(mail.quotedFrom() - 1L)
                .forEach(line -> words.append(line).append('\n'));
        String question = "";
        for (InlineAnswer answer : answers) {
            if (answer.isToQuestion() && !answer.question().equals(question)) {
                words.append("> ").append(answer.question()).append('\n');
            }
            words.append(answer.answer()).append('\n');
            question = answer.question();
        }
        return words.toString().strip();
    }

    private static Communication.Letter letter(MailText mail) {
        List<String> earlier = new ArrayList<>(mail.references());
        if (mail.inReplyTo() != null && !earlier.contains(mail.inReplyTo())) {
            earlier.add(mail.inReplyTo());
        }
        int surplus = Math.max(0, earlier.size() - MOST_EARLIER);
        if (surplus > 0) {
            // The first names the thread, the last ones say where in it this mail stands.
            earlier.subList(1, 1 + surplus).clear();
        }
        return new Communication.Letter(mail.messageId(), FactList.clip(mail.subject(), LONGEST_SUBJECT), earlier);
    }

    private static FactList receiver(MailText.Address to, PlaceNamer places) {
        FactList facts = new FactList(places);
        facts.addDisplayName(to.name(), 0.9);
        facts.addMail(to.mail(), null, 0.97);
        return facts;
    }

    private static void sender(MailText mail, FactList facts) {
        MailText.Address from = mail.from();
        if (from == null) {
            return;
        }
        String shown = from.name() == null
                ? null
                : from.name().replaceFirst("(?i)\\s*(?:[(（]?via .*|通过.{1,10}|来自.{1,10})$", "");
        facts.addDisplayName(shown, 0.9);
        if (!JobBoards.isBoard(from.mail())) {
            facts.addMail(from.mail(), null, 0.95);
        }
        if (!facts.hasName()) {
            List<String> lines = (mail.own() + '\n' + mail.signature())
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .toList();
            lines.stream()
                    .skip(Math.max(0, lines.size() - 3))
                    .filter(line -> line.length() <= 30)
                    .forEach(line -> facts.addDisplayName(line, 0.8));
        }
    }

    private static void contacts(MailText mail, FactList facts) {
        int number = 0;
        for (String line : (mail.own() + "\n" + mail.signature()).split("\n", -1)) {
            number++;
            facts.addContacts(
                    line,
                    number,
                    address -> JobBoards.isBoard(address)
                            || mail.to().stream().anyMatch(to -> to.mail().equals(address)));
        }
        int before = (int) mail.own().lines().count();
        SignatureCard.of(mail.signature())
                .ifPresent(card -> facts.add(
                        new Employment(card.company(), card.title(), null, null, null, true, null),
                        before + card.line(),
                        BY_SIGNATURE));
    }

    /** An address that does not exist any more. */
    List<Segment> bounce(MailText mail, PlaceNamer places, LocalDate said) {
        List<Segment> segments = new ArrayList<>();
        for (DeliveryReport.Failed failed :
                DeliveryReport.of(mail).map(DeliveryReport::failed).orElse(List.of())) {
            FactList facts = new FactList(places);
            facts.add(
                    new InvalidContact(
                            Contact.Kind.MAIL,
                            failed.address(),
                            InvalidContact.Cause.BOUNCED,
                            failed.words(),
                            PartialDate.of(said)),
                    failed.line(),
                    failed.line() == null ? 0.97 : 0.9);
            segments.add(new Segment(facts.facts()));
        }
        return segments;
    }

    /** Somebody's automatic answer that they have left: their address there leads nowhere, and they have another post. */
    Segment leftEmployer(MailText mail, PlaceNamer places, LocalDate said) {
        FactList facts = new FactList(places);
        MailText.Address from = mail.from();
        AbsenceNote note = AbsenceNote.of(mail, said).orElse(null);
        if (from == null || note == null || JobBoards.isBoard(from.mail())) {
            return new Segment(List.of());
        }
        facts.addDisplayName(from.name(), 0.85);
        PartialDate day = PartialDate.of(said);
        facts.add(
                new InvalidContact(
                        Contact.Kind.MAIL, from.mail(), InvalidContact.Cause.LEFT_EMPLOYER, note.words(), day),
                firstLine(mail),
                0.9);
        facts.add(
                new CareerUpdate(
                        CareerUpdate.Kind.LEFT,
                        note.leftOn() == null ? day : note.leftOn(),
                        null,
                        null,
                        note.words(),
                        null),
                firstLine(mail),
                note.leftOn() == null ? 0.7 : 0.85);
        for (NoteSegment.Numbered line : note.reachable()) {
            facts.addContacts(line.text(), line.number(), address -> address.equals(from.mail()));
        }
        return new Segment(facts.facts());
    }

    private static List<MailText.Address> strangers(MailText mail) {
        return mail.to().stream().filter(to -> !to.ours()).limit(MOST_RECEIVERS).toList();
    }

    private static @Nullable Integer firstLine(MailText mail) {
        String[] lines = mail.own().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                return i + 1;
            }
        }
        return null;
    }

    private static int lineOf(String text, int at) {
        return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }
}
