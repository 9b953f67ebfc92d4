package org.talentrecall.ingest.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.ingest.spreadsheet.file.Columns;
import org.talentrecall.ingest.spreadsheet.file.SheetRow;
import org.talentrecall.ingest.spreadsheet.file.UnreadableWorkbook;
import org.talentrecall.ingest.spreadsheet.file.WorkbookFile;
import org.talentrecall.ingest.spreadsheet.file.WorkbookRows;

/** Finds the rejected rows of a workbook in the workbook itself, so that they can be handed back as people wrote them. */
public final class RejectedSheets {
    private RejectedSheets() {}

    /**
     * The rejected rows of one sheet in its own layout.
     *
     * @param heads the rows of headers, from top to bottom; none for a table without
     */
    public record Sheet(String name, List<SheetRow> heads, List<Row> rows) {
        public Sheet {
            heads = List.copyOf(heads);
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row with its reason.
     *
     * @param row with the cells of the table it stands in, and of those beside it
     * @param form what it must carry to be read again; null for what is no row of a table
     */
    public record Row(
            SheetRow row,
            RecordId record,
            String code,
            String sentence,
            @Nullable RejectedForm form) {}

    private record Spot(int sheet, int row) {}

    private record Why(RecordId record, String code, String sentence) {}

    private record Refusal(SheetRow row, RejectedForm form) {}

    /**
     * Reads the file twice: once as it is always read, to see which rows are rejected and why, once for their cells. Needs
     * memory for the rejected rows alone.
     *
     * @param rejected the records that are looked for; rows that are rejected today but not among them are left out
     */
    public static List<Sheet> of(Path file, WorkbookPlace place, WorkbookRules rules, Set<RecordId> rejected)
            throws UnreadableWorkbook, IOException {
        Map<Spot, List<Why>> reasons = new HashMap<>();
        Map<RecordId, Refusal> refusals = new HashMap<>();
        Map<String, MappingPreview.TablePreview> tables = new HashMap<>();
        try (WorkbookScan scan = WorkbookScan.open(file, place, rules)) {
            scan.onRefusal((row, form) -> {
                if (rejected.contains(form.record())) {
                    refusals.put(form.record(), new Refusal(row, form));
                }
            });
            for (WorkbookScan.Step step = scan.next(); step != null; step = scan.next()) {
                for (Reading reading : step.readings()) {
                    if (reading.disposition() instanceof Disposition.Rejected why
                            && rejected.contains(reading.record().id())) {
                        reasons.computeIfAbsent(new Spot(step.sheet(), step.row()), spot -> new ArrayList<>(1))
                                .add(new Why(reading.record().id(), why.code(), why.sentence()));
                    }
                }
            }
            scan.preview().tables().forEach(table -> tables.putIfAbsent(table.sheet(), table));
        }
        return collect(file, rules, reasons, refusals, tables);
    }

    private static List<Sheet> collect(
            Path file,
            WorkbookRules rules,
            Map<Spot, List<Why>> reasons,
            Map<RecordId, Refusal> refusals,
            Map<String, MappingPreview.TablePreview> tables)
            throws UnreadableWorkbook, IOException {
        Map<String, List<SheetRow>> heads = new LinkedHashMap<>();
        Map<String, List<Row>> found = new LinkedHashMap<>();
        try (WorkbookRows rows = WorkbookFile.open(file, rules.passwords())) {
            boolean own = OwnWorkbook.of(rows.sheetNames()).isPresent();
            Set<String> begun = new HashSet<>();
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                RejectedForm form = own ? RejectedForm.in(row).orElse(null) : null;
                if (form != null && begun.add(row.sheet())) {
                    heads.computeIfPresent(row.sheet(), (sheet, above) -> withoutReasons(above, form));
                }
                if (own ? isHead(form, row, begun, heads) : isHead(row, tables.get(row.sheet()))) {
                    heads.computeIfAbsent(row.sheet(), sheet -> new ArrayList<>())
                            .add(row);
                }
                for (Why why : reasons.getOrDefault(new Spot(row.sheetIndex(), row.number()), List.of())) {
                    found.computeIfAbsent(row.sheet(), sheet -> new ArrayList<>())
                            .add(again(row, why, form, refusals.get(why.record())));
                }
            }
        }
        return found.entrySet().stream()
                .map(entry ->
                        new Sheet(entry.getKey(), heads.getOrDefault(entry.getKey(), List.of()), entry.getValue()))
                .toList();
    }

    private static Row again(SheetRow row, Why why, @Nullable RejectedForm form, @Nullable Refusal refusal) {
        if (refusal != null) {
            return new Row(refusal.row(), why.record(), why.code(), why.sentence(), refusal.form());
        }
        if (form != null) {
            SheetRow cells = withoutReasons(List.of(row), form).get(0);
            return new Row(cells, why.record(), why.code(), why.sentence(), form.handedOut(cells));
        }
        return new Row(row, why.record(), why.code(), why.sentence(), null);
    }

    /** Rows of a workbook of ours as they were before the reason and the form came behind them. */
    private static List<SheetRow> withoutReasons(List<SheetRow> rows, RejectedForm form) {
        int reason = Columns.index(form.at()) - 1;
        return rows.stream()
                .map(row -> row.with(row.cells().stream()
                        .filter(cell -> Columns.index(cell.column()) < reason)
                        .toList()))
                .toList();
    }

    /** In workbooks of ours what stands above the first row with a form. */
    private static boolean isHead(
            @Nullable RejectedForm form, SheetRow row, Set<String> begun, Map<String, List<SheetRow>> heads) {
        return form == null
                && !begun.contains(row.sheet())
                && heads.getOrDefault(row.sheet(), List.of()).size() < TableFinder.HEADER_ROWS;
    }

    private static boolean isHead(SheetRow row, MappingPreview.@Nullable TablePreview table) {
        return table != null
                && row.number() <= table.headerRow()
                && row.number() > table.headerRow() - table.headerRows();
    }
}
