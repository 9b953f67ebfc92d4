package org.talentrecall.ingest;

import java.util.List;
import org.talentrecall.archive.intake.Intake;
import org.talentrecall.ingest.review.ReviewReader;
import org.talentrecall.ingest.spreadsheet.OwnWorkbook;

/** Who reads the workbooks that the program wrote itself, wherever they turn up. */
final class OwnWorkbooks {
    private OwnWorkbooks() {}

    static List<OwnWorkbook.Reader> readers(Intake intake) {
        return List.of(
                new ReviewReader(record -> !intake.lastScans(List.of(record)).isEmpty()));
    }
}
