package org.talentrecall.ingest.mailbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.ingest.calendar.CalendarReading;
import org.talentrecall.ingest.document.Deadline;
import org.talentrecall.ingest.document.DocumentMeaning;
import org.talentrecall.ingest.document.DocumentMeaning.Told;
import org.talentrecall.ingest.document.DocumentReader;
import org.talentrecall.ingest.document.DocumentReader.Look;
import org.talentrecall.ingest.document.DocumentReading;
import org.talentrecall.ingest.document.DocumentReading.Why;
import org.talentrecall.ingest.document.DocumentText;
import org.talentrecall.ingest.document.PackedEntry;
import org.talentrecall.ingest.document.PackedFile;
import org.talentrecall.ingest.mailbox.MessageRecord.Part;
import org.talentrecall.ingest.message.AttachedFile;
import org.talentrecall.ingest.message.Message;
import org.talentrecall.ingest.message.MessageHead;

/**
 * Makes records of a file by what it is: of a document one, of a packed file those of the files in it, of a message those
 * of the message. Each file that cannot be read is one rejected record.
 */
final class FileReadings {
    private static final String PST = "application/vnd.ms-outlook-pst";

    private final RawStore raw;
    private final DocumentReader documents;
    private final DocumentMeaning meaning;
    private final MessageReadings messages;
    private final FoundWorkbooks workbooks;

    FileReadings(
            RawStore raw,
            DocumentReader documents,
            DocumentMeaning meaning,
            MessageReadings messages,
            FoundWorkbooks workbooks) {
        this.raw = raw;
        this.documents = documents;
        this.meaning = meaning;
        this.messages = messages;
        this.workbooks = workbooks;
    }

    /** Takes what a file gives: records of its own, and readings of messages within it. */
    interface Taker {
        void record(MessageRecord record);

        /** What stands for itself, whatever the message around it is about. */
        void reading(Reading reading);

        /** @param content the message's raw bytes */
        void message(MessagePlace place, Message message, byte[] content, int depth) throws IOException;
    }

    /**
     * Reads one file with all that lies within it.
     *
     * @param look what the content tells
     * @param told what its text says, where that is known already
     * @param declared media type that a message claims, or an empty string
     * @param depth how many messages and packed files it lies within
     */
    void read(
            FilePlace place,
            byte[] content,
            Look look,
            @Nullable Told told,
            String declared,
            int depth,
            Allowance allowance,
            Taker taker)
            throws IOException {
        String type = look.type();
        if (look.text() == null && allowance.end().passed()) {
            taker.record(refused(place, content, Why.TOO_LONG_IN_ALL));
            return;
        }
        if (isCalendar(type, declared)) {
            calendar(place, content, taker);
            return;
        }
        Form form = form(content, type, declared);
        if (form != Form.DOCUMENT && !allowance.reaches(depth)) {
            taker.record(refused(place, content, Why.TOO_DEEP));
            return;
        }
        if (form == Form.MESSAGE && content.length > messages.bytesAtMost()) {
            taker.record(refused(place, content, Why.TOO_LARGE));
            return;
        }
        switch (form) {
            case DOCUMENT -> single(place, content, look, told, allowance, taker);
            case MESSAGE -> {
                Message within = messages.parsed(content, allowance.end());
                taker.message(place.message(within.id()), within, content, depth + 1);
            }
            case OUTLOOK -> outlook(place, content, type, depth, allowance, taker);
            case MAILBOX -> mailbox(place, content, depth, allowance, taker);
            case PACKED -> packed(place, content, type, depth, allowance, taker);
        }
    }

    private static boolean isCalendar(String type, String declared) {
        return type.equals("text/calendar") || declared.equals("text/calendar");
    }

    /**
     * Takes the text along of a file that was looked at, if it is one whose text will be wanted.
     *
     * @param declared media type that a message claims, or an empty string
     */
    static Look look(DocumentReader documents, byte[] content, String declared, Look look, Deadline end) {
        boolean wanted = look.text() == null
                && !isCalendar(look.type(), declared)
                && !look.type().equals(PST)
                && form(content, look.type(), declared) == Form.DOCUMENT;
        return wanted ? new Look(look.type(), documents.read(content, look, end)) : look;
    }

    private enum Form {
        DOCUMENT,
        MESSAGE,
        OUTLOOK,
        MAILBOX,
        PACKED
    }

