package org.talentrecall.ingest.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.Fact;
import org.talentrecall.archive.fact.StatedFact;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;

/** Gathers a row's facts with the cells they stand in. */
final class FactList {
    /** The column says what it is and the cell says what it says. */
    static final double PLAIN = 0.95;
    /** The cell's words had to be understood. */
    static final double UNDERSTOOD = 0.85;
    /** The words can be meant otherwise. */
    static final double DOUBTFUL = 0.6;

    private final TableRow row;
    private final List<StatedFact> facts = new ArrayList<>();

    FactList(TableRow row) {
        this.row = row;
    }

    void add(Fact fact, @Nullable SheetCell cell, double confidence) {
        if (cell == null) {
            throw new IllegalArgumentException("A fact of a row stands in a cell: " + fact.getClass());
        }
        facts.add(new StatedFact(fact, row.locator(cell), confidence));
    }

    List<StatedFact> facts() {
        return facts;
    }
}
