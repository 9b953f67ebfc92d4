package org.talentrecall.ingest.spreadsheet;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.spreadsheet.file.Columns;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/**
 * A table found in a sheet, or what may be one.
 *
 * @param kind what its rows are about; null when that cannot be told
 * @param confidence how sure kind and key columns are, 0 to 1; below {@link Certainty#THRESHOLD} it must not be read
 * @param headerRow number of the last row of headers, 0 when it has none
 * @param headerRows how many rows of headers it has
 * @param columns those that are understood by their letters, from left to right
 * @param others headers of columns that are not, by their letters; blank for a column without a header
 */
record Table(
        @Nullable SheetKind kind,
        double confidence,
        int headerRow,
        int headerRows,
        SortedMap<String, Column> columns,
        SortedMap<String, String> others) {
    Table {
        columns = copy(columns);
        others = copy(others);
    }

    private static <V> SortedMap<String, V> copy(SortedMap<String, V> given) {
        SortedMap<String, V> copy = new TreeMap<>(Columns.ORDER);
        copy.putAll(given);
        return java.util.Collections.unmodifiableSortedMap(copy);
    }

    /**
     * A column that is understood.
     *
     * @param fields what its cells hold: one, or several beside each other
     * @param header as written; of two lines both
     * @param round the interview it belongs to, or null
     */
    record Column(
            List<Field> fields, String header, @Nullable String round, double confidence, Recognition by) {
        Column {
            fields = List.copyOf(fields);
        }

        Field field() {
            return fields.get(0);
        }
    }

    /** Whether it is understood well enough to be read without asking. */
    boolean isSure() {
        return kind != null && confidence >= Certainty.THRESHOLD;
    }

    /** The kind of a table that is read. */
    SheetKind sureKind() {
        if (kind == null) {
            throw new IllegalStateException("A table of unknown kind is not read");
        }
        return kind;
    }

    boolean has(Field field) {
        return header(field).isPresent();
    }

    /** The header of the first column of the field. */
    Optional<String> header(Field field) {
        for (Column column : columns.values()) {
            if (column.round() == null && column.field() == field) {
                return Optional.of(column.header());
            }
        }
        return Optional.empty();
    }

    /** Whether it has the same headers in the same columns. */
    boolean saysTheSameAs(Table other) {
        return columns.keySet().equals(other.columns.keySet())
                && columns.entrySet().stream().allMatch(entry -> {
                    Column column = other.columns.get(entry.getKey());
                    return column != null
                            && column.header().equals(entry.getValue().header());
                });
    }

    /** The row's cells that stand in the table's columns, or null when there are none. */
    @Nullable
    SheetRow part(SheetRow row, boolean alone) {
        if (alone) {
            return row;
        }
        List<SheetCell> own = row.cells().stream()
                .filter(cell -> columns.containsKey(cell.column()) || others.containsKey(cell.column()))
                .toList();
        return own.isEmpty() ? null : row.with(own);
    }
}
