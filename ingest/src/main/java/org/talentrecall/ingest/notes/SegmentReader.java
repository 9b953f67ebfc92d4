package org.talentrecall.ingest.notes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Interview;
import org.talentrecall.archive.fact.NotHired;
import org.talentrecall.archive.fact.Opinion;
import org.talentrecall.archive.fact.Outcome;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.RejectionCode;
import org.talentrecall.archive.fact.SalaryStatement;
import org.talentrecall.archive.text.DateReader;
import org.talentrecall.archive.text.PayReader;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.notes.MailReading.Segment;
import org.talentrecall.ingest.notes.NoteLine.Label;
import org.talentrecall.ingest.notes.NoteSegment.Numbered;

/** Reads the facts of one candidate's part of a notes mail. */
final class SegmentReader {
    private static final double BY_LABEL = 0.93;
    private static final double BY_SENTENCE = 0.82;
    private static final int SHORT = 8;
    private static final Pattern MET = Pattern.compile("面|聊|谈|interview|met |talked|round", Pattern.CASE_INSENSITIVE);
    private static final Pattern MET_WHEN = Pattern.compile(
            "(?<when>昨天|前天|今天|昨日|今日|上周[一二三四五六日]?|\\d{1,2}月\\d{1,2}[日号]|yesterday|today|last (?:week|monday|tuesday|wednesday|thursday|friday))[^。;；]{0,10}?(?:面|聊|谈|来过|见|带他|带她|interview|met|talk)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROUND = Pattern.compile(
            "[一二三四]面|初试|复试|终面|初面|技术面|HR面|(?:first|second|final|technical) (?:round|interview)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern WANTS = Pattern.compile(
            "(?:期望|要求|想要|开口|要|希望|expects?|wants?|asks? for)(?:薪资|月薪|薪水|薪酬)?\\s*[:：]?\\s*(?<pay>(?:年薪|月薪)?\\s?[¥$]?\\d[\\d.,]*\\s?(?:[-~至到]\\s?\\d[\\d.]*\\s?)?(?:[kKwW]|万|元|,000)[^,，。;；]{0,6})",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern JOINED = Pattern.compile(
            "(?:今日|今天|昨日|昨天|已|正式|顺利)(?:于.{1,12})?(?:正式)?入职(?!前)|入职通知|入职汇总|(?:has|have) joined us|召回成功|joined (?:us )?today",
            Pattern.CASE_INSENSITIVE);

    private final MailText mail;
    private final NoteSegment segment;
    private final boolean alone;
    private final RejectionClassifier classifier;
    private final Opinion.Role writer;
    private final LocalDate said;
    private final PartialDate day;
    private final FactList facts;
    private final Map<Label, NoteLine> labelled = new EnumMap<>(Label.class);
    private final List<Sentences.Sentence> free = new ArrayList<>();
    /** Answers that say something only below their questions; of several candidates nobody knows whose. */
    private final List<InlineAnswer> answers;

    private final @Nullable String post;
    private final @Nullable String openingId;

    SegmentReader(
            MailText mail,
            NoteSegment segment,
            boolean alone,
            RejectionClassifier classifier,
            Opinion.Role writer,
            LocalDate said,
            PlaceNamer places) {
        this.mail = mail;
        this.segment = segment;
        this.alone = alone;
        this.classifier = classifier;
        this.writer = writer;
        this.said = said;
        this.day = PartialDate.of(said);
        this.facts = new FactList(places);
        this.answers = alone
                ? InlineAnswer.of(mail).stream()
                        .filter(answer -> !answer.facts(day).isEmpty())
                        .toList()
                : List.of();
        sort();
        this.post = Posts.of(
                mail,
                segment,
                Optional.ofNullable(labelled.get(Label.POST))
                        .map(NoteLine::value)
                        .orElse(null),
                alone);
        this.openingId = NoteWords.requisition(text())
                .or(() -> alone ? NoteWords.requisition(mail.subject()) : Optional.empty())
                .orElse(null);
    }

    Segment read() {
        person();
        if (JOINED.matcher(mail.subject() + ' ' + text()).find()) {
            facts.add(new Outcome(Outcome.Kind.JOINED, day, openingId, null), first(), BY_SENTENCE);
            return new Segment(facts.facts());
        }
        salaries();
        List<Sentences.Sentence> praise = reasons();
        opinions(praise);
        interview();
        return new Segment(facts.facts());
    }

    private void sort() {
        Label former = null;
        for (Numbered line : segment.lines()) {
            if (answers.stream().anyMatch(answer -> answer.line() == line.number())) {
                continue;
            }
            List<NoteLine> parts = NoteLine.read(line.text(), line.number());
            for (NoteLine part : parts) {
                labelled.merge(part.label(), part, (known, next) -> known.isOpinion() ? known.and(next) : known);
                former = part.label();
            }
            String before = NoteLine.before(line.text());
            if (!parts.isEmpty() && before.length() > SHORT) {
                free.addAll(Sentences.of(new Numbered(line.number(), before), segment.name()));
            }
            if (parts.isEmpty()
                    && former != null
                    && labelled.get(former) != null
                    && labelled.get(former).value().isEmpty()) {
                labelled.put(former, new NoteLine(former, line.text(), line.number()));
                former = null;
            } else if (parts.isEmpty()) {
                free.addAll(Sentences.of(line, segment.name()));
            }
        }
    }

    private void person() {
        String name = segment.name();
        if (name != null) {
            facts.add(new PersonName(name), first(), segment.sure() ? BY_LABEL : 0.8);
        }
        for (Numbered line : segment.lines()) {
            facts.addContacts(line.text(), line.number(), this::isOurs);
        }
        if (alone) {
            NoteWords.quotedSender(mail).ifPresent(address -> facts.addMail(address, mail.quotedFrom(), 0.85));
        }
    }

    private boolean isOurs(String address) {
        String domain = address.substring(address.indexOf('@'));
        return mail.from() != null && mail.from().ours() && mail.from().mail().endsWith(domain)
                || mail.to().stream().anyMatch(to -> to.ours() && to.mail().endsWith(domain));
    }

    private void salaries() {
        answers.forEach(answer -> answer.facts(day).forEach(fact -> facts.add(fact, answer.line(), BY_LABEL)));
        salary(Label.EXPECTED, SalaryStatement.Kind.EXPECTED);
        salary(Label.CURRENT, SalaryStatement.Kind.CURRENT);
        for (Sentences.Sentence sentence : free) {
            Matcher wants = WANTS.matcher(sentence.text());
            if (wants.find()) {
                PayReader.read(wants.group("pay"))
                        .ifPresent(pay -> facts.add(
                                new SalaryStatement(SalaryStatement.Kind.EXPECTED, pay, day),
                                sentence.line(),
                                BY_SENTENCE));
            }
        }
    }

    private void salary(Label label, SalaryStatement.Kind kind) {
        NoteLine line = labelled.get(label);
        if (line != null) {
            PayReader.read(line.value())
                    .ifPresent(pay -> facts.add(new SalaryStatement(kind, pay, day), line.number(), BY_LABEL));
        }
    }

    /** Adds the reasons for a no; gives back the sentences that are an opinion rather than a reason or a result. */
    private List<Sentences.Sentence> reasons() {
        NoteLine reason = labelled.get(Label.REASON);
        if (reason != null) {
            for (RejectionClassifier.Reason read : classifier.read(reason.value())) {
                add(read, reason.number(), Math.min(BY_LABEL, read.confidence()));
            }
        }
        Outcomes outcomes = Outcomes.of(mail, free, labelled);
        List<Sentences.Sentence> rest = new ArrayList<>();
        for (Sentences.Sentence sentence : withGaps()) {
            List<RejectionClassifier.Reason> read = Opinions.bossIn(sentence.text()) != null && !outcomes.isNo()
                    ? List.of()
                    : outcomes.reasonsIn(sentence.text());
            if (!read.isEmpty() && reason == null) {
                read.forEach(one -> add(one, sentence.line(), one.confidence() * 0.93));
            }
            boolean result = sentence.label() == Label.RESULT && outcomes.isResult(sentence.text());
            boolean bothSaid = !read.isEmpty() && Opinions.bossIn(sentence.text()) != null;
            if ((read.isEmpty() || bothSaid)
                    && !result
                    && !outcomes.isBareResult(sentence.text())
                    && !isAboutAnother(sentence.text())) {
                rest.add(sentence);
            }
        }
        boolean told = facts.facts().stream().anyMatch(stated -> stated.fact() instanceof NotHired);
        if (!told) {
            outcomes.no()
                    .ifPresent(no -> facts.add(
                            new NotHired(RejectionCode.UNKNOWN, null, no.text(), day, post, openingId),
                            no.line(),
                            0.5));
        }
        return rest;
    }

    private boolean isAboutAnother(String sentence) {
        return NoteWords.leadingName(sentence, NoteWords.colleagues(mail))
                .filter(name -> !name.equals(segment.name()))
                // Many words look like names ("全面"), so the words behind must speak of a person.
                .filter(name -> sentence.substring(sentence.indexOf(name) + name.length())
                        .matches("(?:的事|这个|这边|那边|那个|也一样|[（(]).*"))
                .isPresent();
    }

    /** "不足：…" tells a gap that may be the reason. */
    private List<Sentences.Sentence> withGaps() {
        List<Sentences.Sentence> all = new ArrayList<>(free);
        for (Label label : List.of(Label.GAP, Label.OPINION, Label.MANAGER_OPINION, Label.RESULT)) {
            NoteLine line = labelled.get(label);
            if (line != null) {
                Sentences.of(new Numbered(line.number(), line.value()), null).stream()
                        .map(sentence -> sentence.labelledAs(label))
                        .forEach(all::add);
            }
        }
        return all;
    }

    private void add(RejectionClassifier.Reason reason, int line, double confidence) {
        facts.add(new NotHired(reason.code(), reason.detail(), reason.text(), day, post, openingId), line, confidence);
    }

    private void opinions(List<Sentences.Sentence> praise) {
        String sender = mail.from() == null ? null : mail.from().name();
        opinion(Label.BOSS_OPINION, Opinion.Role.BOSS, null);
        opinion(Label.HR_OPINION, Opinion.Role.HR, null);
        opinion(Label.MANAGER_OPINION, Opinion.Role.HIRING_MANAGER, null);
        StringBuilder own = new StringBuilder();
        int line = 0;
        for (Sentences.Sentence sentence : praise) {
            String boss = Opinions.bossIn(sentence.text());
            if (sentence.label() == Label.GAP || sentence.label() == Label.MANAGER_OPINION) {
                continue;
            }
            if (boss != null && writer != Opinion.Role.BOSS) {
                facts.add(
                        Opinions.of(Opinion.Role.BOSS, boss, sentence.text(), sentence.text(), day, post),
                        sentence.line(),
                        BY_SENTENCE);
            } else if (!Posts.isNothingElse(sentence.text())) {
                own.append(own.isEmpty() ? "" : sentence.joint()).append(sentence.text());
                line = line == 0 ? sentence.line() : line;
            }
        }
        String interviewer = Optional.ofNullable(labelled.get(Label.INTERVIEWER))
                .map(NoteLine::value)
                .orElse(sender);
        if (!own.isEmpty() && !own.toString().isBlank()) {
            facts.add(Opinions.of(writer, interviewer, own.toString(), own.toString(), day, post), line, BY_SENTENCE);
        }
    }

    private void opinion(Label label, Opinion.Role role, @Nullable String by) {
        NoteLine line = labelled.get(label);
        if (line != null && !line.value().isEmpty()) {
            facts.add(Opinions.of(role, by, line.value(), line.value(), day, post), line.number(), BY_LABEL);
        }
    }

    private void interview() {
        NoteLine date = labelled.get(Label.DATE);
        NoteLine interviewer = labelled.get(Label.INTERVIEWER);
        String all = mail.subject() + '\n' + text();
        boolean met = date != null || interviewer != null || MET.matcher(all).find();
        if (!met || writer == Opinion.Role.BOSS && date == null) {
            return;
        }
        PartialDate when =
                date == null ? null : DateReader.read(date.value(), said).orElse(null);
        Matcher told = MET_WHEN.matcher(text());
        if (when == null && told.find()) {
            when = DateReader.read(told.group("when"), said).orElse(null);
        }
        String by = interviewer != null
                ? interviewer.value()
                : mail.from() == null || writer == Opinion.Role.HR
                        ? null
                        : mail.from().name();
        Matcher round = ROUND.matcher(all);
        NoteLine result = labelled.get(Label.RESULT);
        String outcome = result != null
                ? FactList.clip(result.value().split("[。;；]", 2)[0], 60)
                : Outcomes.of(mail, free, labelled).result().orElse(null);
        facts.add(
                new Interview(when, post, openingId, by, round.find() ? round.group() : null, outcome),
                date == null ? first() : Integer.valueOf(date.number()),
                date == null ? 0.75 : BY_LABEL);
    }

    private @Nullable Integer first() {
        return segment.lines().isEmpty() ? null : segment.lines().get(0).number();
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        segment.lines().forEach(line -> text.append(line.text()).append('\n'));
        return text.toString();
    }
}
