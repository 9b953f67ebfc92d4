package org.talentrecall.scoring.report;

import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes tables that Excel shows well: head frozen and filtered, text wrapped, dates as dates. Text goes into text cells,
 * marked as quoted, so that no program takes a leading {@code =} for a formula.
 */
final class SheetWriter {
    private static final int LONGEST_CELL = 32_767;
    private static final int CHARACTER = 256;

    private final XSSFWorkbook workbook;
    private final CellStyle head;
    private final CellStyle text;
    private final CellStyle number;
    private final CellStyle date;

    SheetWriter(XSSFWorkbook workbook) {
        this.workbook = workbook;
        this.head = headStyle();
        this.text = cellStyle(HorizontalAlignment.LEFT);
        this.text.setQuotePrefixed(true);
        this.number = cellStyle(HorizontalAlignment.RIGHT);
        this.date = cellStyle(HorizontalAlignment.LEFT);
        this.date.setDataFormat(workbook.createDataFormat().getFormat("yyyy-mm-dd"));
    }

    /** A new sheet with a head; widths in characters. */
    Table sheet(String name, List<String> columns, int... widths) {
        XSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(name));
        XSSFRow row = sheet.createRow(0);
        for (int column = 0; column < columns.size(); column++) {
            XSSFCell cell = row.createCell(column);
            cell.setCellValue(columns.get(column));
            cell.setCellStyle(head);
            sheet.setColumnWidth(column, widths[column] * CHARACTER);
        }
        sheet.createFreezePane(0, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, 0, 0, columns.size() - 1));
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
        return new Table(sheet);
    }

    private CellStyle headStyle() {
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(bold);
        style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }

    private CellStyle cellStyle(HorizontalAlignment alignment) {
        CellStyle style = workbook.createCellStyle();
        style.setAlignment(alignment);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        return style;
    }

    /** One sheet's rows, from the top. */
    final class Table {
        private final XSSFSheet sheet;

        private Table(XSSFSheet sheet) {
            this.sheet = sheet;
        }

        XSSFSheet sheet() {
            return sheet;
        }

        /** Appends a row of strings, numbers and dates. */
        void row(Object... values) {
            XSSFRow row = sheet.createRow(sheet.getLastRowNum() + 1);
            for (int column = 0; column < values.length; column++) {
                write(row.createCell(column), values[column]);
            }
        }

        private void write(XSSFCell cell, Object value) {
            if (value instanceof Number figure) {
                cell.setCellValue(figure.doubleValue());
                cell.setCellStyle(number);
            } else if (value instanceof LocalDate day) {
                cell.setCellValue(day);
                cell.setCellStyle(date);
            } else {
                String words = value.toString();
                cell.setCellValue(words.substring(0, Math.min(words.length(), LONGEST_CELL)));
                cell.setCellStyle(text);
            }
        }
    }
}
