package org.talentrecall.ingest.spreadsheet.file;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.MergeCellsRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.RecordFactoryInputStream;
import org.apache.poi.ss.util.CellRangeAddress;

/** The merged cells of an xls file, which stand behind the cells of their sheet. */
final class XlsMerges {
    private static final int MOST_OF_A_SHEET = 10_000;

    private XlsMerges() {}

    /** By sheet, in the order in which the file tells of them. */
    static List<List<MergedCells>> of(RecordFactoryInputStream records) {
        List<List<MergedCells>> sheets = new ArrayList<>();
        int depth = 0;
        for (Record record = records.nextRecord(); record != null; record = records.nextRecord()) {
            if (record instanceof BOFRecord begin) {
                depth++;
                if (depth == 1 && begin.getType() != BOFRecord.TYPE_WORKBOOK) {
                    sheets.add(new ArrayList<>());
                }
            } else if (record instanceof EOFRecord) {
                depth--;
            } else if (record instanceof MergeCellsRecord merged && depth == 1 && !sheets.isEmpty()) {
                add(merged, sheets.get(sheets.size() - 1));
            }
        }
        return sheets;
    }

    private static void add(MergeCellsRecord merged, List<MergedCells> sheet) {
        for (int i = 0; i < merged.getNumAreas() && sheet.size() < MOST_OF_A_SHEET; i++) {
            CellRangeAddress area = merged.getAreaAt(i);
            boolean usable = area.getFirstRow() >= 0
                    && area.getLastRow() >= area.getFirstRow()
                    && area.getFirstColumn() >= 0
                    && area.getLastColumn() >= area.getFirstColumn();
            if (usable) {
                sheet.add(new MergedCells(
                        area.getFirstRow() + 1,
                        area.getLastRow() + 1,
                        Columns.name(area.getFirstColumn()),
                        Columns.name(area.getLastColumn())));
            }
        }
    }
}
