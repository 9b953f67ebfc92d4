package org.talentrecall.ingest.spreadsheet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.talentrecall.archive.intake.Reading;
import org.talentrecall.archive.record.Disposition;
import org.talentrecall.archive.record.RecordId;
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

    /** One row with its reason. */
    public record Row(SheetRow row, RecordId record, String code, String sentence) {}

    private record Spot(int sheet, int row) {}

    private record Why(RecordId record, String code, String sentence) {}

    /**
     * Reads the file twice: once as it is always read, to see which rows are rejected and why, once for their cells. Needs
     * memory for the rejected rows alone.
     *
     * @param rejected the records that are looked for; rows that are rejected today but not among them are left out
     */
    public static List<Sheet> of(Path file, WorkbookScan.Place place, WorkbookScan.Rules rules, Set<RecordId> rejected)
            throws UnreadableWorkbook, IOException {
        Map<Spot, Why> reasons = new HashMap<>();
        Map<String, MappingPreview.TablePreview> tables = new HashMap<>();
        try (WorkbookScan scan = WorkbookScan.open(file, place, rules)) {
            for (WorkbookScan.Step step = scan.next(); step != null; step = scan.next()) {
                for (Reading reading : step.readings()) {
                    if (reading.disposition() instanceof Disposition.Rejected why
                            && rejected.contains(reading.record().id())) {
                        reasons.put(
                                new Spot(step.sheet(), step.row()),
                                new Why(reading.record().id(), why.code(), why.sentence()));
                    }
                }
            }
            scan.preview().tables().forEach(table -> tables.putIfAbsent(table.sheet(), table));
        }
        return collect(file, reasons, tables);
    }

    private static List<Sheet> collect(
            Path file, Map<Spot, Why> reasons, Map<String, MappingPreview.TablePreview> tables)
            throws UnreadableWorkbook, IOException {
        Map<String, List<SheetRow>> heads = new LinkedHashMap<>();
        Map<String, List<Row>> found = new LinkedHashMap<>();
        try (WorkbookRows rows = WorkbookFile.open(file)) {
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                if (isHead(row, tables.get(row.sheet()))) {
                    heads.computeIfAbsent(row.sheet(), sheet -> new ArrayList<>())
                            .add(row);
                }
                Why why = reasons.get(new Spot(row.sheetIndex(), row.number()));
                if (why != null) {
                    found.computeIfAbsent(row.sheet(), sheet -> new ArrayList<>())
                            .add(new Row(row, why.record(), why.code(), why.sentence()));
                }
            }
        }
        return found.entrySet().stream()
                .map(entry ->
                        new Sheet(entry.getKey(), heads.getOrDefault(entry.getKey(), List.of()), entry.getValue()))
                .toList();
    }

    private static boolean isHead(SheetRow row, MappingPreview.@Nullable TablePreview table) {
        return table != null
                && row.number() <= table.headerRow()
                && row.number() > table.headerRow() - table.headerRows();
    }
}
