package org.talentrecall.ingest.spreadsheet;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Subject;

/** What became of one row. */
sealed interface RowReading {
    /**
     * The row says something.
     *
     * @param said the day the row was said, or null
     * @param identity what tells the row from the others of its sheet, wherever it stands; blank for its whole content
     */
    record Facts(
            Subject subject,
            List<StatedFact> facts,
            @Nullable PartialDate said,
            String identity) implements RowReading {
        public Facts {
            facts = List.copyOf(facts);
        }
    }

    /** The row cannot be read as it should; see {@link org.talentrecall.archive.record.Disposition.Rejected}. */
    record Refused(String code, String sentence) implements RowReading {}

    /** The row is left out on purpose; see {@link org.talentrecall.archive.record.Disposition.Suppressed}. */
    record LeftOut(String code) implements RowReading {}
}
