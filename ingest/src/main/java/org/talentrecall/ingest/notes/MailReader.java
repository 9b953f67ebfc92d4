package org.talentrecall.ingest.notes;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.talentrecall.archive.fact.Application;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.fact.YearsOfExperience;
import org.talentrecall.archive.text.GatedPattern;
import org.talentrecall.archive.text.NameForms;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.document.ReadInPart;
import org.talentrecall.ingest.notes.MailReading.Kind;
import org.talentrecall.ingest.notes.MailReading.Segment;
import org.talentrecall.ingest.resume.ResumeReader;
import org.talentrecall.ingest.resume.ResumeReading;

/**
 * Tells what a mail is and reads what its writer says about candidates. Never throws for what it reads. Immutable; safe
 * for use by several threads.
 */
public final class MailReader {
    /** The question that is asked where the rules cannot tell; its answers are names of {@link Kind}s. */
    public static final String WHICH_KIND = "WHICH_KIND_OF_MAIL";

    private static final int LONGEST = 40_000;
    private static final int LONGEST_SUBJECT = 300;
    private static final GatedPattern OWN_RESUME = GatedPattern.compile(
            "(?:工作经[验历]|教育(?:背景|经历)|experience|education|\\d{4}\\s?[年./-]\\s?\\d{0,2}\\s?月?\\s?(?:-|–|—|至|到|~))",
            Pattern.CASE_INSENSITIVE);

