package org.talentrecall.ingest.spreadsheet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.spreadsheet.file.CellValue;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/**
 * Puts what the row above says where a cell only says "as above" (同上, 〃, ditto). Rows must come from top to bottom. Not
 * safe for use by several threads.
 */
final class DittoMarks {
    private static final Set<String> MARKS =
            Set.of("同上", "同前", "同上行", "同上一行", "〃", "″", "\"", "''", "″″", "”", "ditto", "same as above", "as above");
    private static final int LONGEST =
            MARKS.stream().mapToInt(String::length).max().orElse(0);

    private @Nullable SheetRow above;

    /** Forgets the rows so far: another table begins. */
    void begin() {
        above = null;
    }

    /** The row with words in place of marks. A mark below nothing stays as it is. */
    SheetRow fill(SheetRow row) {
        SheetRow filled = row;
        List<SheetCell> cells = row.cells();
        for (int at = 0; at < cells.size(); at++) {
            if (isMark(cells.get(at).value())) {
                filled = filled(row);
                break;
            }
        }
        above = filled;
        return filled;
    }

    private SheetRow filled(SheetRow row) {
        List<SheetCell> cells = new ArrayList<>(row.cells().size());
        for (SheetCell cell : row.cells()) {
            SheetCell before = isMark(cell.value()) ? above(cell.column()) : null;
            cells.add(before == null ? cell : new SheetCell(cell.column(), before.value()));
        }
        return row.with(cells);
    }

    private @Nullable SheetCell above(String column) {
        SheetRow row = above;
        if (row != null) {
            for (SheetCell cell : row.cells()) {
                if (cell.column().equals(column)) {
                    return cell;
                }
            }
        }
        return null;
    }

    private static boolean isMark(CellValue value) {
        if (!(value instanceof CellValue.Text text) || text.shown().length() > LONGEST + 2) {
            return false;
        }
        String bare = text.shown().strip();
        return bare.length() <= LONGEST && MARKS.contains(bare.toLowerCase(Locale.ROOT));
    }
}
