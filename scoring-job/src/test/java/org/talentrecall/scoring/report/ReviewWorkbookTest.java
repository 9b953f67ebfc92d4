package org.talentrecall.scoring.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.fact.Education;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;
import org.talentrecall.archive.review.ReviewForm;

class ReviewWorkbookTest {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 23);

    private static RenderedReport.Review question(int number, Review.Kind kind, String name) {
        ReviewForm form = new ReviewForm(
                "q" + number,
                kind,
                RecordId.of(new SourceId("log"), "row " + number),
                null,
                new Education("江南理工大学", "硕士", null, null, null),
                List.of());
        return new RenderedReport.Review(
                "P-0000000000a" + number,
                name,
                kind.name(),
                "是否已核实?",
                new RenderedReport.Evidence("江南理工大学 硕士", "log.xlsx 面试!F7"),
                "q" + number,
                form.line());
    }

    private static final List<RenderedReport.Review> QUESTIONS = List.of(
            question(1, Review.Kind.VERIFICATION, "林某"),
            question(2, Review.Kind.REASON, "=cmd|' /C calc'!A0"),
            question(3, Review.Kind.VERIFICATION, "周某"));

    private static byte[] written(Locale language) throws IOException {
        return ReviewWorkbook.write(NIGHT, language, QUESTIONS);
    }

    @Test
    void there_is_a_sheet_for_each_kind_with_its_questions_and_forms() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written(Locale.SIMPLIFIED_CHINESE)))) {
            Sheet proofs = workbook.getSheet("学历与履历核实");
            assertEquals(2, proofs.getLastRowNum());
            assertEquals("周某", proofs.getRow(2).getCell(1).getStringCellValue());
            assertTrue(ReviewForm.read(proofs.getRow(2).getCell(9).getStringCellValue())
                    .filter(form -> form.question().equals("q3"))
                    .isPresent());
            assertTrue(proofs.isColumnHidden(9));
            assertEquals(
                    CellType.STRING,
                    workbook.getSheet("未录取原因").getRow(1).getCell(1).getCellType());
            assertEquals(
                    SheetVisibility.VERY_HIDDEN,
                    workbook.getSheetVisibility(workbook.getSheetIndex(ReviewWorkbook.MARK)));
        }
    }

    @Test
    void only_the_cells_for_answers_can_be_changed() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written(Locale.ENGLISH)))) {
            XSSFSheet proofs = workbook.getSheetAt(0);
            assertTrue(proofs.isSheetLocked());
            Row row = proofs.getRow(1);
            for (int column = 0; column <= 9; column++) {
                boolean forAnswers = column >= 5 && column <= 8;
                assertEquals(!forAnswers, row.getCell(column).getCellStyle().getLocked(), "column " + column);
            }
        }
    }

    @Test
    void the_list_of_an_answer_offers_what_the_question_takes() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(written(Locale.ENGLISH)))) {
            List<? extends DataValidation> lists =
                    workbook.getSheet("Reasons for not hiring").getDataValidations();
            assertEquals(1, lists.size());
            String place = lists.get(0).getValidationConstraint().getFormula1();
            int column = org.apache.poi.ss.util.CellReference.convertColStringToIndex(
                    place.replaceAll("^.*!\\$([A-Z]+)\\$.*$", "$1"));
            List<String> offered = new java.util.ArrayList<>();
            for (Row row : workbook.getSheet("_lists")) {
                if (row.getCell(column) != null) {
                    offered.add(row.getCell(column).getStringCellValue());
                }
            }
            assertTrue(offered.containsAll(Arrays.asList("Post frozen", "Salary", "Not known")), offered.toString());
            assertFalse(offered.contains("Verified"));
        }
    }

    @Test
    void equal_questions_give_equal_bytes() throws IOException {
        assertArrayEquals(written(Locale.SIMPLIFIED_CHINESE), written(Locale.SIMPLIFIED_CHINESE));
    }
}
