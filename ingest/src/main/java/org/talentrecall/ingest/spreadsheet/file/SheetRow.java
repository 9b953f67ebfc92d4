package org.talentrecall.ingest.spreadsheet.file;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.ContentHash;

/**
 * One row that is not blank. A class and no record because the hash of what it says is worked out when it is first asked
 * for, which may be in the thread that has read it. Safe for use by several threads.
 */
public final class SheetRow {
    private static final ThreadLocal<WordsHash> WORDS = ThreadLocal.withInitial(WordsHash::new);

    private final String sheet;
    private final int sheetIndex;
    private final boolean hidden;
    private final int number;
    private final List<SheetCell> cells;
    private final boolean rowHidden;
    /** Threads that ask at once find the same answer. */
    private @Nullable ContentHash content;

    /**
     * A row.
     *
     * @param sheet the sheet's name; empty for delimited files
     * @param sheetIndex counts the sheets from 0, as the workbook orders them
     * @param hidden whether the sheet is hidden from the people who use the workbook
     * @param number counts from 1, as Excel shows it
     * @param cells from left to right
     * @param rowHidden whether the row itself is hidden, by hand or by a filter
     */
    public SheetRow(
            String sheet, int sheetIndex, boolean hidden, int number, List<SheetCell> cells, boolean rowHidden) {
        this.sheet = sheet;
        this.sheetIndex = sheetIndex;
        this.hidden = hidden;
        this.number = number;
        this.cells = List.copyOf(cells);
        this.rowHidden = rowHidden;
    }

    /** A row that is not hidden itself. */
    public SheetRow(String sheet, int sheetIndex, boolean hidden, int number, List<SheetCell> cells) {
        this(sheet, sheetIndex, hidden, number, cells, false);
    }

    /** The sheet's name; empty for delimited files. */
    public String sheet() {
        return sheet;
    }

    /** Counts the sheets from 0, as the workbook orders them. */
    public int sheetIndex() {
        return sheetIndex;
    }

    /** Whether the sheet is hidden from the people who use the workbook. */
    public boolean hidden() {
        return hidden;
    }

    /** Counts from 1, as Excel shows it. */
    public int number() {
        return number;
    }

    /** From left to right. */
    public List<SheetCell> cells() {
        return cells;
    }

    /** Whether the row itself is hidden, by hand or by a filter. */
    public boolean rowHidden() {
        return rowHidden;
    }

    /** The same row with some of its cells. */
    public SheetRow with(List<SheetCell> some) {
        return new SheetRow(sheet, sheetIndex, hidden, number, some, rowHidden);
    }

    /** Hash over the cells, wherever the row stands. */
    public ContentHash content() {
        ContentHash known = content;
        if (known == null) {
            WordsHash words = WORDS.get();
            for (SheetCell cell : cells) {
                words.add(cell.column())
                        .add(WordsHash.NAMED)
                        .add(cell.value().shown())
                        .add(WordsHash.SAID);
            }
            known = words.hash();
            content = known;
        }
        return known;
    }

    /** For people who look for a fault: the place and not what stands there. */
    @Override
    public String toString() {
        return "row " + number + " of sheet " + sheetIndex + ", " + cells.size() + " cells";
    }
}
