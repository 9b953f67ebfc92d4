package org.talentrecall.ingest.spreadsheet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.fact.PartialDate;
import org.talentrecall.archive.fact.Pay;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.ingest.spreadsheet.file.CellValue;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/** A row seen through its table's headers. Cells with errors count as blank. */
final class TableRow {
    private static final Set<String> PLACEHOLDERS =
            Set.of("", "-", "--", "—", "——", "/", "\\", "无", "暂无", "n/a", "N/A", "NA", "null", "NULL", "?", "？", ".");
    /** What a failed formula leaves in delimited text. */
    private static final Pattern ERROR_IN_TEXT = Pattern.compile("#(?:N/A|REF!|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!)");

    private final String file;
    private final SheetRow row;
    private final Table table;
    private final CellMeaning meaning;
    private final Map<Field, List<SheetCell>> cells = new EnumMap<>(Field.class);

    TableRow(String file, SheetRow row, Table table, CellMeaning meaning) {
        this.file = file;
        this.row = row;
        this.table = table;
        this.meaning = meaning;
        for (SheetCell cell : row.cells()) {
            Table.Column column = table.columns().get(cell.column());
            boolean blank = cell.value() instanceof CellValue.Failure
                    || isPlaceholder(cell.value().shown());
            if (column != null && !blank) {
                cells.computeIfAbsent(column.field(), field -> new ArrayList<>(1))
                        .add(cell);
            }
        }
    }

    private static boolean isPlaceholder(String shown) {
        String bare = shown.strip();
        return PLACEHOLDERS.contains(bare) || ERROR_IN_TEXT.matcher(bare).matches();
    }

    Table table() {
        return table;
    }

    /** For sentences: {@code interviews.xlsx, sheet 面试记录, row 12}. */
    String place() {
        return file + (row.sheet().isEmpty() ? "" : ", sheet " + row.sheet()) + ", row " + row.number();
    }

    boolean isBlank() {
        return cells.isEmpty() || cells.keySet().stream().allMatch(Field.IGNORED::equals);
    }

    /** The first cell of the first of these fields that has one, or null. */
    @Nullable
    SheetCell cell(Field... fields) {
        for (Field field : fields) {
            List<SheetCell> found = cells.get(field);
            if (found != null) {
                return found.get(0);
            }
        }
        return null;
    }

    /** All cells of these fields, from left to right. */
    List<SheetCell> cells(Iterable<Field> fields) {
        List<SheetCell> all = new ArrayList<>();
        fields.forEach(field -> all.addAll(cells.getOrDefault(field, List.of())));
        Map<SheetCell, Integer> places = new HashMap<>();
        all.forEach(cell -> places.put(cell, row.cells().indexOf(cell)));
        all.sort(Comparator.comparing(places::get));
        return all;
    }

    /** The text of the first cell of the first of these fields that has one, stripped, or null. */
    @Nullable
    String text(Field... fields) {
        SheetCell cell = cell(fields);
        return cell == null ? null : cell.value().shown().strip();
    }

    @Nullable
    PartialDate date(Field... fields) {
        SheetCell cell = cell(fields);
        return cell == null ? null : meaning.date(cell.value());
    }

    @Nullable
    Pay pay(Field field) {
        SheetCell cell = cell(field);
        Table.Column column = cell == null ? null : table.columns().get(cell.column());
        return cell == null || column == null ? null : meaning.pay(cell.value(), column.header());
    }

    /** What the words of the first cell of these fields mean, by a column of {@code words.tsv}. */
    Optional<String> word(String column, Field... fields) {
        String words = text(fields);
        return words == null ? Optional.empty() : meaning.word(column, words);
    }

    Locator locator(SheetCell cell) {
        return new Locator.Cell(file, row.sheet(), row.number(), cell.column());
    }
}