    private static Form form(byte[] content, String type, String declared) {
        if (DocumentReader.isOutlook(type)) {
            return Form.OUTLOOK;
        }
        if (DocumentReader.isPacked(type)) {
            return Form.PACKED;
        }
        if (type.equals("application/mbox")) {
            return Form.MAILBOX;
        }
        boolean message = declared.equals("message/rfc822") || declared.equals("message/global");
        return content.length > 0 && message || isMail(content, type) ? Form.MESSAGE : Form.DOCUMENT;
    }

    /** Whether bytes are a MIME message that was sent by somebody. */
    static boolean isMail(byte[] content, String type) {
        boolean textual = type.startsWith("text/") || type.startsWith("message/") || type.startsWith("multipart/");
        return textual && MessageHead.of(content) == MessageHead.Kind.MAIL;
    }

    /** Whether a message has what one that was sent has. */
    static boolean sent(Message message) {
        return message.from() != null
                || message.sentAt() != null
                || !message.to().isEmpty();
    }

    /** One record for each candidate that a calendar speaks of. */
    private void calendar(FilePlace place, byte[] content, Taker taker) throws IOException {
        SourceRecord record = place.record(raw.put(content), content);
        CalendarReading reading = meaning.calendar(content, place.namer());
        if (reading instanceof CalendarReading.LeftOut left) {
            taker.record(MessageRecord.leftOut(record, left.reason()));
            return;
        }
        if (reading instanceof CalendarReading.Rejected fault) {
            taker.record(MessageRecord.rejected(record, fault.code(), fault.sentence()));
            return;
        }
        List<List<StatedFact>> persons = ((CalendarReading.Interviews) reading).persons();
        for (int i = 0; i < persons.size(); i++) {
            SourceRecord one = i == 0 ? record : place.further(record, i + 1, content);
            taker.record(MessageRecord.stored(one, persons.get(i), Part.CALENDAR));
        }
    }

    /** A workbook, or any other document. */
    private void single(
            FilePlace place, byte[] content, Look look, @Nullable Told told, Allowance allowance, Taker taker)
            throws IOException {
        FoundWorkbooks.Found found = workbooks.read(place, content, look.type(), allowance);
        if (found == null) {
            taker.record(document(place, content, look, told, allowance));
            return;
        }
        found.papers().forEach(taker::record);
        found.rows().forEach(taker::reading);
    }

    private MessageRecord document(FilePlace place, byte[] content, Look look, @Nullable Told told, Allowance allowance)
            throws IOException {
        if (look.type().equals(PST)) {
            return refused(place, content, Why.STORE_WITHIN);
        }
        DocumentReading reading = documents.read(content, look, allowance.end());
        SourceRecord record = place.record(raw.put(content), content);
        if (reading instanceof DocumentReading.Unread failed) {
            if (failed.code() == Why.SMALL_PICTURE) {
                return MessageRecord.leftOut(record, Why.SMALL_PICTURE.name(), failed.sentence());
            }
            boolean blameless = allowance.end().passed() && failed.code() != Why.OUT_OF_MEMORY;
            Why why = blameless ? Why.TOO_LONG_IN_ALL : failed.code();
            return MessageRecord.rejected(record, why.name(), why.sentence());
        }
        DocumentText text = ((DocumentReading.Read) reading).text();
        return meant(record, told == null ? meaning.read(text, place.namer()) : told);
    }

    private static MessageRecord meant(SourceRecord record, Told told) {
        if (told instanceof DocumentMeaning.AboutNobody nobody) {
            return nobody.open()
                    ? MessageRecord.rejected(record, nobody.code(), nobody.sentence())
                    : MessageRecord.leftOut(record, nobody.code(), nobody.sentence());
        }
        return MessageRecord.stored(record, ((DocumentMeaning.AboutOne) told).facts(), Part.FILE);
    }

    MessageRecord refused(FilePlace place, byte[] content, Why why) throws IOException {
        return MessageRecord.rejected(place.record(raw.put(content), content), why.name(), why.sentence());
    }