    private static final GatedPattern OF_ONESELF =
            GatedPattern.compile("应聘|应征|求职|自荐|我的简历|應聘|應徵|求職|application|applying", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEAD_LINE = Pattern.compile(
            "[*>\\s]*(?:发件人|寄件人|发送人|发送时间|发送日期|日期|时间|收件人|抄送|主题|from|sent|date|to|cc|subject)[*\\s]*[:：]",
            Pattern.CASE_INSENSITIVE);
    private static final int MOST_LETTER_LINES = 200;

    private static final Pattern YEARS = Pattern.compile("(?<!\\d)(\\d{1,2})\\s?年(?!\\d|\\s?\\d{1,2}\\s?月)");
    private static final GatedPattern HOTLINE = GatedPattern.compile("客服|热线|400[- ]?\\d|服务电话|hotline|customer service");

    private final ResumeReader resumes;
    private final NotesReader notes;
    private final Correspondence letters;
    private final ZoneId zone;

    /**
     * @param resumes reads resumes that stand in the body
     * @param bosses mail addresses of those whose opinion counts as the boss's (老总)
     * @param zone of mails that do not say theirs
     */
    public MailReader(ResumeReader resumes, RejectionClassifier reasons, Set<String> bosses, ZoneId zone) {
        this.resumes = resumes;
        this.notes = new NotesReader(reasons, bosses);
        this.letters = new Correspondence(reasons);
        this.zone = zone;
    }

    /**
     * Days in the facts of a mail whose time nobody knows mean nothing.
     *
     * @param places names lines of the body; called without page
     */
    public MailReading read(MailText given, PlaceNamer places) {
        MailText mail = shortened(given);
        LocalDate said = day(mail);
        MailClassifier.Verdict verdict = withBody(MailClassifier.classify(mail, said), mail, places);
        if (verdict.isDoubtful()) {
            return Doubtful.of(mail, verdict, said, places, kind -> segments(kind, mail, places, said));
        }
        List<Segment> telling = told(given, segments(verdict.kind(), mail, places, said), places);
        boolean silent = telling.isEmpty() && verdict.kind() == Kind.INTERVIEW_NOTES;
        return silent
                ? new MailReading(Kind.OTHER, 0.6, List.of())
                : new MailReading(verdict.kind(), verdict.confidence(), telling);
    }

    /**
     * What a mail says of which somebody has told what it is.
     *
     * @param kind as they told it; a mail that says nothing of the kind has no segments
     */
    public MailReading read(MailText given, PlaceNamer places, Kind kind) {
        MailText mail = shortened(given);
        return new MailReading(kind, 1, told(given, segments(kind, mail, places, day(mail)), places));
    }

    /** What was read of a mail that goes on behind what is read, with the question whether that adds anything. */
    private static List<Segment> told(MailText given, List<Segment> segments, PlaceNamer places) {
        if (given.own().length() <= LONGEST || segments.isEmpty()) {
            return segments;
        }
        List<Segment> all = new ArrayList<>(segments);
        List<StatedFact> first = new ArrayList<>(segments.get(0).facts());
        first.add(ReadInPart.asked(FactList.clip(given.subject(), LONGEST_SUBJECT), places));
        all.set(0, new Segment(first));
        return all;
    }

    private List<Segment> segments(Kind kind, MailText mail, PlaceNamer places, LocalDate said) {
        List<Segment> segments = switch (kind) {
            case APPLICATION -> List.of(application(mail, places, said));
            case JOB_BOARD -> board(mail, places, said);
            case FORWARDED_RESUME -> forwarded(mail, places, said);
            case INTERVIEW_NOTES -> notes.read(mail, places, said);
            case INVITATION -> letters.invitation(mail, places, said);
            case OUTREACH -> letters.outreach(mail, places, said);
            case CANDIDATE_REPLY -> List.of(letters.reply(mail, places, said));
            case BOUNCE -> letters.bounce(mail, places, said);
            case LEFT_EMPLOYER -> List.of(letters.leftEmployer(mail, places, said));
            case DELIVERY_TROUBLE, ABSENCE, NEWSLETTER, SYSTEM, REPORT_ANSWER, OTHER, UNCLEAR -> List.of();
        };
        return segments.stream().filter(segment -> !segment.facts().isEmpty()).toList();
    }

    /** What people say about candidates fits into a few pages; longer bodies are machines' or attacks. */
    private static MailText shortened(MailText mail) {
        if (mail.own().length() <= LONGEST
                && mail.quoted().length() <= LONGEST
                && mail.subject().length() <= LONGEST_SUBJECT) {
            return mail;
        }
        return new MailText(
                mail.messageId(),
                mail.mailbox(),
                mail.folderHint(),
                FactList.clip(mail.subject(), LONGEST_SUBJECT),
                mail.from(),
                mail.to(),
                mail.cc(),
                mail.sentAt(),
                mail.zone(),
                cut(mail.own()),
                cut(mail.quoted()),
                mail.quotedFrom(),
                mail.signature(),
                mail.inReplyTo(),
                mail.references(),
                mail.attachments(),
                mail.bulk());
    }

    private static String cut(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** A mail whose words tell nothing may hold a whole resume all the same. */
    private MailClassifier.Verdict withBody(MailClassifier.Verdict verdict, MailText mail, PlaceNamer places) {
        if (verdict.kind() != Kind.OTHER || resumeIn(mail.own(), 0, places).isEmpty()) {
            return verdict;
        }
        boolean ours = mail.from() != null && mail.from().ours();
        return new MailClassifier.Verdict(ours ? Kind.FORWARDED_RESUME : Kind.APPLICATION, 0.8, Kind.OTHER);
    }

    private LocalDate day(MailText mail) {
        Instant sent = mail.sentAt();
        return sent == null
                ? LocalDate.EPOCH
                : sent.atZone(mail.zone() == null ? zone : mail.zone()).toLocalDate();
    }

    private Segment application(MailText mail, PlaceNamer places, LocalDate said) {
        Segment letter = letters.application(mail, places, said);
        List<StatedFact> resume = resumeIn(mail.own(), 0, places);
        return resume.isEmpty() ? letter : joined(resume, letter);
    }

    private List<Segment> board(MailText mail, PlaceNamer places, LocalDate said) {
        FactList facts = new FactList(places);
        facts.addAll(resumeIn(wholeBody(mail), 0, places));
        String name = NoteWords.nameInSubject(mail).orElse(null);
        if (name != null && !facts.hasName()) {
            facts.add(new PersonName(name), null, 0.8);
        }
        if (facts.facts().stream().noneMatch(stated -> stated.fact() instanceof Contact)) {
            boardContacts(mail, facts);
        }
        Matcher years = YEARS.matcher(mail.subject());
        boolean told = facts.facts().stream().anyMatch(stated -> stated.fact() instanceof YearsOfExperience);
        if (!told && name != null && years.find()) {
            facts.add(new YearsOfExperience(Integer.parseInt(years.group(1))), null, 0.75);
        }
        letters.applied(mail, facts, said, name);
        return List.of(new Segment(facts.facts()));
    }

    /** Phones and addresses of the candidate; those of the board and ours are not theirs. */
    private static void boardContacts(MailText mail, FactList facts) {
        facts.addContacts(mail.subject(), 1, address -> isOthers(mail, address));
        String[] lines = wholeBody(mail).split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!HOTLINE.matcher(lines[i]).find()) {
                facts.addContacts(lines[i], i + 1, address -> isOthers(mail, address));
            }
        }
    }

    private static boolean isOthers(MailText mail, String address) {
        String from = mail.from() == null ? "" : mail.from().mail();
        return JobBoards.isBoard(address)
                || address.substring(address.indexOf('@')).equals(from.substring(Math.max(0, from.indexOf('@'))))
                || mail.to().stream().anyMatch(to -> to.mail().equals(address));
    }

    private List<Segment> forwarded(MailText mail, PlaceNamer places, LocalDate said) {
        List<StatedFact> resume = resumeIn(mail.own(), 0, places);
        if (resume.isEmpty()) {
            resume = resumeIn(mail.quoted(), Math.max(0, mail.quotedFrom() - 1), places);
        }
        FactList facts = new FactList(places);
        facts.addAll(resume);
        Optional<QuotedHead> inner = QuotedHead.ofStranger(mail);
        List<String> names = namesOf(mail, inner);
        boolean onePerson = mail.attachments().size() <= 1 && names.size() <= 1;
        if (resume.isEmpty() && onePerson) {
            names.forEach(name -> facts.add(new PersonName(name), null, 0.8));
            inner.ifPresent(head -> {
                if (names.isEmpty()) {
                    facts.addDisplayName(head.name(), 0.8);
                }
                facts.addMail(head.mail(), mail.quotedFrom() + head.line() - 1, 0.85);
            });
            labelledContacts(mail, facts);
            inner.filter(head -> isOfWriter(head, names)).ifPresent(head -> letter(mail, head, facts, said));
        }
        if (facts.isEmpty()) {
            return List.of();
        }
        boolean applied = facts.facts().stream().anyMatch(stated -> stated.fact() instanceof Application);
        if (!applied) {
            letters.applied(mail, facts, said, names.isEmpty() ? null : names.get(0));
        }
        return List.of(new Segment(facts.facts()));
    }

