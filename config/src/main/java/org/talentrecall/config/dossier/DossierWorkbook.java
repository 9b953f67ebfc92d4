package org.talentrecall.config.dossier;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneId;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.ingest.spreadsheet.OwnWorkbook;

/**
 * A dossier as an Excel workbook: what, value, where it was read. Values are text cells, marked as quoted, so that none is
 * taken for a formula, not even when somebody edits it.
 */
public final class DossierWorkbook {
    private static final int[] WIDTHS = {18, 70, 60};
    /** By this sheet intake knows a dossier that is sent on, and does not read it as news of the person. */
    private static final String MARK = OwnWorkbook.MARK + "dossier";

    private static final int LONGEST_CELL = 32_767;
    private static final int CHARACTER = 256;

    private DossierWorkbook() {}

    /** @param zone by whose clock times are shown */
    public static byte[] of(Dossier dossier, Locale locale, ZoneId zone) throws IOException {
        DossierTexts texts = new DossierTexts(locale, zone);
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            CellStyle wrapped = workbook.createCellStyle();
            wrapped.setWrapText(true);
            wrapped.setVerticalAlignment(VerticalAlignment.TOP);
            wrapped.setQuotePrefixed(true);
            Sheet sheet = workbook.createSheet(dossier.id().value());
            head(workbook, sheet, texts);
            DossierText.groups(dossier, texts)
                    .forEach((group, lines) -> lines.forEach(
                            line -> row(sheet, wrapped, group, line.text(), String.join("\n", line.places()))));
            workbook.createSheet(MARK).createRow(0).createCell(0).setCellValue(MARK);
            workbook.setSheetVisibility(workbook.getSheetIndex(MARK), SheetVisibility.VERY_HIDDEN);
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    private static void head(XSSFWorkbook workbook, Sheet sheet, DossierTexts texts) {
        Font bold = workbook.createFont();
        bold.setBold(true);
        CellStyle style = workbook.createCellStyle();
        style.setFont(bold);
        row(sheet, style, texts.of("head.what"), texts.of("head.value"), texts.of("head.place"));
        for (int column = 0; column < WIDTHS.length; column++) {
            sheet.setColumnWidth(column, WIDTHS[column] * CHARACTER);
        }
        sheet.createFreezePane(0, 1);
    }

    private static void row(Sheet sheet, CellStyle style, String... values) {
        Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
        for (int column = 0; column < values.length; column++) {
            String value = values[column];
            row.createCell(column).setCellValue(value.substring(0, Math.min(value.length(), LONGEST_CELL)));
            row.getCell(column).setCellStyle(style);
        }
    }
}
