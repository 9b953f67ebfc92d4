package org.talentrecall.ingest.spreadsheet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/** Gives each row to the reader of its table's kind. */
final class RowReader {
    private final HiringRow hiring;
    private final CellMeaning meaning;
    private final @Nullable LocalDate savedOn;

    RowReader(RejectionClassifier classifier, @Nullable LocalDate savedOn) {
        this.hiring = new HiringRow(classifier);
        this.savedOn = savedOn;
        this.meaning = new CellMeaning(savedOn);
    }

    TableRow see(String file, SheetRow row, Table table) {
        return new TableRow(file, row, table, meaning);
    }

    RowReading read(TableRow row) {
        return switch (row.table().kind()) {
            case INTERVIEWS, CANDIDATES, OUTCOMES -> hiring.read(row);
            case OPENINGS -> OpeningRow.read(row);
            case COMMUNICATIONS -> CommunicationRow.read(row, savedOn);
            case CAREER_UPDATES -> CareerUpdateRow.read(row);
        };
    }
}
