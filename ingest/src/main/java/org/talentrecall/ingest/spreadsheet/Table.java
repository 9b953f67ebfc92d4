package org.talentrecall.ingest.spreadsheet;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/**
 * A table found in a sheet.
 *
 * @param headerRow number of the row of headers
 * @param columns by letters
 */
public record Table(SheetKind kind, int headerRow, Map<String, Column> columns) {
    public Table {
        columns = Map.copyOf(columns);
    }

    /**
     * A column that is understood.
     *
     * @param header as written
     */
    public record Column(Field field, String header) {}

    boolean has(Field field) {
        return columns.values().stream().anyMatch(column -> column.field() == field);
    }

    /** The header of the first column of the field. */
    Optional<String> header(Field field) {
        SortedMap<String, String> headers = new TreeMap<>();
        columns.forEach((letters, column) -> {
            if (column.field() == field) {
                headers.put(letters, column.header());
            }
        });
        return headers.values().stream().findFirst();
    }

    /** Whether a row says the headers once more, as tables do at the top of each printed page. */
    boolean isHeaderAgain(SheetRow row) {
        long same = row.cells().stream()
                .filter(cell -> columns.containsKey(cell.column())
                        && columns.get(cell.column())
                                .header()
                                .equals(cell.value().shown()))
                .count();
        return same >= 2 && same * 2 > row.cells().size();
    }

    /** Whether a row of totals or remarks below the table, not one of it. */
    boolean isFooter(SheetRow row) {
        SheetCell first = row.cells().get(0);
        return CellWords.read("FOOTER", first.value().shown()).isPresent();
    }
}
