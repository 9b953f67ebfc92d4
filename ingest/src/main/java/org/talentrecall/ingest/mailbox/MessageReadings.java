package org.talentrecall.ingest.mailbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.ingest.document.Deadline;
import org.talentrecall.ingest.document.DocumentMeaning.Told;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.document.DocumentReader.Look;
import org.talentrecall.ingest.document.DocumentReading;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.document.TextDecoder;
import org.talentrecall.ingest.mailbox.MailMeaning.Said;
import org.talentrecall.ingest.mailbox.MessageRecord.Part;
import org.talentrecall.ingest.message.AttachedFile;
import org.talentrecall.ingest.message.Message;
import org.talentrecall.ingest.message.Message.Fault;
import org.talentrecall.ingest.message.MessageReader;
import org.talentrecall.ingest.notes.MailReading;
import org.talentrecall.ingest.notes.MailText;
import org.talentrecall.ingest.spreadsheet.WorkbookRules;

/**
 * Makes readings of a message: one for the body (one for each person it speaks of), one for each attached file, and those
 * of messages within it. A part that fails becomes a rejected record and never loses its siblings.
 */
final class MessageReadings {
    private static final int LONGEST_REPORT = 16 * 1024;
    private static final int MOST_ASKING = 10;
    private static final String REPORT_ANSWER = MailReading.Kind.REPORT_ANSWER.name();

    private final RawStore raw;
    private final DocumentReader documents;
    private final MailMeaning meaning;
    private final OwnDomains own;
    private final MailLimits limits;
    private final FileReadings files;
    /** What people told of mails whose kind the rules could not tell, by the record of the body. */
    private Map<RecordId, String> kinds = Map.of();

    /**
     * @param lists who else may send lists of people
     * @param rules for workbooks
     */
    MessageReadings(
            RawStore raw,
            DocumentReader documents,
            MailMeaning meaning,
            OwnDomains own,
            ListSenders lists,
            WorkbookRules rules,
            MailLimits limits) {
        this.raw = raw;
        this.documents = documents;
        this.meaning = meaning;
        this.own = own;
        this.limits = limits;
        FoundWorkbooks workbooks = new FoundWorkbooks(raw, own, lists, rules, meaning, limits, documents);
        this.files = new FileReadings(raw, documents, meaning, this, workbooks);
    }

    /** What people have told by now of mails whose kind the rules could not tell, by the record that asked. */
    void telling(Map<RecordId, String> answers) {
        kinds = Map.copyOf(answers);
    }

    /** Reads a message's bytes within the limits. For use by any thread. */
    Message parsed(byte[] content, Deadline end) {
        return Winmail.unwrapped(MessageReader.read(content, limits.message()), documents, limits.message(), end);
    }

    /** Reads a message as it is kept, which may be one of Outlook's. */
    Message kept(byte[] content, Deadline end) {
        String type = documents.type(content, end);
        byte[] mime = DocumentReader.isOutlook(type)
                ? documents.message(content, type, end).bytes()
                : null;
        return parsed(mime == null ? content : mime, end);
    }

    /** How large a message may be. */
    long bytesAtMost() {
        return limits.bytes();
    }

    /** How long a message may take. */
    Duration time() {
        return limits.time();
    }

    /** What prepares messages before their turn. */
    Preparation preparation() {
        return new Preparation(this, documents, limits.time());
    }

    /**
     * @param content the message's bytes, kept as its body record's raw content
     * @param place its key made from {@code message.id()}
     * @param prepared what is known of it already
     */
    List<Reading> of(MessagePlace place, Message message, byte[] content, Prepared prepared, Allowance allowance)
            throws IOException {
        List<Reading> readings = new ArrayList<>();
        collect(place, message, content, prepared.files(), prepared.said(), 1, allowance, readings);
        return readings;
    }

    /** Readings of a file that lies loose in a folder. */
    List<Reading> of(FilePlace.Loose place, byte[] content, Look look, @Nullable Told told, Allowance allowance)
            throws IOException {
        List<Reading> readings = new ArrayList<>();
        FileReadings.Taker taker = new FileReadings.Taker() {
            @Override
            public void record(MessageRecord record) {
                readings.add(record.reading(List.of()));
            }

            @Override
            public void reading(Reading reading) {
                readings.add(reading);
            }

            @Override
            public void message(MessagePlace inner, Message message, byte[] bytes, int depth) throws IOException {
                collect(inner, message.dated(place.modified()), bytes, List.of(), null, depth, allowance, readings);
            }
        };
        files.read(place, content, look, told, "", 0, allowance, taker);
        return readings;
    }

    /** The limits of one message or file. */
    Allowance allowance() {
        return new Allowance(documents.packedLimits(), limits.time());
    }

    /** The only reading of a loose file that cannot be read at all. */
    Reading refused(FilePlace.Loose place, byte[] content, DocumentReading.Why why) throws IOException {
        return files.refused(place, content, why).reading(List.of());
    }

