package org.talentrecall.ingest.mailbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.identity.IdentityKey;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.ingest.calendar.CalendarReading;
import org.talentrecall.ingest.document.DocumentMeaning;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.document.DocumentReading;
import org.talentrecall.ingest.document.TextDecoder;
import org.talentrecall.ingest.mailbox.MailMeaning.Said;
import org.talentrecall.ingest.mailbox.MessageRecord.Part;
import org.talentrecall.ingest.message.AttachedFile;
import org.talentrecall.ingest.message.Message;
import org.talentrecall.ingest.message.Message.Fault;
import org.talentrecall.ingest.message.MessageReader;
import org.talentrecall.ingest.notes.MailReading;
import org.talentrecall.ingest.notes.MailText;

/**
 * Makes readings of a message: one for the body (one for each person it speaks of), one for each attached file, and those
 * of messages within it. A part that fails becomes a rejected record and never loses its siblings.
 */
final class MessageReadings {
    private static final int DEEPEST = 5;
    private static final int LONGEST_REPORT = 16 * 1024;
    private static final String REPORT_ANSWER = MailReading.Kind.REPORT_ANSWER.name();

    private final RawStore raw;
    private final DocumentReader documents;
    private final MailMeaning meaning;
    private final OwnDomains own;

    MessageReadings(RawStore raw, DocumentReader documents, MailMeaning meaning, OwnDomains own) {
        this.raw = raw;
        this.documents = documents;
        this.meaning = meaning;
        this.own = own;
    }

    /**
     * @param content the message's bytes, kept as its body record's raw content
     * @param place its key made from {@code message.id()}
     */
    List<Reading> of(MessagePlace place, Message message, byte[] content) throws IOException {
        List<Reading> readings = new ArrayList<>();
        collect(place, message, content, 1, readings);
        return readings;
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

    private void collect(MessagePlace place, Message message, byte[] content, int depth, List<Reading> into)
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
        for (AttachedFile file : message.attachments()) {
            String type = documents.type(file.content());
            notes.add(note(file, type));
            if (depth < DEEPEST && isMessage(file, type)) {
                Message within = MessageReader.read(file.content());
                collect(
                        place.within(place.key() + '#' + file.path(), within.id()),
                        within,
                        file.content(),
                        depth + 1,
                        inner);
            } else {
                records.addAll(file(place, message, body.id(), file, type));
            }
        }
        Said said = meaning.mail(MailTexts.of(place, message, notes, own), place.namer(message.id(), null));
        if (REPORT_ANSWER.equals(said.ignored())) {
            // Its files are answers too, such as a filled workbook, and no papers.
            records.replaceAll(record -> MessageRecord.leftOut(record.record(), REPORT_ANSWER));
        }
        records.addAll(0, body(place, message, body, said));
        for (Fault fault : message.faults()) {
            SourceRecord record = record(RecordKind.MAIL, place, "form", hash, message, body.id(), null);
            records.add(MessageRecord.rejected(record, fault.name(), fault.sentence()));
            break;
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
                    "body." + (i + 1),
                    record.content(),
                    message,
                    record.id(),
                    message.body().getBytes(StandardCharsets.UTF_8));
            records.add(MessageRecord.stored(further, said.persons().get(i), Part.BODY));
        }
        return records;
    }

    private List<MessageRecord> file(MessagePlace place, Message message, RecordId body, AttachedFile file, String type)
            throws IOException {
        SourceRecord record = record(
                RecordKind.ATTACHMENT, place, file.path(), raw.put(file.content()), message, body, file.content());
        String name = file.name() == null ? file.path() : file.name();
        if (type.equals("text/calendar") || file.declaredType().equals("text/calendar")) {
            return calendar(place, message, record, file, name);
        }
        Optional<String> unread = leftOut(file);
        if (unread.isPresent()) {
            return List.of(MessageRecord.leftOut(record, unread.get()));
        }
        DocumentReading reading = documents.read(file.content(), type);
        if (reading instanceof DocumentReading.Unread failed) {
            return List.of(MessageRecord.rejected(record, failed.code().name(), failed.sentence()));
        }
        DocumentReading.Read read = (DocumentReading.Read) reading;
        DocumentMeaning.Told told = meaning.read(read.text(), place.namer(message.id(), name));
        if (told instanceof DocumentMeaning.AboutNobody nobody) {
            return List.of(
                    nobody.open()
                            ? MessageRecord.rejected(record, nobody.code(), nobody.sentence())
                            : MessageRecord.leftOut(record, nobody.code(), nobody.sentence()));
        }
        return List.of(MessageRecord.stored(record, ((DocumentMeaning.AboutOne) told).facts(), Part.FILE));
    }

    /** One record for each candidate that the calendar speaks of. */
    private List<MessageRecord> calendar(
            MessagePlace place, Message message, SourceRecord record, AttachedFile file, String name) {
        CalendarReading reading = meaning.calendar(file.content(), place.namer(message.id(), name));
        if (reading instanceof CalendarReading.LeftOut left) {
            return List.of(MessageRecord.leftOut(record, left.reason()));
        }
        if (reading instanceof CalendarReading.Rejected fault) {
            return List.of(MessageRecord.rejected(record, fault.code(), fault.sentence()));
        }
        List<List<StatedFact>> persons = ((CalendarReading.Interviews) reading).persons();
        List<MessageRecord> records = new ArrayList<>();
        for (int i = 0; i < persons.size(); i++) {
            SourceRecord one = i == 0
                    ? record
                    : record(
                            RecordKind.ATTACHMENT,
                            place,
                            file.path() + '.' + (i + 1),
                            record.content(),
                            message,
                            record.id(),
                            file.content());
            records.add(MessageRecord.stored(one, persons.get(i), Part.CALENDAR));
        }
        return records;
    }

    private static Optional<String> leftOut(AttachedFile file) {
        if (file.inline()) {
            return Optional.of("INLINE_PICTURE");
        }
        return switch (file.declaredType()) {
            case "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature" ->
                Optional.of("SIGNATURE");
            case "message/delivery-status",
                    "message/disposition-notification",
                    "message/feedback-report",
                    "text/rfc822-headers" -> Optional.of("DELIVERY_REPORT");
            default -> Optional.empty();
        };
    }

    private static boolean isMessage(AttachedFile file, String type) {
        // Web pages saved by Word also look like messages, but nobody declares or names them so.
        String name = file.name() == null ? "" : file.name().toLowerCase(java.util.Locale.ROOT);
        return file.declaredType().equals("message/rfc822")
                || type.equals("message/rfc822") && (name.isEmpty() || name.endsWith(".eml"));
    }

    /** @param said what a copy of the record in another mailbox would say too; null for a record without twins */
    private static SourceRecord record(
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
