package org.talentrecall.ingest.spreadsheet;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.ingest.spreadsheet.file.CellValue;
import org.talentrecall.ingest.spreadsheet.file.Columns;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/**
 * Finds the headers among a sheet's rows, in one line or two, and tells from them, from the values beneath and from the
 * names around what the columns hold and what the rows are about. Not safe for use by several threads.
 */
final class TableFinder {
    /** The headers stand among so many rows. */
    static final int HEADER_ROWS = 20;
    /** So many rows are looked at from the top of a sheet: the headers and the values below them. */
    static final int ROWS = 60;

    /** Names that programs give to sheets. */
    private static final Pattern NAMELESS = Pattern.compile("(?:sheet|工作表|表)?\\s*\\d*", Pattern.CASE_INSENSITIVE);

    private static final int FEWEST_FIELDS = 2;
    private static final int MOST_VALUES = 40;
    private final List<SheetMapping> mappings;
    private final Map<String, HeaderWords> words = new HashMap<>();

    TableFinder(List<SheetMapping> mappings) {
        this.mappings = List.copyOf(mappings);
    }

    /**
     * The tables that begin in these rows, side by side when there are several; empty when there is none. Of several below
     * each other the first that is understood well, else the one that is understood best.
     *
     * @param first rows of one sheet
     * @param file the file's path, which may tell what it is about
     */
    List<Table> find(List<SheetRow> first, String file) {
        SheetMapping mapping = mapping(first.get(0).sheet());
        if (mapping.hasNoHeaders()) {
            return List.of(withoutHeaders(mapping, names(first, 0, file)));
        }
        List<Table> doubtful = List.of();
        double most = 0;
        for (int i = 0; i < Math.min(first.size(), HEADER_ROWS); i++) {
            HeaderRows here = at(first, i, mapping);
            if (here == null) {
                continue;
            }
            List<Table> tables = tables(here, first, i, mapping, names(first, i, file));
            if (!tables.isEmpty() && tables.get(0).isSure()) {
                return tables;
            }
            if (!tables.isEmpty() && here.worth() > most) {
                doubtful = tables;
                most = here.worth();
            }
        }
        return doubtful;
    }

    /**
     * The tables whose headers are the first of these rows; empty when they are none.
     *
     * @param heading the line above them; empty for none
     */
    List<Table> findNext(List<SheetRow> rows, String file, String heading) {
        SheetMapping mapping = mapping(rows.get(0).sheet());
        HeaderRows here = mapping.headerRow() != null ? null : at(rows, 0, mapping);
        if (here == null) {
            return List.of();
        }
        List<String> names = new ArrayList<>(names(rows, 0, file));
        names.add(0, heading);
        return tables(here, rows, 0, mapping, names);
    }

    /**
     * The form about one person that a sheet is whose rows these are; empty for anything else, and for a sheet of which the
     * settings say what it is.
     */
    Optional<FormSheet> form(List<SheetRow> rows, String file) {
        SheetMapping mapping = mapping(rows.get(0).sheet());
        boolean told = mapping.kind() != null
                || mapping.headerRow() != null
                || !mapping.headers().isEmpty();
        return told ? Optional.empty() : FormSheet.of(rows, words(mapping));
    }

    /** What may be a table without headers, for people to say what it is; empty when the values do not look like one. */
    List<Table> guess(List<SheetRow> rows) {
        SortedMap<String, Table.Column> columns = new TreeMap<>(Columns.ORDER);
        SortedMap<String, String> others = new TreeMap<>(Columns.ORDER);
        Set<Field> fields = EnumSet.noneOf(Field.class);
        Map<String, List<CellValue>> values = values(rows);
        for (String letters : new java.util.TreeSet<>(values.keySet())) {
            Optional<Field> likely = new ColumnValues(values.getOrDefault(letters, List.of())).likely();
            if (likely.isPresent() && fields.add(likely.get())) {
                columns.put(
                        letters,
                        new Table.Column(likely.stream().toList(), "", null, Certainty.VALUES, Recognition.VALUES));
            } else {
                others.put(letters, "");
            }
        }
        boolean person = fields.contains(Field.NAME) && fields.stream().anyMatch(Field.CONTACTS::contains);
        return person ? List.of(new Table(null, 0, 0, 0, columns, others)) : List.of();
    }

    /**
     * Whether a row may be one of headers; quick, for every row of a sheet.
     *
     * @param afterGap whether something other than a row of a table stands before it
     */
    boolean mayBeHeaders(SheetRow row, boolean afterGap) {
        int likely = 0;
        for (SheetCell cell :
                row.cells().subList(0, Math.min(afterGap ? 3 : 1, row.cells().size()))) {
            if (cell.value() instanceof CellValue.Text text && HeaderWords.isWord(text.shown())) {
                likely++;
            }
        }
        if (likely == 0) {
            return false;
        }
        HeaderWords known = words(mapping(row.sheet()));
        long understood = row.cells().stream()
                .limit(5)
                .filter(cell -> cell.value() instanceof CellValue.Text text
                        && known.read(text.shown()).isPresent())
                .count();
        return understood >= 2;
    }

    private SheetMapping mapping(String sheet) {
        return mappings.stream()
                .filter(given -> given.isAbout(sheet))
                .findFirst()
                .orElse(SheetMapping.NONE);
    }