    /** The only reading of a message larger than the limit, of which just the beginning is at hand. */
    Reading tooLarge(MessagePlace place, Message head, byte[] beginning) throws IOException {
        return Reading.rejected(
                record(RecordKind.MAIL, place, "body", raw.put(beginning), head, null, null),
                DocumentReading.Why.TOO_LARGE.name(),
                "The message is larger than recall.ingest.limits.message-size: raise the limit and rerun, or save its files by hand.");
    }

    /** The only reading of a message that its server would not give, of which at most the headers are at hand. */
    Reading refused(MessagePlace place, Message head, byte[] headers) throws IOException {
        return Reading.rejected(
                record(RecordKind.MAIL, place, "body", raw.put(headers), head, null, null),
                "REFUSED_BY_SERVER",
                "The server does not give this message although it lists it: open it in a mail program and save it as a file, or ask the server's administrator.");
    }

    private void collect(
            MessagePlace place,
            Message message,
            byte[] content,
            List<Prepared.File> looks,
            @Nullable Said known,
            int depth,
            Allowance allowance,
            List<Reading> into)
            throws IOException {
        ContentHash hash = raw.put(content);
        if (message.faults().contains(Fault.NOT_A_MESSAGE)) {
            into.add(Reading.rejected(
                    record(RecordKind.MAIL, place, "body", hash, message, null, null),
                    Fault.NOT_A_MESSAGE.name(),
                    Fault.NOT_A_MESSAGE.sentence()));
            return;
        }
        SourceRecord body = record(
                RecordKind.MAIL,
                place,
                "body",
                hash,
                message,
                null,
                message.body().getBytes(StandardCharsets.UTF_8));
        List<MessageRecord> records = new ArrayList<>();
        List<MailText.AttachmentNote> notes = new ArrayList<>();
        List<Reading> inner = new ArrayList<>();
        FileReadings.Taker taker = new FileReadings.Taker() {
            @Override
            public void record(MessageRecord record) {
                records.add(record);
            }

            @Override
            public void reading(Reading reading) {
                inner.add(reading);
            }

            @Override
            public void message(MessagePlace at, Message within, byte[] bytes, int deeper) throws IOException {
                collect(at, within.dated(message.sentAt()), bytes, List.of(), null, deeper, allowance, inner);
            }
        };
        boolean report = message.attachments().stream()
                .anyMatch(file -> file.declaredType().equals("message/delivery-status"));
        for (AttachedFile file : message.attachments()) {
            int number = notes.size();
            Look look = look(file, number, looks, allowance);
            Told told = number < looks.size() ? looks.get(number).told() : null;
            String type = look.type();
            notes.add(note(file, type));
            FilePlace at =
                    new FilePlace.Attached(place, message, body.id(), file.path(), FilePlace.Attached.name(file));
            // What comes back never reached anybody, and is no contact with them.
            boolean returned = report && file.declaredType().startsWith("message/rfc822");
            String leftOut = returned ? "RETURNED_MESSAGE" : FileReadings.leftOut(file);
            DocumentReading.Why refused = file.refused();
            if (refused != null) {
                records.add(files.refused(at, file.content(), refused));
            } else if (leftOut != null) {
                records.add(MessageRecord.leftOut(at.record(raw.put(file.content()), file.content()), leftOut));
            } else {
                files.read(at, file.content(), look, told, file.declaredType(), depth, allowance, taker);
            }
        }
        String kind = kind(place);
        Said said = known == null || kind != null ? said(place, message, notes, kind) : known;
        if (REPORT_ANSWER.equals(said.ignored())) {
            // Its files are answers too, such as a filled workbook, and no papers.
            records.replaceAll(record -> MessageRecord.leftOut(record.record(), REPORT_ANSWER));
        }
        records.addAll(0, body(place, message, body, said));
        for (Fault fault : message.faults()) {
            int number = message.faults().indexOf(fault);
            String part = number == 0 ? "form" : "form." + (number + 1);
            SourceRecord record = record(RecordKind.MAIL, place, part, hash, message, body.id(), null);
            records.add(MessageRecord.rejected(record, fault.name(), fault.sentence()));
        }
        List<IdentityKey> ownLink = List.of();
        List<IdentityKey> bodyLinks = List.of();
        int people = PeopleInMail.count(records);
        boolean papers = records.stream().anyMatch(record -> record.part() == Part.FILE && record.aboutSomebody());
        if (people <= 1) {
            ownLink = List.of(key(message.id()));
            bodyLinks = papers ? ownLink : thread(message);
        }
        for (MessageRecord record : records) {
            into.add(record.reading(record.part() == Part.BODY ? bodyLinks : ownLink));
        }
        into.addAll(inner);
    }

