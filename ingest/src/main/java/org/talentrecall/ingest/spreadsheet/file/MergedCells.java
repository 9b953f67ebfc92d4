package org.talentrecall.ingest.spreadsheet.file;

/**
 * A range of cells shown as one; the value stands in its first cell.
 *
 * @param firstRow counts from 1, as Excel shows it
 * @param firstColumn letters
 */
public record MergedCells(int firstRow, int lastRow, String firstColumn, String lastColumn) {
    public MergedCells {
        if (firstRow < 1 || lastRow < firstRow || Columns.index(firstColumn) > Columns.index(lastColumn)) {
            throw new IllegalArgumentException("Merged cells run from the upper left to the lower right");
        }
    }
}