    /** Whether who wrote the mail that is passed on is the one it is about, and no agent. */
    private static boolean isOfWriter(QuotedHead head, List<String> names) {
        String name = head.name();
        return name != null
                && (names.isEmpty() || names.contains(name))
                && OF_ONESELF.matcher(head.subject()).find();
    }

    /** What a letter that is passed on without papers says of its writer: how to reach them, and what they apply for. */
    private void letter(MailText mail, QuotedHead head, FactList facts, LocalDate said) {
        List<String> lines = mail.quoted().lines().limit(MOST_LETTER_LINES).toList();
        int begin = Math.min(head.line(), lines.size());
        while (begin < lines.size() && HEAD_LINE.matcher(lines.get(begin)).lookingAt()) {
            begin++;
        }
        int end = begin;
        while (end < lines.size() && !HEAD_LINE.matcher(lines.get(end)).lookingAt()) {
            if (!HOTLINE.matcher(lines.get(end)).find()) {
                facts.addContacts(lines.get(end), mail.quotedFrom() + end, address -> isOthers(mail, address));
            }
            end++;
        }
        letters.applied(head.subject(), String.join("\n", lines.subList(begin, end)), facts, said, head.name());
    }

    /** Whom a mail that passes papers on is about: its own words first, then its subject, then the inner mail's. */
    private static List<String> namesOf(MailText mail, Optional<QuotedHead> inner) {
        List<String> names = new ArrayList<>();
        for (String line : mail.own().split("\n", -1)) {
            NoteLine.read(line, 1).stream()
                    .filter(labelled -> labelled.label() == NoteLine.Label.NAME)
                    .map(labelled -> labelled.value().split("[\\s,，;；(（/|]", 2)[0])
                    .filter(name -> NameForms.looksLikeChineseName(name) && !names.contains(name))
                    .forEach(names::add);
        }
        if (names.isEmpty()) {
            names.addAll(NoteWords.namesIn(mail.subject(), NoteWords.colleagues(mail)));
        }
        if (names.isEmpty() && inner.isPresent()) {
            names.addAll(NoteWords.namesIn(inner.get().subject(), NoteWords.colleagues(mail)));
        }
        return names;
    }

    /** What stands behind 手机 and the like in the writer's own words; the writer's signature is not the candidate's. */
    private static void labelledContacts(MailText mail, FactList facts) {
        String sender = mail.from() == null ? "" : mail.from().mail();
        String[] lines = mail.own().split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            boolean labelled = NoteLine.read(lines[i], i + 1).stream()
                    .anyMatch(line -> line.label() == NoteLine.Label.CONTACT || line.label() == NoteLine.Label.NAME);
            if (labelled) {
                facts.addContacts(lines[i], i + 1, address -> address.equals(sender) || isOthers(mail, address));
            }
        }
    }

    /** The facts of a resume that a body holds; {@code before} lines of the body precede the text. */
    private List<StatedFact> resumeIn(String text, int before, PlaceNamer places) {
        if (!OWN_RESUME.matcher(text).find()) {
            return List.of();
        }
        ResumeReading reading = resumes.read(
                DocumentText.of(text), (page, line) -> places.at(null, line == null ? null : line + before));
        return reading.kind() == ResumeReading.Kind.RESUME ? reading.facts() : List.of();
    }

    private static String wholeBody(MailText mail) {
        return mail.quoted().isBlank() ? mail.own() + '\n' + mail.signature() : mail.own() + '\n' + mail.quoted();
    }

    /** The resume's facts and those of the letter that the resume does not give itself. */
    private static Segment joined(List<StatedFact> resume, Segment letter) {
        List<StatedFact> all = new ArrayList<>(resume);
        boolean otherName = resume.stream().anyMatch(stated -> stated.fact() instanceof PersonName);
        for (StatedFact stated : letter.facts()) {
            boolean known = all.stream().anyMatch(one -> one.fact().equals(stated.fact()) || sameThing(one, stated));
            if (!known && !(otherName && stated.fact() instanceof PersonName)) {
                all.add(stated);
            }
        }
        return new Segment(all);
    }

    /** The letter says the same again: a contact written otherwise, a salary without its date. */
    private static boolean sameThing(StatedFact one, StatedFact other) {
        if (one.fact() instanceof SalaryStatement a && other.fact() instanceof SalaryStatement b) {
            return a.kind() == b.kind() && a.pay().minMonthly() == b.pay().minMonthly();
        }
        return one.fact() instanceof Contact a
                && other.fact() instanceof Contact b
                && a.kind() == b.kind()
                && a.value().equals(b.value());
    }
}
