package org.talentrecall.scoring.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.WorkbookUtil;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFDataValidationHelper;
import org.apache.poi.xssf.usermodel.XSSFFont;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.review.ReviewForm;
import org.talentrecall.archive.review.ReviewWords;

/**
 * The sheets of a review. Lists of answers stand on a hidden sheet, because a list inside a validation may have 255 characters
 * at most. Cells for answers are text, so that a certificate's number keeps its zeros and nothing is taken for a formula.
 */
final class QuestionSheets {
    /** A width of one character. */
    static final int CHARACTER = 256;

    private static final String LISTS = "_lists";
    private static final int LONGEST_CELL = 32_767;
    private static final int[] WIDTHS = {6, 12, 40, 48, 48, 22, 36, 28, 12, 4};
    private static final int ANSWER = 5;
    private static final int FORM = 9;

    private final XSSFWorkbook workbook;
    private final ReviewWords words;
    private final CellStyle head;
    private final CellStyle locked;
    private final CellStyle open;
    private final Map<List<String>, String> lists = new LinkedHashMap<>();

    QuestionSheets(XSSFWorkbook workbook, ReviewWords words) {
        this.workbook = workbook;
        this.words = words;
        this.head = headStyle();
        this.locked = style(true);
        this.open = style(false);
    }

    void add(Review.Kind kind, List<RenderedReport.Review> questions) {
        XSSFSheet sheet = workbook.createSheet(WorkbookUtil.createSafeSheetName(words.of("sheet." + kind.name())));
        head(sheet, kind);
        int number = 0;
        for (RenderedReport.Review question : questions) {
            row(sheet, ++number, question);
        }
        sheet.setColumnHidden(FORM, true);
        sheet.createFreezePane(2, 1);
        sheet.setAutoFilter(new CellRangeAddress(0, number, 0, FORM - 1));
        protect(sheet);
        sheet.getPrintSetup().setLandscape(true);
        sheet.setFitToPage(true);
        sheet.getPrintSetup().setFitHeight((short) 0);
    }

    private void head(XSSFSheet sheet, Review.Kind kind) {
        List<String> titles = List.of(
                words.of("column.question"),
                words.of("column.person"),
                words.of("column.asked"),
                words.of("column.evidence"),
                words.of("column.place"),
                words.of("column.answer"),
                words.of("column.value." + kind.name()),
                words.of("column.note"),
                words.of("column.by"),
                "");
        XSSFRow row = sheet.createRow(0);
        for (int column = 0; column < titles.size(); column++) {
            XSSFCell cell = row.createCell(column);
            cell.setCellValue(titles.get(column));
            cell.setCellStyle(head);
            sheet.setColumnWidth(column, WIDTHS[column] * CHARACTER);
        }
    }

    private void row(XSSFSheet sheet, int number, RenderedReport.Review question) {
        XSSFRow row = sheet.createRow(number);
        text(row, 0, Integer.toString(number), locked);
        text(row, 1, question.name(), locked);
        text(row, 2, question.question(), locked);
        text(row, 3, question.evidence().claim(), locked);
        text(row, 4, question.evidence().locator(), locked);
        for (int column = ANSWER; column < FORM; column++) {
            text(row, column, "", open);
        }
        text(row, FORM, question.form(), locked);
        ReviewForm.read(question.form()).ifPresent(form -> choose(sheet, number, ReviewWorkbook.offered(form, words)));
    }

    private static void text(XSSFRow row, int column, String words, CellStyle style) {
        XSSFCell cell = row.createCell(column);
        cell.setCellValue(words.substring(0, Math.min(words.length(), LONGEST_CELL)));
        cell.setCellStyle(style);
    }

    private void choose(XSSFSheet sheet, int row, List<String> answers) {
        String list = lists.computeIfAbsent(answers, this::list);
        XSSFDataValidationHelper helper = new XSSFDataValidationHelper(sheet);
        DataValidation validation = helper.createValidation(
                helper.createFormulaListConstraint(list), new CellRangeAddressList(row, row, ANSWER, ANSWER));
        validation.setShowErrorBox(true);
        validation.setEmptyCellAllowed(true);
        sheet.addValidationData(validation);
    }

    /** Writes a list into a column of the hidden sheet; returns its place as a formula. */
    private String list(List<String> answers) {
        XSSFSheet sheet = workbook.getSheet(LISTS);
        if (sheet == null) {
            sheet = workbook.createSheet(LISTS);
            workbook.setSheetVisibility(workbook.getSheetIndex(sheet), SheetVisibility.VERY_HIDDEN);
        }
        int column = lists.size();
        for (int i = 0; i < answers.size(); i++) {
            XSSFRow row = sheet.getRow(i) == null ? sheet.createRow(i) : sheet.getRow(i);
            row.createCell(column).setCellValue(answers.get(i));
        }
        String letters = org.apache.poi.ss.util.CellReference.convertNumToColString(column);
        return "'" + LISTS + "'!$" + letters + "$1:$" + letters + "$" + answers.size();
    }

    /** Without a password: it keeps from slips, not from people. Rows may be sorted, filtered and made higher. */
    private static void protect(XSSFSheet sheet) {
        sheet.enableLocking();
        sheet.lockAutoFilter(false);
        sheet.lockSort(false);
        sheet.lockFormatColumns(false);
        sheet.lockFormatRows(false);
    }

    private CellStyle headStyle() {
        XSSFFont bold = workbook.createFont();
        bold.setBold(true);
        CellStyle style = style(true);
        style.setFont(bold);
        style.setBorderBottom(BorderStyle.THIN);
        return style;
    }

    private CellStyle style(boolean isLocked) {
        CellStyle style = workbook.createCellStyle();
        style.setLocked(isLocked);
        style.setVerticalAlignment(VerticalAlignment.TOP);
        style.setWrapText(true);
        style.setDataFormat(workbook.createDataFormat().getFormat("@"));
        style.setQuotePrefixed(isLocked);
        if (isLocked) {
            style.setFillForegroundColor(IndexedColors.GREY_25_PERCENT.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }
}
