package org.talentrecall.ingest.mailbox;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.ingest.document.PlaceNamer;
import org.talentrecall.ingest.message.AttachedFile;
import org.talentrecall.ingest.message.Message;
import org.talentrecall.ingest.spreadsheet.OwnWorkbook;
import org.talentrecall.ingest.spreadsheet.WorkbookPlace;

/** Where a file was found: attached to a message, or loose in a folder; in either case perhaps within packed files. */
sealed interface FilePlace {
    /** The file's name as people know it, with those of the packed files around it. */
    String name();

    /**
     * The record of the file with this content.
     *
     * @param content null when there is none to compare with that of twins
     */
    SourceRecord record(ContentHash hash, byte @Nullable [] content);

    /** The record of a further person of whom the same file speaks, from the second. */
    SourceRecord further(SourceRecord first, int number, byte[] content);

    PlaceNamer namer();

    /** What a workbook that lies here is called. */
    WorkbookPlace workbook(ContentHash content);

    /**
     * Who sent it: of messages within each other all, the outermost first, an empty word for one that does not say. Empty for
     * what the operator's own folder holds.
     */
    List<String> senders();

    /** Who handed it over and when, as far as it is known. */
    OwnWorkbook.Sent sent();

    /** A file within this one. */
    FilePlace within(String entry);

    /** A message within this file. */
    MessagePlace message(String messageId);

    /**
     * A file that came with a message.
     *
     * @param part its place in the message, {@code 2.1} or {@code 2.1!folder/name}
     */
    record Attached(MessagePlace place, Message message, RecordId body, String part, String name) implements FilePlace {
        /** What an attached file is called in locators. */
        static String name(AttachedFile file) {
            String name = file.name();
            return name == null ? file.path() : name;
        }

        @Override
        public SourceRecord record(ContentHash hash, byte @Nullable [] content) {
            return MessageReadings.record(RecordKind.ATTACHMENT, place, part, hash, message, body, content);
        }

        @Override
        public SourceRecord further(SourceRecord first, int number, byte[] content) {
            return MessageReadings.record(
                    RecordKind.ATTACHMENT, place, part + '.' + number, first.content(), message, first.id(), content);
        }

        @Override
        public PlaceNamer namer() {
            return place.namer(message.id(), name);
        }

        @Override
        public FilePlace within(String entry) {
            return new Attached(place, message, body, part + '!' + entry, name + '!' + entry);
        }

        @Override
        public MessagePlace message(String messageId) {
            return place.within(place.key() + '#' + part, messageId, message);
        }

        @Override
        public WorkbookPlace workbook(ContentHash content) {
            return new WorkbookPlace(
                    place.source(),
                    place.key() + '#' + part,
                    content,
                    new Locator.Mail(place.mailbox(), message.id(), name, null, null).display(),
                    new WorkbookPlace.Letter(body, message.sentAt()));
        }

        @Override
        public List<String> senders() {
            return place.senders(message);
        }

        @Override
        public OwnWorkbook.Sent sent() {
            Message.Mailbox from = message.from();
            boolean named = from != null && from.name() != null && !from.name().isBlank();
            String by = from == null ? null : named ? from.name() : from.address();
            return new OwnWorkbook.Sent(by, message.sentAt());
        }
    }

    /**
     * A file in a folder.
     *
     * @param path relative to the source, its natural key
     */
    record Loose(
            SourceId source,
            @Nullable String folderHint,
            String path,
            @Nullable Instant modified) implements FilePlace {
        @Override
        public String name() {
            return path;
        }

        @Override
        public SourceRecord record(ContentHash hash, byte @Nullable [] content) {
            return new SourceRecord(
                    RecordId.of(source, path),
                    source,
                    RecordKind.DOCUMENT,
                    path,
                    hash,
                    modified,
                    null,
                    content == null ? null : "file:" + hash);
        }

        @Override
        public SourceRecord further(SourceRecord first, int number, byte[] content) {
            String key = first.naturalKey() + '#' + number;
            return new SourceRecord(
                    RecordId.of(source, key),
                    source,
                    first.kind(),
                    key,
                    first.content(),
                    first.saidAt(),
                    first.id(),
                    first.duplicateKey() + '#' + number);
        }

        @Override
        public PlaceNamer namer() {
            return (page, line) -> new Locator.Document(source.value() + '/' + path, page, line);
        }

        @Override
        public Loose within(String entry) {
            return new Loose(source, folderHint, path + '!' + entry, modified);
        }

        @Override
        public MessagePlace message(String messageId) {
            return new MessagePlace(source, source.value() + '/' + path, folderHint, path + '/' + messageId);
        }

        @Override
        public WorkbookPlace workbook(ContentHash content) {
            return new WorkbookPlace(source, path, content, source.value() + '/' + path, null);
        }

        @Override
        public List<String> senders() {
            return List.of();
        }

        @Override
        public OwnWorkbook.Sent sent() {
            return new OwnWorkbook.Sent(null, null);
        }
    }
}
