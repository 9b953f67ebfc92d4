package org.talentrecall.ingest.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.talentrecall.archive.intake.RawStore;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.ingest.message.AttachedFile;
import org.talentrecall.ingest.message.Message;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.spreadsheet.OwnWorkbook;
import org.talentrecall.ingest.spreadsheet.WorkbookScan;
import org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook;
import org.talentrecall.ingest.spreadsheet.file.WorkbookFile;
import org.talentrecall.ingest.spreadsheet.file.WorkbookRows;

/**
 * The program's own workbooks that come back as attachments, such as a filled review. What they say changes dossiers, so they
 * count only when a colleague sends them: whoever knows a question's id could answer it otherwise.
 */
final class AttachedWorkbooks {
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final RawStore raw;
    private final OwnDomains own;
    private final WorkbookScan.Rules rules;

    AttachedWorkbooks(RawStore raw, OwnDomains own, List<OwnWorkbook.Reader> readers) {
        this.raw = raw;
        this.own = own;
        this.rules = new WorkbookScan.Rules(List.of(), new RejectionClassifier(), ZoneOffset.UTC, readers);
    }

    /**
     * The readings of a workbook of the program's own.
     *
     * @param type the file's type by content
     * @return empty for every other file, and for a workbook in which nothing was answered
     */
    List<Reading> read(MessagePlace place, Message message, AttachedFile file, String type) throws IOException {
        if (!type.equals(XLSX) || rules.ownReaders().isEmpty()) {
            return List.of();
        }
        Path copy = Files.createTempFile("attached", ".xlsx");
        try {
            Files.write(copy, file.content());
            return isOwn(copy) ? read(place, message, file, copy) : List.of();
        } catch (UnreadableWorkbook damaged) {
            // It is told about like any other file that cannot be read.
            return List.of();
        } finally {
            Files.delete(copy);
        }
    }

    private static boolean isOwn(Path file) throws IOException, UnreadableWorkbook {
        try (WorkbookRows rows = WorkbookFile.open(file)) {
            return OwnWorkbook.of(rows.sheetNames()).isPresent();
        }
    }

    private List<Reading> read(MessagePlace place, Message message, AttachedFile file, Path copy)
            throws IOException, UnreadableWorkbook {
        Message.Mailbox from = message.from();
        ContentHash content = raw.put(file.content());
        String path = place.key() + '#' + file.path();
        if (from == null || !own.own(from.address())) {
            SourceRecord record = SourceRecord.of(
                    place.source(), RecordKind.ATTACHMENT, path + "#answers", content, message.sentAt());
            return List.of(Reading.rejected(
                    record,
                    "NOT_FROM_US",
                    "A filled workbook came from an address outside of recall.ingest.own-domains: send it from a"
                            + " company's mailbox, or put it into data/review."));
        }
        String name = from.name() == null || from.name().isBlank() ? from.address() : from.name();
        WorkbookScan.Place where = new WorkbookScan.Place(place.source(), path, content);
        List<Reading> readings = new ArrayList<>();
        try (WorkbookScan scan = WorkbookScan.open(copy, where, rules, new OwnWorkbook.Sent(name, message.sentAt()))) {
            for (WorkbookScan.Step step = scan.next(); step != null; step = scan.next()) {
                readings.addAll(step.readings());
            }
        }
        return readings;
    }
}
