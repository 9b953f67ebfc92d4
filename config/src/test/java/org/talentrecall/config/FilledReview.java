package org.talentrecall.config;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.talentrecall.archive.review.ReviewForm;

/** A review workbook as it comes back from somebody's spreadsheet program. */
final class FilledReview {
    private static final int ANSWER = 5;
    private static final int BY = 8;
    private static final int FORM = 9;

    private FilledReview() {}

    /**
     * With something written into the row of a question.
     *
     * @param saved when the program says that it saved the file
     */
    static byte[] of(byte[] asked, String question, String saved, Consumer<Row> answer) throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(asked));
                ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            for (Sheet sheet : workbook) {
                for (Row row : sheet) {
                    boolean meant = row.getCell(FORM) != null
                            && ReviewForm.read(row.getCell(FORM).getStringCellValue())
                                    .filter(form -> form.question().equals(question))
                                    .isPresent();
                    if (meant) {
                        answer.accept(row);
                    }
                }
            }
            workbook.getProperties().getCoreProperties().setModified(Optional.of(Date.from(Instant.parse(saved))));
            workbook.write(bytes);
            return bytes.toByteArray();
        }
    }

    /** Chooses an answer and signs it; an empty name leaves the row unsigned. */
    static Consumer<Row> because(String reason, String by) {
        return row -> {
            row.getCell(ANSWER).setCellValue(reason);
            row.getCell(BY).setCellValue(by);
        };
    }
}
