package org.talentrecall.ingest.spreadsheet.file;

/**
 * One cell that is not blank.
 *
 * @param column the column's letters, for example {@code AB}
 */
public record SheetCell(String column, CellValue value) {}
