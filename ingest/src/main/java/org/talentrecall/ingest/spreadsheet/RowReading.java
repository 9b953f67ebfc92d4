package org.talentrecall.ingest.spreadsheet;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.archive.record.Subject;

/** What became of one row. */
sealed interface RowReading {
    /**
     * The row says something. What it says is understood when it is asked for, since an import that goes on behind a row
     * need only know which row it was.
     *
     * @param said the day the row was said, or null
     * @param identity what tells the row from the others of its sheet, wherever it stands; blank for its whole content
     * @param meaning adds what the row says to an empty list
     */
    record Facts(TableRow row, Subject subject, @Nullable PartialDate said, String identity, Consumer<FactList> meaning)
            implements RowReading {
        /** What the row says. */
        List<StatedFact> facts() {
            FactList facts = new FactList(row);
            meaning.accept(facts);
            return List.copyOf(facts.facts());
        }
    }

    /** The row cannot be read as it should; see {@link org.talentrecall.archive.record.Disposition.Rejected}. */
    record Refused(String code, String sentence) implements RowReading {}

    /** The row is left out on purpose; see {@link org.talentrecall.archive.record.Disposition.Suppressed}. */
    record LeftOut(String code) implements RowReading {}
}
