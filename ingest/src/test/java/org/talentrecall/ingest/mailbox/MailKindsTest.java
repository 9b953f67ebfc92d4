package org.talentrecall.ingest.mailbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Application;
import org.talentrecall.archive.fact.Contact;
import org.talentrecall.archive.fact.Doubt;
import org.talentrecall.archive.fact.Employment;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.InvalidContact;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.vocabulary.Vocabulary;
import org.talentrecall.ingest.message.Message;
import org.talentrecall.ingest.message.MessageReader;
import org.talentrecall.ingest.notes.MailReader;
import org.talentrecall.ingest.notes.MailReading;
import org.talentrecall.ingest.notes.MailReading.Kind;
import org.talentrecall.ingest.notes.MailText;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.resume.ResumeReader;

/** Runs {@code kinds.txt}: what each mail is and what is read from it. */
class MailKindsTest {
    private static final double AT_LEAST = 0.95;
    private static final OwnDomains OWN = new OwnDomains(List.of("corp.example.com"));
    private static final MailReader READER = new MailReader(
            new ResumeReader(Vocabulary.standard()),
            new RejectionClassifier(),
            Set.of("qian@corp.example.com"),
            ZoneOffset.UTC);

    private record Case(int line, Kind kind, List<String> expected, String mail) {}

    @Test
    void tells_what_every_mail_is_and_what_it_says() throws IOException {
        Map<Kind, int[]> counts = new EnumMap<>(Kind.class);
        List<String> faults = new ArrayList<>();
        List<Case> cases = cases();
        for (Case one : cases) {
            MailReading reading = read(one.mail());
            counts.computeIfAbsent(one.kind(), any -> new int[3])[0]++;
            counts.computeIfAbsent(reading.kind(), any -> new int[3])[1]++;
            if (reading.kind() == one.kind()) {
                counts.get(one.kind())[2]++;
            } else {
                faults.add("line %d: %s read as %s (%.2f)"
                        .formatted(one.line(), one.kind(), reading.kind(), reading.confidence()));
            }
            faults.addAll(missing(one, reading));
        }
        String table = counts.entrySet().stream()
                .map(entry -> "%-16s %3d mails, precision %.2f, recall %.2f"
                        .formatted(
                                entry.getKey(),
                                entry.getValue()[0],
                                ratio(entry.getValue()[2], entry.getValue()[1]),
                                ratio(entry.getValue()[2], entry.getValue()[0])))
                .collect(Collectors.joining("\n"));
        System.out.println(table);
        assertTrue(cases.size() >= 120, () -> cases.size() + " mails");
        assertEquals(List.of(), faults, () -> table + '\n' + String.join("\n", faults));
        counts.forEach((kind, count) -> {
            assertTrue(ratio(count[2], count[1]) >= AT_LEAST, () -> "precision of " + kind);
            assertTrue(ratio(count[2], count[0]) >= AT_LEAST, () -> "recall of " + kind);
        });
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 1 : (double) part / whole;
    }

    private static List<String> missing(Case one, MailReading reading) {
        List<Fact> facts = reading.segments().stream()
                .flatMap(segment -> segment.facts().stream())
                .map(StatedFact::fact)
                .toList();
        List<String> faults = new ArrayList<>();
        for (String expected : one.expected()) {
            int equals = expected.indexOf('=');
            String value = expected.substring(equals + 1);
            boolean met = switch (equals < 0 ? expected : expected.substring(0, equals)) {
                case "name" -> facts.contains(new PersonName(value));
                case "phone" -> contact(facts, Contact.Kind.PHONE, value);
                case "mail" -> contact(facts, Contact.Kind.MAIL, value);
                case "wechat" -> contact(facts, Contact.Kind.WECHAT, value);
                case "post" ->
                    facts.stream()
                            .anyMatch(fact -> fact instanceof Application application
                                    && application.post().startsWith(value));
                case "company" ->
                    facts.stream()
                            .anyMatch(fact -> fact instanceof Employment job
                                    && job.company().equals(value));
                case "invalid" ->
                    facts.stream()
                            .anyMatch(fact -> fact instanceof InvalidContact invalid
                                    && invalid.value().equals(value));
                case "not" ->
                    facts.stream()
                            .noneMatch(fact -> fact instanceof Contact contact
                                            && contact.value().contains(value)
                                    || fact instanceof InvalidContact invalid
                                            && invalid.value().contains(value)
                                    || fact instanceof PersonName name
                                            && name.text().contains(value));
                case "doubt" -> facts.stream().anyMatch(Doubt.class::isInstance);
                default -> throw new IllegalArgumentException("line " + one.line() + ": " + expected);
            };
            if (!met) {
                faults.add("line " + one.line() + ": " + expected + " not met by " + facts);
            }
        }
        boolean doubted =
                facts.stream().anyMatch(fact -> fact instanceof Doubt doubt && doubt.kind() == Doubt.Kind.MEANING);
        if (doubted && !one.expected().contains("doubt")) {
            faults.add("line " + one.line() + ": a doubt where none should be: " + facts);
        }
        return faults;
    }

    private static boolean contact(List<Fact> facts, Contact.Kind kind, String value) {
        return facts.stream()
                .anyMatch(fact -> fact instanceof Contact contact
                        && contact.kind() == kind
                        && contact.value().equals(value));
    }

    private static MailReading read(String mail) {
        Message message = MessageReader.read(mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        List<MailText.AttachmentNote> notes = new ArrayList<>();
        message.attachments().forEach(file -> notes.add(MessageReadings.note(file, file.declaredType())));
        mail.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.startsWith("X-Files: "))
                .flatMap(line -> List.of(line.substring(9).split(", ", -1)).stream())
                .forEach(name -> notes.add(new MailText.AttachmentNote(
                        name,
                        name.endsWith("pdf")
                                ? "application/pdf"
                                : name.endsWith("html")
                                        ? "text/html"
                                        : "application/vnd.openxmlformats-officedocument")));
        MessagePlace place = new MessagePlace(new SourceId("box"), "box", null, message.id());
        return READER.read(
                MailTexts.of(place, message, notes, OWN),
                (page, line) -> new Locator.Mail("box", message.id(), null, page, line));
    }

    private static List<Case> cases() throws IOException {
        String text;
        try (InputStream in = MailKindsTest.class.getResourceAsStream("kinds.txt")) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<Case> cases = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].startsWith("=== ")) {
                List<String> head = List.of(lines[i].substring(4)
                        .split(" (?=name=|phone=|mail=|wechat=|post=|company=|invalid=|not=|doubt)", -1));
                StringBuilder mail = new StringBuilder();
                int next = i + 1;
                while (next < lines.length && !lines[next].startsWith("=== ")) {
                    if (!lines[next].startsWith("#")) {
                        mail.append(lines[next]).append('\n');
                    }
                    next++;
                }
                cases.add(new Case(
                        i + 1, Kind.valueOf(head.get(0)), head.subList(1, head.size()), whole(mail.toString())));
            }
        }
        return cases;
    }

    private static String whole(String mail) {
        String head = mail.contains("\n\n") ? mail.substring(0, mail.indexOf("\n\n")) : mail;
        return (head.contains("\nTo: ") ? "" : "To: 何静 <hejing@corp.example.com>\n")
                + (head.contains("Date: ") ? "" : "Date: Mon, 2 Mar 2026 10:00:00 +0800\n")
                + mail;
    }
}
