package org.talentrecall.ingest;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.ingest.notes.RejectionClassifier;
import org.talentrecall.ingest.review.ReviewReader;
import org.talentrecall.ingest.spreadsheet.CorrectionReader;
import org.talentrecall.ingest.spreadsheet.OwnWorkbook;

/** Who reads the workbooks that the program wrote itself, wherever they turn up. */
final class OwnWorkbooks {
    private OwnWorkbooks() {}

    /** @param zone where the dates of cells are days */
    static List<OwnWorkbook.Reader> readers(Intake intake, RejectionClassifier classifier, ZoneId zone) {
        return List.of(
                new ReviewReader(
                        record -> !intake.lastScans(List.of(record)).isEmpty(),
                        record -> Optional.ofNullable(
                                intake.known(List.of(record)).get(record))),
                new CorrectionReader(record -> !intake.rejected(List.of(record)).isEmpty(), classifier, zone));
    }
}