    private Said said(MessagePlace place, Message message, List<MailText.AttachmentNote> notes, @Nullable String kind) {
        MailText mail = MailTexts.of(place, message, notes, own);
        PlaceNamer places = place.namer(message.id(), null);
        return kind == null ? meaning.mail(mail, places) : meaning.mail(mail, places, kind);
    }

    /** What somebody says that a mail is; null when nobody was asked. */
    private @Nullable String kind(MessagePlace place) {
        // A mail about several people asks in the name of each of them.
        for (int person = 1; !kinds.isEmpty() && person <= MOST_ASKING; person++) {
            String kind = kinds.get(RecordId.of(place.source(), place.key() + '#' + body(person)));
            if (kind != null) {
                return kind;
            }
        }
        return null;
    }

    private static String body(int person) {
        return person == 1 ? "body" : "body." + person;
    }

    /**
     * What a message's own words say; null when not all of its files were looked at or there are none. For use by any thread.
     *
     * @param place its key does not matter, so that what somebody was asked about the mail is not looked at
     */
    @Nullable
    Said saidAhead(MessagePlace place, Message message, List<Prepared.File> looks) {
        List<AttachedFile> attached = message.attachments();
        if (looks.size() < attached.size() || message.faults().contains(Fault.NOT_A_MESSAGE)) {
            return null;
        }
        List<MailText.AttachmentNote> notes = new ArrayList<>();
        for (int i = 0; i < attached.size(); i++) {
            notes.add(note(attached.get(i), looks.get(i).look().type()));
        }
        return said(place, message, notes, null);
    }

    /** What the text of a file that was looked at says; null when it has none. For use by any thread. */
    @Nullable
    Told told(Look look, PlaceNamer places) {
        return look.text() instanceof DocumentReading.Read read ? meaning.read(read.text(), places) : null;
    }

    private Look look(AttachedFile file, int number, List<Prepared.File> looks, Allowance allowance) {
        if (number >= looks.size()) {
            return documents.look(file.content(), allowance.end());
        }
        allowance.spend(looks.get(number).took());
        return looks.get(number).look();
    }

    /** What machines read in a part, for those who tell what a mail is: reports of delivery and the heads of messages. */
    static MailText.AttachmentNote note(AttachedFile file, String type) {
        String text = switch (file.declaredType()) {
            case "message/delivery-status", "text/rfc822-headers", "message/rfc822" -> {
                int end = Math.min(file.content().length, LONGEST_REPORT);
                String whole = TextDecoder.decode(Arrays.copyOf(file.content(), end), null);
                boolean report = file.declaredType().equals("message/delivery-status");
                yield report ? whole : whole.split("\\r?\\n\\r?\\n", 2)[0];
            }
            default -> null;
        };
        String declared = file.declaredType();
        return new MailText.AttachmentNote(
                file.name(), text != null || declared.equals("text/calendar") ? declared : type, text);
    }

    private static List<MessageRecord> body(MessagePlace place, Message message, SourceRecord record, Said said) {
        if (said.ignored() != null) {
            return List.of(MessageRecord.leftOut(record, said.ignored()));
        }
        if (said.rejected() != null) {
            return List.of(MessageRecord.rejected(
                    record, said.rejected().code(), said.rejected().sentence()));
        }
        List<MessageRecord> records = new ArrayList<>();
        records.add(MessageRecord.stored(
                record, said.persons().isEmpty() ? List.of() : said.persons().get(0), Part.BODY));
        for (int i = 1; i < said.persons().size(); i++) {
            SourceRecord further = record(
                    RecordKind.MAIL,
                    place,
                    body(i + 1),
                    record.content(),
                    message,
                    record.id(),
                    message.body().getBytes(StandardCharsets.UTF_8));
            records.add(MessageRecord.stored(further, said.persons().get(i), Part.BODY));
        }
        return records;
    }

    /** @param said what a copy of the record in another mailbox would say too; null for a record without twins */
    static SourceRecord record(
            RecordKind kind,
            MessagePlace place,
            String part,
            ContentHash content,
            Message message,
            @Nullable RecordId parent,
            byte @Nullable [] said) {
        String key = place.key() + '#' + part;
        // Some senders use one Message-ID for many mails, so what is said takes part in the comparison.
        String twins = said == null
                ? null
                : "mail:" + message.id() + '#' + part + ':'
                        + ContentHash.of(said).value().substring(0, 16);
        return new SourceRecord(
                RecordId.of(place.source(), key), place.source(), kind, key, content, message.sentAt(), parent, twins);
    }

    private static List<IdentityKey> thread(Message message) {
        Set<String> ids = new LinkedHashSet<>();
        ids.add(message.id());
        ids.addAll(message.references());
        if (message.inReplyTo() != null) {
            ids.add(message.inReplyTo());
        }
        return ids.stream().map(MessageReadings::key).toList();
    }

    private static IdentityKey key(String messageId) {
        return new IdentityKey(IdentityKey.Kind.MESSAGE, messageId);
    }
}
