package org.talentrecall.ingest.spreadsheet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.spreadsheet.file.Columns;
import org.talentrecall.ingest.spreadsheet.file.MergedCells;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/**
 * Gives rows what a cell merged over several rows says for all of them: a name beside the rows of its interviews, a post
 * beside its candidates. Rows must come from top to bottom. Not safe for use by several threads.
 */
final class MergedRows {
    /** Those further down, the next one first. */
    private final Deque<MergedCells> below;
    /** Those around the present row, with what they say. */
    private final Map<MergedCells, Optional<SheetCell>> around = new LinkedHashMap<>();

    /** @param all merged ranges of one sheet; those of one row do not matter */
    MergedRows(List<MergedCells> all) {
        this.below = all.stream()
                .filter(range -> range.lastRow() > range.firstRow())
                .sorted(Comparator.comparingInt(MergedCells::firstRow))
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    /** The row with what merged cells say for it. */
    SheetRow fill(SheetRow row) {
        if (below.isEmpty() && around.isEmpty()) {
            return row;
        }
        around.keySet().removeIf(range -> range.lastRow() < row.number());
        while (!below.isEmpty() && below.peek().firstRow() <= row.number()) {
            MergedCells range = below.poll();
            if (range.lastRow() >= row.number()) {
                boolean begins = range.firstRow() == row.number();
                around.put(range, Optional.ofNullable(begins ? cell(row, range.firstColumn()) : null));
            }
        }
        List<SheetCell> cells = null;
        for (Map.Entry<MergedCells, Optional<SheetCell>> range : around.entrySet()) {
            boolean blank = cell(row, range.getKey().firstColumn()) == null;
            if (blank && range.getValue().isPresent()) {
                cells = cells == null ? new ArrayList<>(row.cells()) : cells;
                cells.add(range.getValue().get());
            }
        }
        if (cells == null) {
            return row;
        }
        cells.sort(Comparator.comparing(SheetCell::column, Columns.ORDER));
        return row.with(cells);
    }

    private static @Nullable SheetCell cell(SheetRow row, String column) {
        for (SheetCell cell : row.cells()) {
            if (cell.column().equals(column)) {
                return cell;
            }
        }
        return null;
    }
}
