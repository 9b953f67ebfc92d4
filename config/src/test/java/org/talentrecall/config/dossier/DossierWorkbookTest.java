package org.talentrecall.config.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.talentrecall.archive.dossier.Dossier;
import org.talentrecall.archive.dossier.Evidence;
import org.talentrecall.archive.dossier.Evidenced;
import org.talentrecall.archive.dossier.PersonId;
import org.talentrecall.archive.fact.PersonName;
import org.talentrecall.archive.record.Locator;
import org.talentrecall.archive.record.RecordId;
import org.talentrecall.archive.record.SourceId;

class DossierWorkbookTest {
    private static final List<String> LIKE_FORMULAS =
            List.of("=cmd|' /C calc'!A0", "+SUM(A1:A9)", "-2+3", "@SUM(A1)", "=HYPERLINK(\"x\")", "'=1");

    @Test
    void words_that_begin_like_formulas_stay_words() throws IOException {
        RecordId record = RecordId.of(new SourceId("lists"), "=1+1.xlsx!s#1");
        Locator place = new Locator.Cell("=1+1.xlsx", "=s", 2, "A");
        Instant said = Instant.parse("2026-11-23T08:00:00Z");
        List<Evidenced<?>> names = new ArrayList<>();
        for (String name : LIKE_FORMULAS) {
            names.add(new Evidenced<>(new PersonName(name), List.of(new Evidence(record, place, 0.95, said, said))));
        }

        byte[] bytes = DossierWorkbook.of(
                new Dossier(PersonId.of(record), List.of(record), names), Locale.ENGLISH, ZoneOffset.UTC);

        List<String> words = new ArrayList<>();
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
            for (Row row : workbook.getSheetAt(0)) {
                for (Cell cell : row) {
                    assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                    if (row.getRowNum() > 0) {
                        // What keeps Excel from taking the words for a formula when somebody edits the cell.
                        assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
                    }
                    words.add(cell.getStringCellValue());
                }
            }
        }
        assertThat(words).containsAll(LIKE_FORMULAS);
        assertThat(words).anyMatch(word -> word.startsWith("=1+1.xlsx"));
    }
}
