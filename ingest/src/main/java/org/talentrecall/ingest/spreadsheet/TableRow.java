package org.talentrecall.ingest.spreadsheet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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
import org.talentrecall.ingest.spreadsheet.file.Columns;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;
import org.talentrecall.ingest.spreadsheet.file.WordsHash;

/** A row seen through its table's headers. Cells with errors count as blank. */
final class TableRow {
    private static final Set<String> PLACEHOLDERS = Set.of(
            "", "-", "--", "—", "——", "–", "/", "//", "\\", "无", "暂无", "没有", "未填", "空", "n/a", "N/A", "NA", "null",
            "NULL", "none", "None", "?", "？", ".", "。", "*", "…", "...", "……");
    private static final int LONGEST_PLACEHOLDER =
            PLACEHOLDERS.stream().mapToInt(String::length).max().orElse(0);
    /** What a failed formula leaves in delimited text. */
    private static final Pattern ERROR_IN_TEXT =
            Pattern.compile("#(?:N/A|REF!|VALUE!|NAME\\?|DIV/0!|NULL!|NUM!|SPILL!|CALC!|#+)");

    private static final Comparator<SheetCell> FROM_LEFT_TO_RIGHT =
            Comparator.comparing(SheetCell::column, Columns.ORDER);
    /** Fields whose absolute dates tell the day a row was written. */
    private static final List<Field> OWN_DAYS = List.of(Field.DATE, Field.INTERVIEW_DATE, Field.APPLIED_ON);

    /** Fields whose dates may well lie ahead. */
    private static final Set<Field> PLANNED = Set.of(Field.PROMISED, Field.JOINED_ON);

    private final String file;
    private final SheetRow row;
    private final Table table;
    private final CellMeaning meaning;
    /** The first cell of each field. */
    private final Map<Field, SheetCell> cells = new EnumMap<>(Field.class);
    /** The other cells of fields that have several. */
    private Map<Field, List<SheetCell>> further = Map.of();

    private Map<String, Map<Field, SheetCell>> rounds = Map.of();

    TableRow(String file, SheetRow row, Table table, CellMeaning meaning) {
        this.file = file;
        this.row = row;
        this.table = table;
        this.meaning = meaning;
        for (SheetCell cell : row.cells()) {
            Table.Column column = table.columns().get(cell.column());
            if (column != null && !isBlank(cell.value())) {
                take(column, cell);
            }
        }
    }

    private void take(Table.Column column, SheetCell cell) {
        if (column.round() != null) {
            if (rounds.isEmpty()) {
                rounds = new LinkedHashMap<>();
            }
            rounds.computeIfAbsent(column.round(), round -> new EnumMap<>(Field.class))
                    .putIfAbsent(column.field(), cell);
        } else if (column.fields().size() > 1) {
            CompositeCell.parts(column.fields(), cell).forEach(this::put);
        } else {
            put(column.field(), cell);
        }
    }

    private void put(Field field, SheetCell cell) {
        if (cells.putIfAbsent(field, cell) == null) {
            return;
        }
        if (further.isEmpty()) {
            further = new EnumMap<>(Field.class);
        }
        further.computeIfAbsent(field, first -> new ArrayList<>(1)).add(cell);
    }

    private static boolean isBlank(CellValue value) {
        return value instanceof CellValue.Failure || !(value instanceof CellValue.Date) && isPlaceholder(value.shown());
    }

    static boolean isPlaceholder(String shown) {
        if (shown.length() > 12) {
            return false;
        }
        String bare = shown.strip();
        return bare.length() <= LONGEST_PLACEHOLDER && PLACEHOLDERS.contains(bare)
                || bare.charAt(0) == '#' && ERROR_IN_TEXT.matcher(bare).matches();
    }

    Table table() {
        return table;
    }

    /** For sentences: {@code interviews.xlsx, sheet 面试记录, row 12}. */
    String place() {
        return file + (row.sheet().isEmpty() ? "" : ", sheet " + row.sheet()) + ", row " + row.number();
    }

    /** For sentences: {@code interviews.xlsx, sheet 面试记录, cell B12}. */
    String place(@Nullable SheetCell cell) {
        return cell == null
                ? place()
                : file + (row.sheet().isEmpty() ? "" : ", sheet " + row.sheet()) + ", cell " + cell.column()
                        + row.number();
    }

    boolean isBlank() {
        return rounds.isEmpty() && (cells.isEmpty() || cells.size() == 1 && cells.containsKey(Field.IGNORED));
    }

    /** The first cell of the first of these fields that has one, or null. */
    @Nullable
    SheetCell cell(Field... fields) {
        for (Field field : fields) {
            SheetCell found = cells.get(field);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** All cells of these fields, from left to right. */
    List<SheetCell> cells(Iterable<Field> fields) {
        List<SheetCell> all = new ArrayList<>();
        for (Field field : fields) {
            SheetCell first = cells.get(field);
            if (first != null) {
                all.add(first);
                all.addAll(further.getOrDefault(field, List.of()));
            }
        }
        if (all.size() > 1) {
            all.sort(FROM_LEFT_TO_RIGHT);
        }
        return all;
    }

    /** What each round of interviews has of its own, by the round's name, in the order of the columns. */
    Map<String, Map<Field, SheetCell>> rounds() {
        return Collections.unmodifiableMap(rounds);
    }

    /** Tells text and field of all that is understood, in the order of the fields: equal for rows that say the same. */
    void say(WordsHash words) {
        for (Map.Entry<Field, SheetCell> cell : cells.entrySet()) {
            Field field = cell.getKey();
            if (field != Field.IGNORED) {
                say(words, field, cell.getValue());
                further.getOrDefault(field, List.of()).forEach(other -> say(words, field, other));
            }
        }
        rounds.forEach((round, own) -> own.forEach((field, cell) -> say(words.add(round), field, cell)));
    }

    @SuppressWarnings("EnumOrdinal") // such hashes live no longer than the reading of one file
    private static void say(WordsHash words, Field field, SheetCell cell) {
        words.add((byte) field.ordinal())
                .add(WordsHash.NAMED)
                .add(cell.value().shown().strip())
                .add(WordsHash.SAID);
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
        return cell == null ? null : date(cell, !PLANNED.contains(fields[0]));
    }

    /** @param past whether it is of something that has happened */
    @Nullable
    PartialDate date(SheetCell cell, boolean past) {
        return meaning.date(cell.value(), () -> ownDay(cell), past);
    }

    /** The day another cell of the row gives without needing one itself, or null. */
    private @Nullable LocalDate ownDay(SheetCell asking) {
        for (Field field : OWN_DAYS) {
            for (SheetCell cell : cells(List.of(field))) {
                PartialDate date = cell.equals(asking) ? null : meaning.date(cell.value(), () -> null, true);
                if (date != null && date.day() != null) {
                    return date.earliest();
                }
            }
        }
        return null;
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

    /** What words mean, by a column of {@code words.tsv}. */
    Optional<String> word(String column, String words) {
        return meaning.word(column, words);
    }

    Locator locator(SheetCell cell) {
        return new Locator.Cell(file, row.sheet(), row.number(), cell.column());
    }
}
