package org.talentrecall.ingest.spreadsheet.file;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one file, sheet by sheet and from top to bottom, in memory that does not grow with their number. Not safe
 * for use by several threads. After an exception the rows read so far stand and nothing more can be read.
 */
public interface WorkbookRows extends Closeable {
    /** The next row that is not blank, or null at the end. */
    @Nullable
    SheetRow next() throws UnreadableWorkbook, IOException;

    /** The day the file says it was last saved, or null when it does not tell. */
    @Nullable
    LocalDate savedOn();

    /** When the file says it was last saved, as exactly as it tells (a day is its beginning in UTC); null when it does not. */
    default @Nullable Instant savedAt() {
        LocalDate day = savedOn();
        return day == null ? null : day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    /** The names of all sheets, known before any row is read; empty where the format has none or tells them later. */
    default List<String> sheetNames() {
        return List.of();
    }

    /**
     * The merged ranges of the sheet whose row came last; empty where the format has none. Formats that list them behind
     * the cells are read a second time for it, so ask once a sheet and only when it matters.
     *
     * @throws UnreadableWorkbook when that part of the file is damaged; the rows can still be read on
     */
    default List<MergedCells> merges() throws UnreadableWorkbook, IOException {
        return List.of();
    }

    /** The columns, by letters, that are hidden in the sheet whose row came last. */
    default Set<String> hiddenColumns() {
        return Set.of();
    }
}
