package org.talentrecall.ingest.spreadsheet;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.json.ArchiveJson;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.ingest.spreadsheet.file.Columns;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;
import tools.jackson.core.JacksonException;

/**
 * What a rejected row needs to know of itself when it comes back corrected, however long it was away: a line of JSON in a
 * hidden cell behind it.
 *
 * @param record the rejected record
 * @param source where it was read, with {@code path}, {@code sheet} and {@code row} as in its locators
 * @param columns what its cells hold, by the letters of their columns, as the table was understood when it was read
 * @param savedOn when the file was saved, for words like "last year"; or null
 * @param period a day in the middle of the time that the table is about; or null
 * @param said hash of the understood cells as they were handed out
 * @param at letters of the column in which this form lies; the cells still stand where they did only if it does
 */
public record RejectedForm(
        RecordId record,
        SourceId source,
        String path,
        String sheet,
        int row,
        SheetKind kind,
        Map<String, Column> columns,
        @Nullable LocalDate savedOn,
        @Nullable LocalDate period,
        String said,
        String at) {
    private static final Pattern GAPS = Pattern.compile("[\\s\\p{Cntrl}]+");
    private static final int DIGITS = 24;

    public RejectedForm {
        columns = Map.copyOf(columns);
    }

    /**
     * One column.
     *
     * @param round the interview it belongs to, or null
     */
    public record Column(
            List<Field> fields, String header, @Nullable String round) {
        public Column {
            fields = List.copyOf(fields);
            if (fields.isEmpty()) {
                throw new IllegalArgumentException("A column that is understood holds something");
            }
        }
    }

    static RejectedForm of(RecordId record, WorkbookPlace place, SheetRow row, Table table, CellMeaning meaning) {
        Map<String, Column> columns = new TreeMap<>();
        table.columns()
                .forEach((letters, column) ->
                        columns.put(letters, new Column(column.fields(), column.header(), column.round())));
        return new RejectedForm(
                        record,
                        place.source(),
                        place.path(),
                        row.sheet(),
                        row.number(),
                        table.sureKind(),
                        columns,
                        meaning.savedOn(),
                        meaning.period(),
                        "",
                        "")
                .handedOut(row);
    }

    /** Letters of the first column that holds this, or empty if the table had none. */
    public Optional<String> columnOf(Field field) {
        return columns.entrySet().stream()
                .filter(column -> column.getValue().fields().contains(field))
                .map(Map.Entry::getKey)
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    /** The same for the row as it is handed out now. */
    RejectedForm handedOut(SheetRow now) {
        return with(said(now), at);
    }

    /** The same for a cell in that column. */
    public RejectedForm in(String letters) {
        return with(said, letters);
    }

    private RejectedForm with(String newSaid, String newAt) {
        return new RejectedForm(record, source, path, sheet, row, kind, columns, savedOn, period, newSaid, newAt);
    }

    /** One line. */
    public String line() {
        return ArchiveJson.write(this);
    }

    /** What {@link #line()} wrote, or empty for anything else: people paste into all cells that they can reach. */
    public static Optional<RejectedForm> read(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(ArchiveJson.read(line, RejectedForm.class))
                    .filter(form -> form.record != null
                            && form.source != null
                            && form.path != null
                            && form.sheet != null
                            && form.kind != null
                            && form.said != null
                            && form.at != null);
        } catch (JacksonException | IllegalArgumentException | NullPointerException e) {
            return Optional.empty();
        }
    }

    /** The form in a row, or empty. */
    static Optional<RejectedForm> in(SheetRow row) {
        return row.cells().stream()
                .flatMap(cell -> read(cell.value().shown()).stream())
                .findFirst();
    }

    /** The cells that are understood, and not blank. */
    SheetRow understood(SheetRow all) {
        return all.with(all.cells().stream()
                .filter(cell -> columns.containsKey(cell.column())
                        && !cell.value().shown().isBlank())
                .toList());
    }

    /** Whether the row says what it said when it was handed out. */
    boolean isUnchanged(SheetRow now) {
        return said.equals(said(now));
    }

    private String said(SheetRow all) {
        List<String> words = new ArrayList<>();
        for (SheetCell cell : understood(all).cells()) {
            words.add(cell.column()
                    + '\t'
                    + GAPS.matcher(cell.value().shown()).replaceAll(" ").strip());
        }
        return ContentHash.of(String.join("\n", words).getBytes(StandardCharsets.UTF_8))
                .value()
                .substring(0, DIGITS);
    }

    /** Where it was read first, for people. */
    String origin() {
        return new Locator.Cell(path, sheet, row, null).display();
    }

    Table table() {
        SortedMap<String, Table.Column> known = new TreeMap<>(Columns.ORDER);
        columns.forEach((letters, column) -> known.put(
                letters, new Table.Column(column.fields(), column.header(), column.round(), 1, Recognition.SETTINGS)));
        return new Table(kind, 1, 0, 0, known, new TreeMap<>());
    }
}
