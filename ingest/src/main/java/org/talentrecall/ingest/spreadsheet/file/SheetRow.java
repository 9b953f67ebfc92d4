package org.talentrecall.ingest.spreadsheet.file;

import java.util.List;

/**
 * One row that is not blank.
 *
 * @param sheet the sheet's name; empty for delimited files
 * @param sheetIndex counts the sheets from 0, as the workbook orders them
 * @param hidden whether the sheet is hidden from the people who use the workbook
 * @param number counts from 1, as Excel shows it
 * @param cells from left to right
 * @param rowHidden whether the row itself is hidden, by hand or by a filter
 */
public record SheetRow(
        String sheet, int sheetIndex, boolean hidden, int number, List<SheetCell> cells, boolean rowHidden) {
    public SheetRow {
        cells = List.copyOf(cells);
    }

    /** The same row with some of its cells. */
    public SheetRow with(List<SheetCell> some) {
        return new SheetRow(sheet, sheetIndex, hidden, number, some, rowHidden);
    }

    /** A row that is not hidden itself. */
    public SheetRow(String sheet, int sheetIndex, boolean hidden, int number, List<SheetCell> cells) {
        this(sheet, sheetIndex, hidden, number, cells, false);
    }
}
