package org.talentrecall.ingest.spreadsheet;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Correction;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.RecordKind;
import org.talentrecall.archive.record.SourceRecord;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/**
 * Reads the workbook of rejected rows when it comes back: each corrected row is read as the table it stood in was read, and
 * is a record that stands in for the rejected one, see {@link Correction}. Rows left as they were say nothing. Which rows
 * there are, in which order and on which sheets does not matter: each carries its {@link RejectedForm} in a hidden cell.
 */
public final class CorrectionReader implements OwnWorkbook.Reader {
    /** The kind of the program's own workbooks that this reads. */
    public static final String KIND = "rejected";

    private final Predicate<RecordId> rejected;
    private final RejectionClassifier classifier;
    private final ZoneId zone;

    /**
     * @param rejected whether a record is there and cannot be read where it lies; corrections of others are stale
     * @param zone where the dates of cells are days
     */
    public CorrectionReader(Predicate<RecordId> rejected, RejectionClassifier classifier, ZoneId zone) {
        this.rejected = rejected;
        this.classifier = classifier;
        this.zone = zone;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public OwnWorkbook.Rows begin(WorkbookPlace place, OwnWorkbook.Sent sent) {
        return new Rows(place, sent);
    }

    private final class Rows implements OwnWorkbook.Rows {
        private final WorkbookPlace place;
        private final OwnWorkbook.Sent sent;
        /** How often each rejected record was met: people copy whole rows, hidden cells and all. */
        private final Map<RecordId, Integer> met = new HashMap<>();

        Rows(WorkbookPlace place, OwnWorkbook.Sent sent) {
            this.place = place;
            this.sent = sent;
        }

        @Override
        public List<Reading> read(SheetRow row) {
            for (SheetCell cell : row.cells()) {
                Optional<RejectedForm> form = RejectedForm.read(cell.value().shown());
                if (form.isPresent()) {
                    return Optional.ofNullable(read(row, form.get(), cell.column())).stream()
                            .toList();
                }
            }
            return List.of();
        }

        private @Nullable Reading read(SheetRow row, RejectedForm form, String at) {
            SheetRow understood = form.understood(row);
            boolean moved = !at.equals(form.at());
            if (!moved && (form.isUnchanged(row) || understood.cells().isEmpty())) {
                return null;
            }
            ContentHash content = understood.content();
            int times = met.merge(form.record(), 1, Integer::sum);
            SourceRecord record = record(form, content, null, times, null);
            String where = "Row " + row.number() + " of sheet " + row.sheet() + " in " + place.path();
            if (moved) {
                return Reading.rejected(
                        record,
                        "COLUMNS_MOVED",
                        where
                                + " has other columns than when it was handed out, so that nobody can tell which is which:"
                                + " correct a fresh workbook without inserting or removing columns.");
            }
            if (times > 1) {
                return Reading.rejected(
                        record,
                        "CORRECTED_TWICE",
                        where + " is a copy of another row that corrects the same one: keep one of them, and put people"
                                + " who are new into a workbook of their own.");
            }
            if (!rejected.test(form.record())) {
                return Reading.rejected(
                        record,
                        "STALE_ROW",
                        where + " corrects " + form.origin() + ", which is not rejected any more (corrected there,"
                                + " withdrawn or erased): take this row out, its correction is not needed any more.");
            }
            // A file that does not tell when it was saved gives way to all that do.
            Instant saved = Objects.requireNonNullElse(sent.at(), Instant.EPOCH);
            return corrected(understood, form, content, new Correction(form.record(), saved));
        }

        private Reading corrected(SheetRow row, RejectedForm form, ContentHash content, Correction correction) {
            String file = place.file() + " (" + form.origin() + ")";
            TableRow seen = new TableRow(file, row, form.table(), new CellMeaning(form.savedOn(), form.period()));
            RowReading reading = new RowReader(classifier, form.savedOn()).read(seen);
            if (reading instanceof RowReading.LeftOut left) {
                return Reading.suppressed(record(form, content, null, 1, null), left.code());
            }
            if (reading instanceof RowReading.Refused refused) {
                return Reading.rejected(record(form, content, null, 1, correction), refused.code(), refused.sentence());
            }
            RowReading.Facts facts = (RowReading.Facts) reading;
            Instant saidAt = facts.said() == null
                    ? null
                    : facts.said().earliest().atStartOfDay(zone).toInstant();
            return Reading.stored(
                    record(form, content, saidAt, 1, correction), facts.subject(), facts.facts(), List.of());
        }

        private SourceRecord record(
                RejectedForm form,
                ContentHash content,
                @Nullable Instant saidAt,
                int times,
                @Nullable Correction correction) {
            String key = place.path() + "#corrects:" + form.record() + (times == 1 ? "" : "~" + times);
            return new SourceRecord(
                    RecordId.of(place.source(), key),
                    place.source(),
                    RecordKind.ROW,
                    key,
                    content,
                    saidAt,
                    form.record(),
                    correction == null ? null : correction.key());
        }
    }
}
