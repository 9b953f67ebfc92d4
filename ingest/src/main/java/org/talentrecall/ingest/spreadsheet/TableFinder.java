package org.talentrecall.ingest.spreadsheet;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.text.TextFolding;
import org.talentrecall.ingest.spreadsheet.file.CellValue;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/** Finds the row of headers among a sheet's first rows, and tells from the headers what the sheet is about. */
final class TableFinder {
    /** Rows looked at from the top of a sheet. */
    static final int ROWS = 20;

    private static final String NAME = "name:";
    private static final int FEWEST_FIELDS = 2;
    private static final List<Rule> RULES =
            ResourceLines.of("kinds.tsv", 3).stream().map(Rule::of).toList();

    private final List<SheetMapping> mappings;

    TableFinder(List<SheetMapping> mappings) {
        this.mappings = List.copyOf(mappings);
    }

    /** @param first the sheet's first rows, at most {@link #ROWS} */
    Optional<Table> find(List<SheetRow> first) {
        Table best = null;
        int most = 0;
        for (SheetRow row : first) {
            Table table = table(row);
            if (table != null && table.columns().size() > most) {
                best = table;
                most = table.columns().size();
            }
        }
        return Optional.ofNullable(best);
    }

    private @Nullable Table table(SheetRow row) {
        SheetMapping mapping = mappings.stream()
                .filter(given -> given.isAbout(row.sheet()))
                .findFirst()
                .orElse(new SheetMapping(null, null, Map.of()));
        HeaderWords words = new HeaderWords(Objects.requireNonNull(mapping.columns()));
        Map<String, Table.Column> columns = new HashMap<>();
        Set<Field> fields = EnumSet.noneOf(Field.class);
        for (SheetCell cell : row.cells()) {
            if (cell.value() instanceof CellValue.Text header) {
                words.field(header.shown()).ifPresent(field -> {
                    columns.put(cell.column(), new Table.Column(field, header.shown()));
                    fields.add(field);
                });
            }
        }
        fields.remove(Field.IGNORED);
        boolean mostlyHeaders = columns.size() * 5 >= row.cells().size() * 2;
        int fewest = fields.stream().anyMatch(Field.NAMES::contains) ? FEWEST_FIELDS : FEWEST_FIELDS + 1;
        if (fields.size() < fewest || !mostlyHeaders) {
            return null;
        }
        SheetKind kind = mapping.kind() != null ? mapping.kind() : kind(fields, row.sheet());
        return kind == null ? null : new Table(kind, row.number(), columns);
    }

    private static @Nullable SheetKind kind(Set<Field> fields, String sheet) {
        Map<SheetKind, Integer> points = new EnumMap<>(SheetKind.class);
        for (Rule rule : RULES) {
            points.merge(rule.kind(), rule.points(fields, TextFolding.fold(sheet)), Integer::sum);
        }
        SheetKind best = null;
        for (SheetKind kind : SheetKind.values()) {
            int here = isPossible(kind, fields) ? points.getOrDefault(kind, 0) : 0;
            if (here > 0 && (best == null || here > points.getOrDefault(best, 0))) {
                best = kind;
            }
        }
        return best;
    }

    private static boolean isPossible(SheetKind kind, Set<Field> fields) {
        boolean named = fields.stream().anyMatch(Field.NAMES::contains);
        boolean person = named || fields.stream().anyMatch(Field.CONTACTS::contains);
        boolean opening = fields.contains(Field.POST) || fields.contains(Field.OPENING_ID);
        return switch (kind) {
            case OPENINGS -> opening && !named;
            case CAREER_UPDATES ->
                person
                        && (fields.contains(Field.UPDATE_KIND)
                                || fields.contains(Field.CONTENT)
                                || fields.contains(Field.DATE)
                                        && (fields.contains(Field.COMPANY) || fields.contains(Field.CURRENT_COMPANY)));
            case COMMUNICATIONS ->
                person
                        && (fields.contains(Field.CONTENT)
                                || fields.contains(Field.ANSWER)
                                || fields.contains(Field.CHANNEL));
            case INTERVIEWS, CANDIDATES, OUTCOMES -> person;
        };
    }

    /**
     * Points for a kind.
     *
     * @param name words in the sheet's name that earn the points; null when fields do
     */
    private record Rule(
            SheetKind kind,
            int worth,
            Set<Field> fields,
            @Nullable Pattern name) {
        static Rule of(String[] line) {
            Set<Field> fields = EnumSet.noneOf(Field.class);
            boolean byName = line[2].startsWith(NAME);
            if (!byName) {
                for (String field : line[2].split(" ", -1)) {
                    fields.add(Field.valueOf(field));
                }
            }
            Pattern name = byName ? Pattern.compile(line[2].substring(NAME.length())) : null;
            return new Rule(SheetKind.valueOf(line[0]), Integer.parseInt(line[1]), fields, name);
        }

        int points(Set<Field> present, String sheet) {
            if (name != null) {
                return name.matcher(sheet).find() ? worth : 0;
            }
            return worth * (int) fields.stream().filter(present::contains).count();
        }
    }
}