    private HeaderWords words(SheetMapping mapping) {
        return words.computeIfAbsent(String.valueOf(mapping.sheet()), sheet -> new HeaderWords(mapping.headers()));
    }

    private @Nullable HeaderRows at(List<SheetRow> rows, int index, SheetMapping mapping) {
        HeaderWords known = words(mapping);
        Integer given = mapping.headerRow();
        SheetRow row = rows.get(index);
        HeaderRows one = HeaderRows.of(row, known);
        HeaderRows two = index + 1 < rows.size() ? HeaderRows.of(row, rows.get(index + 1), known) : null;
        HeaderRows best = two != null && (one == null || two.worth() > one.worth() + 0.5) ? two : one;
        return best == null || given != null && given != best.row() ? null : best;
    }

    private static Table withoutHeaders(SheetMapping mapping, List<String> names) {
        SortedMap<String, Table.Column> columns = new TreeMap<>(Columns.ORDER);
        mapping.headers()
                .forEach((field, letters) -> letters.forEach(letter -> columns.put(
                        letter.strip().toUpperCase(java.util.Locale.ROOT),
                        new Table.Column(List.of(field), "", null, 1, Recognition.SETTINGS))));
        KindJudge.Judgement judged =
                KindJudge.judge(Set.copyOf(mapping.headers().keySet()), names);
        SheetKind kind = mapping.kind() != null ? mapping.kind() : judged == null ? null : judged.kind();
        double confidence = mapping.kind() != null ? 1 : judged == null ? 0 : judged.confidence();
        return new Table(kind, confidence, 0, 0, columns, new TreeMap<>(Columns.ORDER));
    }

    private List<Table> tables(
            HeaderRows headers, List<SheetRow> rows, int index, SheetMapping mapping, List<String> around) {
        List<SheetRow> below = rows.subList(Math.min(index + headers.rows(), rows.size()), rows.size());
        List<HeaderRows> groups = headers.groups();
        if (groups.size() > 1
                && groups.stream().filter(TableFinder::standsAlone).count() > 1) {
            List<Table> beside = new ArrayList<>();
            for (HeaderRows group : groups) {
                table(group, below, mapping, around).ifPresent(beside::add);
            }
            if (beside.size() > 1) {
                return List.copyOf(beside);
            }
        }
        return table(headers, below, mapping, around).map(List::of).orElse(List.of());
    }

    private static boolean standsAlone(HeaderRows group) {
        boolean person = group.meanings().values().stream().anyMatch(meaning -> meaning.field() == Field.NAME);
        boolean opening = group.meanings().values().stream().anyMatch(meaning -> meaning.field() == Field.POST);
        return (person || opening) && group.meanings().size() >= FEWEST_FIELDS;
    }

    /** The titles above the headers and the sheet's name; the file's name where these say nothing. */
    private static List<String> names(List<SheetRow> rows, int headers, String file) {
        List<String> names = new ArrayList<>();
        for (SheetRow row : rows.subList(0, headers)) {
            if (row.cells().size() == 1) {
                names.add(row.cells().get(0).value().shown());
            }
        }
        names.add(rows.get(0).sheet());
        if (names.size() == 1 && NAMELESS.matcher(rows.get(0).sheet()).matches()) {
            String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
            names.add(name);
        }
        return names;
    }

    /** The same for a table that was found; the file's name last in any case. */
    static List<String> names(List<SheetRow> rows, Table table, String file) {
        int above = 0;
        while (above < rows.size() && rows.get(above).number() <= table.headerRow() - table.headerRows()) {
            above++;
        }
        List<String> names = new ArrayList<>(names(rows, above, file));
        names.add(file);
        return names;
    }

    private Optional<Table> table(HeaderRows headers, List<SheetRow> below, SheetMapping mapping, List<String> names) {
        Map<String, List<CellValue>> values = values(below);
        TableColumns columns = new TableColumns(headers, values);
        Set<Field> fields = columns.fields();
        boolean person = fields.stream().anyMatch(Field.NAMES::contains);
        if (fields.size() < (person ? FEWEST_FIELDS : FEWEST_FIELDS + 1)) {
            return Optional.empty();
        }
        KindJudge.Judgement judged = KindJudge.judge(fields, names);
        if (mapping.kind() == null && judged == null) {
            return Optional.empty();
        }
        SheetKind kind = mapping.kind() != null
                ? mapping.kind()
                : java.util.Objects.requireNonNull(judged).kind();
        double certain = mapping.kind() != null || judged == null ? 1 : judged.confidence();
        double key = columns.confidence(kind);
        return Optional.of(new Table(
                kind, Math.min(certain, key), headers.row(), headers.rows(), columns.settled(kind), columns.others()));
    }

    private static Map<String, List<CellValue>> values(List<SheetRow> below) {
        Map<String, List<CellValue>> values = new HashMap<>();
        for (SheetRow row : below) {
            for (SheetCell cell : row.cells()) {
                List<CellValue> column = values.computeIfAbsent(cell.column(), letters -> new ArrayList<>());
                boolean blank = cell.value() instanceof CellValue.Failure
                        || TableRow.isPlaceholder(cell.value().shown());
                if (column.size() < MOST_VALUES && !blank) {
                    column.add(cell.value());
                }
            }
        }
        return values;
    }
}
