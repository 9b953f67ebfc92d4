package org.talentrecall.ingest.spreadsheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.record.ContentHash;
import org.talentrecall.ingest.spreadsheet.MappingPreview.ColumnPreview;
import org.talentrecall.ingest.spreadsheet.MappingPreview.Skipped;
import org.talentrecall.ingest.spreadsheet.MappingPreview.TablePreview;
import org.talentrecall.ingest.spreadsheet.file.Columns;
import org.talentrecall.ingest.spreadsheet.file.SheetCell;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;

/** A table while its rows are read, with the count of what became of them. Not safe for use by several threads. */
final class OpenTable {
    private final String sheet;
    private final boolean hidden;
    private final Table table;
    private final boolean alone;
    private final CellMeaning meaning;
    private final ContentHash understood;
    private final List<Skipped> skipped = new ArrayList<>();
    private long skippedRows;
    private long rows;
    private long rejected;
    private long repeated;
    private long hiddenRows;

    /** @param alone whether no other table stands beside it */
    OpenTable(SheetRow first, Table table, boolean alone, CellMeaning meaning) {
        this.sheet = first.sheet();
        this.hidden = first.hidden();
        this.table = table;
        this.alone = alone;
        this.meaning = meaning;
        this.understood = understood(table);
    }

    private static ContentHash understood(Table table) {
        StringBuilder words = new StringBuilder(String.valueOf(table.kind()));
        table.columns()
                .forEach((letters, column) -> words.append('\n')
                        .append(letters)
                        .append(column.header())
                        .append(column.fields())
                        .append(column.round()));
        return ContentHash.of(words.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Rows of tables that are understood alike and have the same cells say the same. */
    ContentHash understood() {
        return understood;
    }

    Table table() {
        return table;
    }

    CellMeaning meaning() {
        return meaning;
    }

    /** The row's cells that stand in this table, or null when there are none. */
    @Nullable
    SheetRow part(SheetRow row) {
        return table.part(row, alone);
    }

    /** Why a row is none of the table's, as an upper-case code; null when it is one. */
    @Nullable
    String leftOut(SheetRow row, TableRow seen) {
        // Full rows are rows of the table, whatever words they begin with.
        if (row.cells().size() <= Math.max(2, table.columns().size() * 3 / 4)) {
            for (SheetCell cell : row.cells().subList(0, Math.min(2, row.cells().size()))) {
                String footer = CellWords.read("FOOTER", cell.value().shown()).orElse(null);
                if (footer != null) {
                    return footer;
                }
            }
        }
        SheetCell name = seen.cell(Field.NAME);
        if (name != null && NameCell.isExample(name.value().shown())) {
            return "EXAMPLE";
        }
        boolean onlyCell = row.cells().size() == 1 && table.columns().size() > 2;
        if (!onlyCell) {
            return null;
        }
        String text = row.cells().get(0).value().shown();
        boolean person = name != null && NameCell.of(text).name() != null && looksLikeName(text);
        return person || seen.cell(Field.PHONE, Field.MAIL, Field.CONTACT) != null ? null : "SECTION";
    }

    private static boolean looksLikeName(String text) {
        String name = org.talentrecall.archive.text.NameForms.stripTitle(text.strip());
        return org.talentrecall.archive.text.NameForms.looksLikeChineseName(name)
                || org.talentrecall.archive.text.NameForms.looksLikeEnglishName(name);
    }

    void countSkipped(int row, String code) {
        skippedRows++;
        if (skipped.size() < TablePreview.MOST_SKIPPED) {
            skipped.add(new Skipped(sheet, row, code));
        }
    }

    void countRow(SheetRow row) {
        rows++;
        hiddenRows += row.rowHidden() ? 1 : 0;
    }

    void countRejected() {
        rejected++;
    }

    void countRepeated() {
        repeated++;
    }

    boolean isEmpty() {
        return rows == 0;
    }

    TablePreview preview() {
        Set<String> letters = new TreeSet<>(Columns.ORDER);
        letters.addAll(table.columns().keySet());
        letters.addAll(table.others().keySet());
        List<ColumnPreview> columns = new ArrayList<>();
        for (String one : letters) {
            Table.Column column = table.columns().get(one);
            columns.add(
                    column == null
                            ? new ColumnPreview(
                                    one, Objects.requireNonNull(table.others().get(one)), List.of(), null, 0, null)
                            : new ColumnPreview(
                                    one,
                                    column.header(),
                                    column.fields(),
                                    column.round(),
                                    column.confidence(),
                                    column.by()));
        }
        return new TablePreview(
                sheet,
                hidden,
                table.kind(),
                table.confidence(),
                table.isSure(),
                table.headerRow(),
                table.headerRows(),
                columns,
                rows,
                rejected,
                repeated,
                hiddenRows,
                skipped,
                skippedRows,
                MappingSettings.lines(sheet, table));
    }
}
