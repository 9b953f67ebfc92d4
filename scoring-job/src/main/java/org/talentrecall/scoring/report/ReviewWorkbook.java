package org.talentrecall.scoring.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.talentrecall.archive.fact.Review;
import org.talentrecall.archive.review.ReviewForm;
import org.talentrecall.archive.review.ReviewWords;

/**
 * {@code review.xlsx}: the open questions, one sheet a kind, with lists to choose the answers from. Only the cells for answers
 * can be changed. A hidden sheet marks the file as a review, and a hidden column says what each row asks, so that it can be
 * read in whatever order and however partly it comes back. The same questions give the same bytes.
 */
public final class ReviewWorkbook {
    /** Name of the hidden sheet that marks a review. */
    public static final String MARK = "_talent_recall_review";

    private static final String FORM = "1";

    private final ReviewWords words;
    private final XSSFWorkbook workbook;

    private ReviewWorkbook(ReviewWords words, XSSFWorkbook workbook) {
        this.words = words;
        this.workbook = workbook;
    }

    /** The workbook's bytes. */
    public static byte[] write(LocalDate night, Locale language, List<RenderedReport.Review> questions)
            throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            Date when = Date.from(night.atStartOfDay(ZoneOffset.UTC).toInstant());
            workbook.getProperties().getCoreProperties().setCreated(Optional.of(when));
            workbook.getProperties().getCoreProperties().setModified(Optional.of(when));
            new ReviewWorkbook(ReviewWords.in(language), workbook).fill(night, questions);
            workbook.write(bytes);
            return StableZip.rewrite(bytes.toByteArray());
        }
    }

    private void fill(LocalDate night, List<RenderedReport.Review> questions) {
        Map<Review.Kind, List<RenderedReport.Review>> byKind = new LinkedHashMap<>();
        questions.forEach(
                question -> byKind.computeIfAbsent(Review.Kind.valueOf(question.kind()), kind -> new ArrayList<>())
                        .add(question));
        QuestionSheets sheets = new QuestionSheets(workbook, words);
        byKind.forEach(sheets::add);
        guide();
        XSSFSheet mark = workbook.createSheet(MARK);
        mark.createRow(0).createCell(0).setCellValue(MARK);
        mark.getRow(0).createCell(1).setCellValue(FORM);
        mark.getRow(0).createCell(2).setCellValue(night.toString());
        workbook.setSheetVisibility(workbook.getSheetIndex(mark), SheetVisibility.VERY_HIDDEN);
    }

    private void guide() {
        XSSFSheet guide = workbook.createSheet(words.of("sheet.guide"));
        guide.setColumnWidth(0, 110 * QuestionSheets.CHARACTER);
        for (int line = 1; line <= 5; line++) {
            guide.createRow(line - 1).createCell(0).setCellValue(words.of("guide." + line));
        }
    }

    /** The answers that a question offers, as its list shows them. */
    static List<String> offered(ReviewForm form, ReviewWords words) {
        return form.offered().stream().map(words::of).toList();
    }
}
