package org.talentrecall.ingest.spreadsheet;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.notes.RejectionClassifier;

/** Gives each row to the reader of its table's kind. Not safe for use by several threads. */
final class RowReader {
    private final HiringRow hiring;
    private final @Nullable LocalDate savedOn;

    /** @param savedOn when the file was last saved; null when it does not tell */
    RowReader(RejectionClassifier classifier, @Nullable LocalDate savedOn) {
        this.hiring = new HiringRow(classifier);
        this.savedOn = savedOn;
    }

    @Nullable
    LocalDate savedOn() {
        return savedOn;
    }

    RowReading read(TableRow row) {
        return switch (row.table().sureKind()) {
            case INTERVIEWS, CANDIDATES, OUTCOMES -> hiring.read(row);
            case OPENINGS -> OpeningRow.read(row);
            case COMMUNICATIONS -> CommunicationRow.read(row, savedOn);
            case CAREER_UPDATES -> CareerUpdateRow.read(row);
            case DO_NOT_CONTACT -> DoNotContactRow.read(row);
            case CONNECTIONS -> ConnectionRow.read(row, savedOn);
        };
    }
}
