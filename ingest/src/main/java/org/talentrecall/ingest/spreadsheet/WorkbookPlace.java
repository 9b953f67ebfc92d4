package org.talentrecall.ingest.spreadsheet;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.record.SourceRecord;

/**
 * Which file is read.
 *
 * @param path as the container is called, relative to the source; natural keys begin with it
 * @param content hash of the whole file
 * @param file as locators call it
 * @param letter the message that brought it; null for a file that lies in a folder
 */
public record WorkbookPlace(
        SourceId source,
        String path,
        ContentHash content,
        String file,
        @Nullable Letter letter) {
    /** A file that locators call by its path. */
    public WorkbookPlace(SourceId source, String path, ContentHash content) {
        this(source, path, content, path, null);
    }

    /** The record of the file as a whole. */
    SourceRecord record(String what) {
        return record(path + what, content, null);
    }

    /** The record of a part of it. */
    SourceRecord record(String naturalKey, ContentHash hash, @Nullable Instant saidAt) {
        return record(naturalKey, hash, saidAt, null);
    }

    /** @param twin same for records that say the same, wherever they came from; null when that cannot be told */
    SourceRecord record(String naturalKey, ContentHash hash, @Nullable Instant saidAt, @Nullable String twin) {
        Letter by = letter;
        if (by == null) {
            return SourceRecord.of(source, RecordKind.ROW, naturalKey, hash, saidAt);
        }
        Instant said = saidAt == null ? by.sentAt() : saidAt;
        return new SourceRecord(
                RecordId.of(source, naturalKey), source, RecordKind.ROW, naturalKey, hash, said, by.body(), twin);
    }

    ContentHash hash(String words) {
        return ContentHash.of((path + '\n' + words).getBytes(StandardCharsets.UTF_8));
    }

    @Nullable
    LocalDate sentOn(ZoneId zone) {
        return letter == null || letter.sentAt() == null ? null : LocalDate.ofInstant(letter.sentAt(), zone);
    }

    /**
     * The message with which a workbook came.
     *
     * @param body the record of its body
     */
    public record Letter(RecordId body, @Nullable Instant sentAt) {}
}