    private void outlook(FilePlace place, byte[] content, String type, int depth, Allowance allowance, Taker taker)
            throws IOException {
        DocumentReader.Mime mime = documents.message(content, type, allowance.end());
        byte[] bytes = mime.bytes();
        if (bytes == null) {
            taker.record(refused(place, content, java.util.Objects.requireNonNull(mime.fault())));
            return;
        }
        Message message = messages.parsed(bytes, allowance.end());
        if (sent(message)) {
            taker.message(place.message(message.id()), message, content, depth + 1);
            return;
        }
        // A winmail.dat on its own, or a draft, belongs to no sender: its text and its files are what there is.
        if (!message.body().isBlank()) {
            byte[] body = message.body().getBytes(java.nio.charset.StandardCharsets.UTF_8);
            FilePlace words = place.within("body");
            taker.record(meant(
                    words.record(raw.put(body), body), meaning.read(DocumentText.of(message.body()), words.namer())));
        }
        for (AttachedFile file : message.attachments()) {
            FilePlace inner = place.within(file.name() == null ? file.path() : file.path() + ' ' + file.name());
            if (file.refused() != null) {
                taker.record(refused(inner, file.content(), file.refused()));
                continue;
            }
            read(
                    inner,
                    file.content(),
                    documents.look(file.content(), allowance.end()),
                    null,
                    file.declaredType(),
                    depth + 1,
                    allowance,
                    taker);
        }
        if (message.body().isBlank() && message.attachments().isEmpty()) {
            taker.record(refused(place, content, Why.EMPTY));
        }
    }

    private void mailbox(FilePlace place, byte[] content, int depth, Allowance allowance, Taker taker)
            throws IOException {
        MboxScanner scanner = new MboxScanner(new ByteArrayInputStream(content), 0, content.length);
        Set<String> ids = new HashSet<>();
        for (MboxScanner.Cut cut = scanner.next(); cut != null; cut = scanner.next()) {
            if (allowance.files() < 1) {
                taker.record(refused(place, content, Why.TOO_MANY_FILES));
                return;
            }
            allowance.take(cut.content().length);
            Message message = messages.parsed(cut.content(), allowance.end());
            String id = message.id();
            for (int copy = 2; !ids.add(id); copy++) {
                id = message.id() + '~' + copy;
            }
            taker.message(place.message(id), message.dated(cut.arrived()), cut.content(), depth + 1);
        }
        if (ids.isEmpty()) {
            taker.record(document(place, content, new Look("text/plain", null), null, allowance));
        }
    }

    private void packed(FilePlace place, byte[] content, String type, int depth, Allowance allowance, Taker taker)
            throws IOException {
        String own = place.name().substring(place.name().lastIndexOf('/') + 1);
        try (PackedFile packed =
                documents.unpack(content, type, own, allowance.files(), allowance.bytes(), allowance.end())) {
            Set<String> names = new HashSet<>();
            for (PackedEntry entry : packed.entries()) {
                String name = entry.name();
                for (int copy = 2; !names.add(name); copy++) {
                    name = entry.name() + '~' + copy;
                }
                entry(place.within(name), entry, depth, allowance, taker);
            }
            Why fault = packed.fault();
            if (fault == null && packed.entries().isEmpty()) {
                fault = Why.EMPTY;
            }
            if (fault != null) {
                taker.record(refused(place, content, fault));
            }
        }
    }

    private void entry(FilePlace place, PackedEntry entry, int depth, Allowance allowance, Taker taker)
            throws IOException {
        Path file = entry.file();
        Why fault = entry.fault();
        if (file == null || fault != null) {
            allowance.take(0);
            Why why = fault == null ? Why.CORRUPT : fault;
            SourceRecord record = place.record(raw.put(new byte[0]), null);
            taker.record(MessageRecord.rejected(record, why.name(), why.sentence()));
            return;
        }
        byte[] content = Files.readAllBytes(file);
        Files.delete(file);
        allowance.take(content.length);
        read(place, content, documents.look(content, allowance.end()), null, "", depth + 1, allowance, taker);
    }

    /** What of a message's attachments is none of a person's papers; null when it is to be read. */
    static @Nullable String leftOut(AttachedFile file) {
        if (file.inline()) {
            return "INLINE_PICTURE";
        }
        return switch (file.declaredType()) {
            case "application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature" ->
                "SIGNATURE";
            case "message/delivery-status",
                    "message/disposition-notification",
                    "message/feedback-report",
                    "text/rfc822-headers" -> "DELIVERY_REPORT";
            default -> null;
        };
    }
}
