package org.talentrecall.ingest.spreadsheet;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.spreadsheet.file.CellValue;
import org.talentrecall.ingest.spreadsheet.file.Columns;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/**
 * The headers of one or two rows, by column. A header of the upper row counts for the columns to its right as far as
 * these have one below it and none above: that is how merged headers arrive, with all but their first cell empty.
 *
 * @param row number of the last of the rows
 * @param rows one or two
 * @param headers as written, the two lines parted by a slash
 * @param meanings of those that are understood
 */
record HeaderRows(int row, int rows, SortedMap<String, String> headers, SortedMap<String, HeaderMeaning> meanings) {
    /** Of the cells of a row of headers so many are understood at least. */
    private static final double FEWEST_UNDERSTOOD = 0.4;

    private static final double FEWEST_CHILDREN_UNDERSTOOD = 0.6;
    private static final String BETWEEN = "/";

    static @Nullable HeaderRows of(SheetRow row, HeaderWords words) {
        SortedMap<String, String> headers = new TreeMap<>(Columns.ORDER);
        SortedMap<String, HeaderMeaning> meanings = new TreeMap<>(Columns.ORDER);
        for (SheetCell cell : row.cells()) {
            if (cell.value() instanceof CellValue.Text text) {
                headers.put(cell.column(), text.shown().strip());
                words.read(text.shown()).ifPresent(meaning -> meanings.put(cell.column(), meaning));
            }
        }
        boolean enough = meanings.size() >= row.cells().size() * FEWEST_UNDERSTOOD || isGiven(meanings);
        return enough ? new HeaderRows(row.number(), 1, headers, meanings) : null;
    }

    /** The two rows as one header; null when the lower one does not look like the lower line of one. */
    static @Nullable HeaderRows of(SheetRow upper, SheetRow lower, HeaderWords words) {
        if (lower.number() != upper.number() + 1 || upper.cells().size() < 2) {
            return null;
        }
        Map<String, String> below = texts(lower);
        if (below.size() < lower.cells().size() || below.size() < 2) {
            return null;
        }
        SortedMap<String, String> headers = new TreeMap<>(Columns.ORDER);
        SortedMap<String, HeaderMeaning> meanings = new TreeMap<>(Columns.ORDER);
        Map<String, String> above = texts(upper);
        int children = 0;
        String parent = "";
        SortedMap<String, String> all = new TreeMap<>(Columns.ORDER);
        all.putAll(below);
        all.putAll(above);
        for (String column : all.keySet()) {
            String own = above.get(column);
            String child = below.get(column);
            parent = own != null ? own : child == null ? "" : parent;
            String header = child == null ? parent : parent.isEmpty() ? child : parent + BETWEEN + child;
            headers.put(column, header);
            Optional<HeaderMeaning> meaning = child == null
                    ? words.read(parent)
                    : parent.isEmpty() ? words.read(child) : words.read(parent, child);
            if (meaning.isPresent()) {
                meanings.put(column, meaning.get());
                children += child == null ? 0 : 1;
            }
        }
        boolean lowerIsHeader = children >= below.size() * FEWEST_CHILDREN_UNDERSTOOD;
        boolean enough = lowerIsHeader && meanings.size() >= headers.size() * FEWEST_UNDERSTOOD;
        return enough ? new HeaderRows(lower.number(), 2, headers, meanings) : null;
    }

    private static Map<String, String> texts(SheetRow row) {
        SortedMap<String, String> texts = new TreeMap<>(Columns.ORDER);
        for (SheetCell cell : row.cells()) {
            if (cell.value() instanceof CellValue.Text text) {
                texts.put(cell.column(), text.shown().strip());
            }
        }
        return texts;
    }

    private static boolean isGiven(SortedMap<String, HeaderMeaning> meanings) {
        return meanings.values().stream()
                        .filter(meaning -> meaning.by() == Recognition.SETTINGS)
                        .count()
                > 1;
    }

    /** How much is understood; what is known and left alone counts little. */
    double worth() {
        return meanings.values().stream()
                .mapToDouble(meaning -> meaning.field() == Field.IGNORED ? 0.2 : meaning.confidence())
                .sum();
    }

    /** The same headers between two columns. */
    HeaderRows between(String first, String last) {
        return new HeaderRows(row, rows, slice(headers, first, last), slice(meanings, first, last));
    }

    private static <V> SortedMap<String, V> slice(SortedMap<String, V> all, String first, String last) {
        SortedMap<String, V> some = new TreeMap<>(Columns.ORDER);
        all.forEach((column, value) -> {
            if (Columns.ORDER.compare(column, first) >= 0 && Columns.ORDER.compare(column, last) <= 0) {
                some.put(column, value);
            }
        });
        return some;
    }

    /** Groups of headers with an empty column between them. */
    List<HeaderRows> groups() {
        java.util.ArrayList<HeaderRows> groups = new java.util.ArrayList<>();
        String first = null;
        String last = null;
        for (String column : headers.keySet()) {
            if (first == null || last == null) {
                first = column;
            } else if (Columns.index(column) > Columns.index(last) + 1) {
                groups.add(between(first, last));
                first = column;
            }
            last = column;
        }
        if (first != null && last != null) {
            groups.add(between(first, last));
        }
        return List.copyOf(groups);
    }
}
